import EndpointModel
import Foundation
import HTTPTypes

/// Tells a successful response from an error, in whatever shape either comes.
struct ResponseReader {
  let operation: APIOperation

  /// The decoder for a successful response.
  ///
  /// - Throws: ``EndpointError/api(_:)`` if the status, or the one inside the envelope, is not a success;
  ///   ``EndpointError/transport(_:)`` if the transport does not undo the body's content coding.
  func read(
    _ head: HTTPResponse, body received: Data, stream: HTTPBody? = nil
  ) throws(EndpointError) -> ResponseDecoder {
    let coding = head.headerFields.contentCoding
    // Nothing can be learned from a body that is still packed, but an error's status is enough.
    var body = coding == nil ? received : Data()
    let rule = operation.wantsEnvelope ? operation.api.descriptor.envelope : nil
    if rule != nil { body = Charset.utf8(body) }
    let enveloped = rule.flatMap { EnvelopeStatus(rule: $0, body: body) }
    var status = enveloped?.status ?? head.status.code
    if isSuccess(status), !isSuccess(head.status.code) { status = head.status.code }
    guard isSuccess(status) else {
      throw .api(
        APIError(
          status: .init(code: status), head: head, body: enveloped?.content ?? body,
          endpoint: operation.arguments.descriptor.name, api: operation.api.descriptor))
    }
    if let coding, !received.isEmpty || stream != nil {
      throw .transport(
        TransportError(
          .invalidResponse,
          message:
            "the response to \(operation.arguments.descriptor.name) has the content coding '\(coding.prefix(40))', which "
            + "was not asked for and cannot be undone"))
    }
    return ResponseDecoder(
      operation: operation, status: .init(code: status),
      contentTypeField: head.headerFields[.contentType],
      body: body,
      stream: stream, isEnveloped: enveloped != nil,
      skipped: operation.skipsInvalidItems
        ? SkippedItems(endpoint: operation.arguments.descriptor.name) : nil)
  }

  /// Servers have been seen to respond with another success than the documented one.
  private func isSuccess(_ status: Int) -> Bool {
    (200...299).contains(status) || operation.arguments.descriptor.successStatuses.contains(status)
  }
}

/// The status and content of an envelope.
private struct EnvelopeStatus {
  var status: Int
  /// The payload, or the whole object if the payload's members are beside the status.
  var content: Data?

  /// Fails if the body is not an envelope.
  init?(rule: Envelope, body: Data) {
    guard (try? JSONDepth.check(body)) != nil,
      let head = try? JSONDecoder.envelope(rule).decode(Head.self, from: body),
      let status = head.status, (100...599).contains(status)
    else { return nil }
    self.status = status
    guard !(200...299).contains(status) else { return }
    // Only errors are small enough to be read twice.
    let json = JSONCoding.document(body)
    content = (json?[rule.content] ?? json?["envelope"]).flatMap {
      try? JSONCoding.encoder().encode($0)
    }
  }

  private struct Head: Decodable {
    var status: Int?

    init(from decoder: any Decoder) throws {
      let name = decoder.userInfo[.statusField] as? String ?? "status"
      let fields = try decoder.fields()
      status = try? fields.decode(Int.self, forKey: FieldName(stringValue: name))
    }
  }
}

extension JSONDecoder {
  fileprivate static func envelope(_ rule: Envelope) -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.userInfo[.statusField] = rule.status
    return decoder
  }
}

extension CodingUserInfoKey {
  fileprivate static var statusField: Self { Self(named: "statusField") }
}
