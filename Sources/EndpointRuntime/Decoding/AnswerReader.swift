import Foundation

/// Tells a successful answer from an error, in whatever shape either comes.
struct AnswerReader {
  let call: Call

  /// The decoder for a successful answer.
  ///
  /// - Throws: ``EndpointError/api(_:)`` if the status, or the one inside the envelope, is no success;
  ///   ``EndpointError/transport(_:)`` if the transport does not undo the body's content coding.
  func read(
    _ head: HTTPResponse, body received: Data, stream: HTTPBody? = nil
  ) throws(EndpointError) -> ResponseDecoder {
    let coding = head.headerFields.contentCoding
    // Nothing can be learned from a body that is still packed, but an error's status is enough.
    var body = coding == nil ? received : Data()
    let rule = call.wantsEnvelope ? call.api.descriptor.envelope : nil
    if rule != nil { body = Charset.utf8(body) }
    let enveloped = rule.flatMap { EnvelopeStatus(rule: $0, body: body) }
    var status = enveloped?.status ?? head.status.code
    if isSuccess(status), !isSuccess(head.status.code) { status = head.status.code }
    guard isSuccess(status) else {
      throw .api(
        APIError(
          status: .init(code: status), head: head, body: enveloped?.content ?? body,
          endpoint: call.arguments.descriptor.name, rule: call.api.descriptor.error))
    }
    if let coding, !received.isEmpty || stream != nil {
      throw .transport(
        TransportFailure(
          .invalidAnswer,
          "the answer to \(call.arguments.descriptor.name) has the content coding '\(coding.prefix(40))', which "
            + "was not asked for and cannot be undone"))
    }
    return ResponseDecoder(
      call: call, status: status, contentTypeField: head.headerFields[.contentType], body: body,
      stream: stream, isEnveloped: enveloped != nil,
      skipped: call.skipsInvalidItems
        ? SkippedItems(endpoint: call.arguments.descriptor.name) : nil)
  }

  /// Servers have been seen to answer with another success than the documented one.
  private func isSuccess(_ status: Int) -> Bool {
    (200...299).contains(status) || call.arguments.descriptor.successStatuses.contains(status)
  }
}

/// What an envelope says about the answer inside it.
private struct EnvelopeStatus {
  var status: Int
  /// The payload, or the whole object where the payload's members stand beside the status.
  var content: Data?

  /// Fails if the body is no envelope.
  init?(rule: EnvelopeRule, body: Data) {
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
      let name = decoder.userInfo[.statusMember] as? String ?? "status"
      let fields = try decoder.fields()
      status = try? fields.decode(Int.self, forKey: FieldName(stringValue: name))
    }
  }
}

extension JSONDecoder {
  fileprivate static func envelope(_ rule: EnvelopeRule) -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.userInfo[.statusMember] = rule.status
    return decoder
  }
}

extension CodingUserInfoKey {
  fileprivate static var statusMember: Self { Self(named: "statusMember") }
}
