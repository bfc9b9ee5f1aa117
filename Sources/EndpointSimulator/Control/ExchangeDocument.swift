import EndpointRecording
import EndpointRuntime
import Foundation
import HTTPTypes

extension SimulatedExchange {
  /// The exchange as JSON, without secrets.
  func document(_ redaction: Redaction) -> JSON {
    let milliseconds = (duration / .milliseconds(1) * 1000).rounded() / 1000
    var document: [String: JSON] = [
      "number": .integer(Int64(number)), "time": .string(Timestamp.string(from: time)),
      "milliseconds": JSON(floatLiteral: milliseconds),
      "operation": operation.map { .string($0) } ?? .null,
      "faults": .array(faults.map { .string($0.description) }),
    ]
    document["request"] = .object([
      "method": .string(request.method),
      "target": .string(redaction.redacted(target: request.target)),
      "headerFields": Self.document(request.headerFields, redaction),
      "body": Self.document(request.body, type: request.headerFields[.contentType], redaction),
    ])
    document["response"] =
      response.map { response in
        [
          "status": .integer(Int64(response.status)),
          "headerFields": Self.document(response.headerFields, redaction),
          "body": Self.document(
            response.body, type: response.headerFields[.contentType], redaction),
        ]
      } ?? .null
    return .object(document)
  }

  /// The header fields in their order. Of credentials and challenges, only the scheme remains.
  private static func document(_ fields: HTTPFields, _ redaction: Redaction) -> JSON {
    .array(
      fields.map { field in
        var value = field.value
        if redaction.headerFields.contains(field.name) {
          value = "\(value.prefix { $0 != " " }) \(Redaction.placeholder)"
        }
        return ["name": .string(field.name.rawName), "value": .string(value)]
      })
  }

  /// A body as `json`, as `text`, or as the number of its `bytes`; `nil` if it is empty.
  private static func document(_ body: Data, type: String?, _ redaction: Redaction) -> JSON {
    if body.isEmpty { return .null }
    let redacted = redaction.redacted(body, contentType: type)
    if let json = JSONCoding.document(redacted) { return ["json": json] }
    guard let text = String(validating: redacted, as: UTF8.self) else {
      return ["bytes": .integer(Int64(body.count))]
    }
    return ["text": .string(text)]
  }
}
