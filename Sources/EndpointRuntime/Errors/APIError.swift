public import Foundation
public import HTTPTypes

/// An error that the server answered with.
///
/// It can be made of any body: whatever is not the API's JSON is kept as an excerpt.
public struct APIError: Error, Hashable, Sendable {
  /// The status: the one inside the envelope, where the answer came in one.
  public var status: HTTPResponse.Status
  /// The API's code for programs, such as `RESTORE_JOB_NOT_FOUND`.
  public var errorCode: String?
  /// The API's text for people.
  public var detail: String?
  /// The status in words, as the API puts it.
  public var reason: String?
  /// The error's arguments.
  public var parameters: [JSON]
  /// How long the server asks to wait before another attempt.
  public var retryAfter: Duration?
  /// The header fields of the answer.
  public var headerFields: HTTPFields
  /// The endpoint that was called.
  public var endpoint: String
  /// What a person can do, where the API's definition knows.
  public var hint: String?
  /// The beginning of the body, at most 1,000 characters.
  public var excerpt: String

  /// Makes an error of an answer.
  init(
    status: HTTPResponse.Status, head: HTTPResponse, body: Data, endpoint: String, rule: ErrorRule?
  ) {
    self.status = status
    self.endpoint = endpoint
    headerFields = head.headerFields
    retryAfter = head.headerFields[.retryAfter].flatMap { Int64($0) }.map { .seconds(max(0, $0)) }
    let text = String(data: body, encoding: .utf8) ?? String(data: body, encoding: .isoLatin1)
    excerpt = String((text ?? "").prefix(1_000))
    let json = text.flatMap { try? JSONCoding.decoder().decode(JSON.self, from: Data($0.utf8)) }
    errorCode =
      json?[rule?.code ?? "errorCode"]?.string ?? rule?.statusCodes[status.code]
    detail = json?[rule?.detail ?? "detail"]?.string
    reason = rule?.reason.flatMap { json?[$0]?.string }
    parameters = rule?.parameters.flatMap { json?[$0]?.array } ?? []
    hint = errorCode.flatMap { rule?.hints[$0] }
  }
}

extension APIError: CustomStringConvertible, LocalizedError {
  /// What happened and what to do.
  public var description: String {
    var sentence = "\(endpoint) was answered with \(status.code)"
    if let errorCode { sentence += " \(errorCode)" }
    if let detail {
      sentence += ": \(detail)"
    } else if (300...399).contains(status.code) {
      sentence += ": a redirect, which is never followed; check the base URL"
    } else if let reason {
      sentence += ": \(reason)"
    } else if errorCode == nil, let line = excerpt.split(whereSeparator: \.isNewline).first {
      sentence += ": \(line.prefix(200))"
    }
    if let hint { sentence += (sentence.hasSuffix(".") ? " " : ". ") + hint }
    return sentence
  }

  /// The same as the description.
  public var errorDescription: String? { description }
}
