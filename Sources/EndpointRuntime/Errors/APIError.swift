import EndpointModel
public import Foundation
public import HTTPTypes

/// An error response of the server.
///
/// The body can be anything: if it is not the API's JSON, ``excerpt`` has its beginning.
public struct APIError: Error, Hashable, Sendable {
  /// The status; the one inside the envelope if there is one.
  public var status: HTTPResponse.Status
  /// The error code as the API sent it, such as `RESTORE_JOB_NOT_FOUND`. Where the definitions list the
  /// codes, the generated property `code` has it as a typed value.
  public var rawCode: String?
  /// The API's description of the error.
  public var detail: String?
  /// The API's reason phrase.
  public var reason: String?
  /// The arguments of the error.
  public var parameters: [JSON]
  /// The problem with each parameter or property of the request; `nil` if the API does not report
  /// it.
  public var badRequestDetail: BadRequestDetail?
  /// The delay before another attempt that the server asks for; `nil` if it asks for none.
  public var retryAfter: Duration?
  /// The server's identifier of the request, for support requests; `nil` if there is none.
  public var requestID: String?
  /// The header fields of the response. The values of fields that can hold secrets are removed.
  public var headerFields: HTTPFields
  /// The name of the endpoint.
  public var endpoint: String
  /// A hint on how to fix the error; `nil` if the definition has none.
  public var hint: String?
  /// The beginning of the body on one line, from at most 512 bytes. JSON is reduced to its
  /// structure and names, since any value can be a secret.
  public var excerpt: String
  /// Whether the body has an error code, which shows that the API itself rejected the request and
  /// not a gateway before it.
  public var isFromAPI: Bool

  /// Creates an error, for tests of code that handles it.
  public init(
    status: HTTPResponse.Status, rawCode: String? = nil, detail: String? = nil,
    reason: String? = nil, parameters: [JSON] = [], badRequestDetail: BadRequestDetail? = nil,
    retryAfter: Duration? = nil, requestID: String? = nil, headerFields: HTTPFields = [:],
    endpoint: String = "", hint: String? = nil, excerpt: String = ""
  ) {
    self.status = status
    self.rawCode = rawCode
    self.detail = detail
    self.reason = reason
    self.parameters = parameters
    self.badRequestDetail = badRequestDetail
    self.retryAfter = retryAfter
    self.requestID = requestID
    self.headerFields = headerFields
    self.endpoint = endpoint
    self.hint = hint
    self.excerpt = excerpt
    isFromAPI = rawCode != nil
  }

  /// Creates an error of a response, whatever its body is.
  init(
    status: HTTPResponse.Status, head: HTTPResponse, body: Data, endpoint: String,
    api: APIDescriptor?
  ) {
    self.status = status
    self.endpoint = endpoint
    requestID = head.headerFields.requestID
    headerFields = head.headerFields.redacted
    retryAfter = head.headerFields.retryAfter(now: Date())
    excerpt = BodyExcerpt.text(of: body)
    let json = JSONCoding.document(body)
    let code = json?[api?.error?.code ?? "errorCode"]?.text
    isFromAPI = code != nil
    rawCode = code ?? api?.errorCodes[status.code]
    detail = json?[api?.error?.detail ?? "detail"]?.text?.redacted
    reason = api?.error?.reason.flatMap { json?[$0]?.text?.redacted }
    parameters =
      switch api?.error?.parameters.flatMap({ json?[$0] }) {
      case .array(let elements): elements.map(\.redacted)
      case .null, nil: []
      case .some(let single): [single.redacted]
      }
    badRequestDetail = BadRequestDetail(json)
    hint = rawCode.flatMap { api?.errorHints[$0] }
    if status.kind == .redirection, detail == nil {
      let target = head.headerFields[.location].map { " to \($0.redacted.prefix(200))" } ?? ""
      detail = "it redirects\(target), and redirects are not followed; check the base URL"
    }
  }
}

extension APIError: CustomStringConvertible, LocalizedError {
  /// A description of the problem and how to fix it.
  public var description: String {
    var sentence = "\(endpoint) responded with \(status.code)"
    if let rawCode { sentence += " \(rawCode)" }
    if let detail {
      sentence += ": \(detail)"
    } else if let reason {
      sentence += ": \(reason)"
    } else if headerFields[.contentType]?.hasPrefix("text/html") == true {
      sentence += ": an HTML page, probably of a proxy"
    } else if rawCode == nil, !excerpt.isEmpty {
      sentence += ": \(excerpt.prefix(200))"
    }
    if let badRequestDetail {
      sentence += (sentence.hasSuffix(".") ? " " : ": ") + badRequestDetail.sentence
    }
    if let retryAfter {
      sentence += (sentence.hasSuffix(".") ? " " : ". ") + "Try again after \(retryAfter.text)."
    }
    if let requestID { sentence += " (request \(requestID))" }
    if let hint { sentence += (sentence.hasSuffix(".") ? " " : ". ") + hint }
    return sentence
  }

  /// The same as the description.
  public var errorDescription: String? { description }
}

extension JSON {
  /// The scalar as a string; `nil` for other values and for empty strings.
  fileprivate var text: String? {
    switch self {
    case .string(let text): text.isEmpty ? nil : text
    case .bool(let value): String(value)
    case .integer(let number): String(number)
    case .decimal(let number): "\(number)"
    case .double(let number): "\(number)"
    case .null, .array, .object: nil
    }
  }
}
