import EndpointModel
import Foundation
import HTTPTypes

/// Distinguishes successful responses from errors.
struct ResponseReader {
  let operation: APIOperation

  /// Returns the decoder for a successful response.
  ///
  /// - Throws: ``EndpointError/api(_:)`` if the status, or the one in the envelope, is not a
  ///   success; ``EndpointError/transport(_:)`` if the body has an unsupported content coding.
  func read(
    _ head: HTTPResponse, body received: Data, stream: HTTPBody? = nil
  ) throws(EndpointError) -> ResponseDecoder {
    let coding = head.headerFields.contentCoding
    // The body cannot be decoded, but the status of an error is enough.
    let body = coding == nil ? received : Data()
    let rule = operation.wantsEnvelope ? operation.api.descriptor.envelope : nil
    let index = rule == nil ? nil : try? JSONIndex(body)
    let enveloped = rule.flatMap { EnvelopeStatus(rule: $0, index) }
    var status = enveloped?.status ?? head.status.code
    if isSuccess(status), !isSuccess(head.status.code) { status = head.status.code }
    guard isSuccess(status) else {
      throw .api(
        APIError(
          status: .init(code: status), head: head, body: enveloped?.content ?? body,
          endpoint: operation.arguments.operation.name, api: operation.api.descriptor))
    }
    if let coding, !received.isEmpty || stream != nil {
      throw .transport(
        TransportError(
          .invalidResponse,
          message:
            "the response to \(operation.arguments.operation.name) has the content coding '\(coding.prefix(40))', which "
            + "was not requested and is not supported"))
    }
    return ResponseDecoder(
      operation: operation, status: .init(code: status),
      contentTypeField: head.headerFields[.contentType],
      body: body, index: index, stream: stream, isEnveloped: enveloped != nil,
      skipped: operation.skipsInvalidItems
        ? SkippedItems(endpoint: operation.arguments.operation.name) : nil)
  }

  /// Some servers respond with other statuses of success than the documented ones.
  private func isSuccess(_ status: Int) -> Bool {
    (200...299).contains(status)
      || operation.arguments.operation.interimStatuses.contains(status)
  }
}

/// The status and content of an envelope.
private struct EnvelopeStatus {
  var status: Int
  /// The payload, or the whole object if the fields of the payload are beside the status.
  var content: Data?

  /// Creates the status; `nil` if the body is not an envelope.
  init?(rule: Envelope, _ index: JSONIndex?) {
    guard let index else { return nil }
    let document = JSONReader(JSONReading(index), entry: 0)
    guard let status = document.member(rule.status)?.exactInteger, (100...599).contains(status)
    else { return nil }
    self.status = status
    guard !(200...299).contains(status) else { return }
    content = (document.member(rule.content) ?? document.member("envelope")).flatMap {
      try? JSONCoding.encode($0.json())
    }
  }
}
