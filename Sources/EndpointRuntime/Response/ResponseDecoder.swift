import EndpointModel
public import Foundation
public import HTTPTypes

/// A successful response that can be decoded.
@_spi(Generated) public struct ResponseDecoder: Sendable {
  let operation: APIOperation
  /// The status; in an envelope, the one inside.
  public let status: HTTPResponse.Status
  let contentTypeField: String?
  let body: Data
  /// The index of the body, if it has been read for an envelope.
  let index: JSONIndex?
  /// The body as a stream, if the endpoint is streamed.
  let stream: HTTPBody?
  /// Whether the payload is in an envelope.
  let isEnveloped: Bool
  /// Collects the items that cannot be decoded; `nil` if they are errors.
  let skipped: SkippedItems?

  /// The media type, in lower case and without parameters.
  public var contentType: String {
    guard let contentTypeField, contentTypeField != "application/json" else {
      return contentTypeField ?? ""
    }
    return contentTypeField.prefix { $0 != ";" && $0 != " " }.lowercased()
  }

  /// Whether the response is of a kind.
  ///
  /// - Parameters:
  ///   - statuses: The statuses of the kind; empty for any.
  ///   - contentType: The media type of the kind; `nil` for any.
  public func matches(statuses: [Int] = [], contentType: String? = nil) -> Bool {
    guard statuses.isEmpty || statuses.contains(status.code) else { return false }
    guard let contentType else { return true }
    return (operation.version?.applied(to: contentType) ?? contentType) == self.contentType
  }

  /// Whether the response has no body.
  public var isEmpty: Bool { body.isEmpty && stream == nil }

  /// The body.
  public var data: Data { body }

  /// The body as a stream; of an endpoint that is not streamed, as one chunk.
  public var bytes: HTTPBody { stream ?? HTTPBody(body) }

  /// The body as a string, decoded from UTF-8 or otherwise from ISO 8859-1.
  public var text: String {
    String(data: body, encoding: .utf8) ?? String(data: body, encoding: .isoLatin1) ?? ""
  }

  /// Decodes the payload.
  ///
  /// - Throws: ``EndpointError/decoding(_:)`` if the payload has another type.
  public func value<Value: JSONValue>(_ type: Value.Type) throws -> Value {
    try decode { document in
      let payload = document.payload(in: envelope)
      if let skipped, let list = type as? any SkippableList.Type,
        let items = list.init(json: payload, skipping: skipped) as? Value
      {
        return items
      }
      return Value(json: payload)
    }
  }

  /// Decodes the payload as a page of a list.
  ///
  /// The list can also be an array without a total. A missing or null list is empty.
  ///
  /// - Throws: ``EndpointError/decoding(_:)`` if the payload is not a page.
  public func page<Item: JSONValue>(_ type: Item.Type) throws -> Page<Item> {
    let rule = operation.api.descriptor.pagination
    let name = rule?.items ?? "results"
    var page = try decode { document in
      var payload = document
      if let envelope, document.member(name) == nil {
        payload = document.member(envelope.content) ?? document
      }
      guard payload.kind == .object else {
        return Page<Item>(items: payload.items(skipping: skipped))
      }
      return Page(
        items: payload.member(name)?.items(skipping: skipped) ?? [],
        totalCount: rule?.total.flatMap { payload.member($0)?.exactInteger })
    }
    page.skippedItems = skipped?.items ?? []
    return page
  }

  private var envelope: Envelope? { isEnveloped ? operation.api.descriptor.envelope : nil }

  private func decode<Value>(_ read: (JSONReader) -> Value) throws(EndpointError) -> Value {
    if body.isEmpty {
      throw failure("it has status \(status.code) and no body; the server executed the request")
    }
    do {
      let reading = JSONReading(try index ?? JSONIndex(body))
      let value = read(JSONReader(reading, entry: 0))
      if let failure = reading.failure { throw failure }
      return value
    } catch {
      if contentType == "text/html" { throw htmlFailure }
      throw EndpointError.decoding(
        ResponseDecodingError(error, endpoint: operation.arguments.operation.name, body: body))
    }
  }

  /// Checks that a response without a payload is the API's.
  ///
  /// - Throws: ``EndpointError/decoding(_:)`` for an HTML page.
  func checkSource() throws(EndpointError) {
    if !body.isEmpty, contentType == "text/html" { throw htmlFailure }
  }

  private var htmlFailure: EndpointError {
    failure(
      "it is an HTML page, probably of a proxy or a login page; check the network and "
        + "the base URL")
  }

  private func failure(_ problem: String) -> EndpointError {
    .decoding(
      ResponseDecodingError(endpoint: operation.arguments.operation.name, problem: problem))
  }
}

extension JSONReader {
  /// The payload: the content of an envelope, or the whole document.
  ///
  /// Atlas's documentation calls the field of the content `content` in one place and `envelope` in
  /// another.
  fileprivate func payload(in envelope: Envelope?) -> JSONReader {
    envelope.flatMap { member($0.content) ?? member("envelope") } ?? self
  }
}
