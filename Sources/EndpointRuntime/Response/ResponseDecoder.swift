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
  /// The body as a stream, if the endpoint is streamed.
  let stream: HTTPBody?
  /// Whether the payload is in an envelope.
  let isEnveloped: Bool
  /// Collects the items that cannot be decoded; `nil` if they are errors.
  let skipped: SkippedItems?

  /// The media type, in lower case and without parameters.
  public var contentType: String {
    (contentTypeField ?? "").prefix { $0 != ";" && $0 != " " }.lowercased()
  }

  /// Whether the response is of a kind.
  ///
  /// - Parameters:
  ///   - statuses: The statuses of the kind; empty for any.
  ///   - contentType: The media type of the kind; `nil` for any.
  public func matches(statuses: [Int] = [], contentType: String? = nil) -> Bool {
    (statuses.isEmpty || statuses.contains(status.code))
      && (contentType == nil || contentType == self.contentType)
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
  public func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if skipped != nil, let list = type as? any SkippableList.Type,
      let items = try list.decode(skippingFrom: self) as? Value
    {
      return items
    }
    return try decode(Payload<Value>.self).value
  }

  /// Decodes the payload as a page of a list.
  ///
  /// The list can also be an array without a total. A missing or null list is empty.
  ///
  /// - Throws: ``EndpointError/decoding(_:)`` if the payload is not a page.
  public func page<Item: Decodable>(_ type: Item.Type) throws -> Page<Item> {
    let content = try decode(PageContent<Item>.self)
    return Page(
      items: content.items, totalCount: content.totalCount, skippedItems: skipped?.items ?? [])
  }

  private func decode<Value: Decodable>(_ type: Value.Type) throws(EndpointError) -> Value {
    if body.isEmpty {
      throw failure("it has status \(status.code) and no body; the server executed the request")
    }
    let decoder = JSONCoding.decoder()
    decoder.userInfo[.skippedItems] = skipped
    if isEnveloped { decoder.userInfo[.envelope] = operation.api.descriptor.envelope }
    if let rule = operation.api.descriptor.pagination { decoder.userInfo[.pagination] = rule }
    do {
      try JSONDepth.check(body)
      return try decoder.decode(type, from: body)
    } catch {
      // Some responses are in ISO 8859-1, whatever they declare.
      let converted = Charset.utf8(body)
      if converted != body, (try? JSONDepth.check(converted)) != nil,
        let value = try? decoder.decode(type, from: converted)
      {
        return value
      }
      if contentType == "text/html" { throw htmlFailure }
      throw EndpointError.decoding(
        ResponseDecodingError(error, endpoint: operation.arguments.operation.name, body: body))
    }
  }

  /// Checks that a response without a payload is the API's.
  ///
  /// - Throws: ``EndpointError/decoding(_:)`` for an HTML page.
  func checkSource() throws(EndpointError) {
    if contentType == "text/html", !body.isEmpty { throw htmlFailure }
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

/// A payload, perhaps in an envelope.
private struct Payload<Value: Decodable>: Decodable {
  var value: Value

  init(from decoder: any Decoder) throws {
    // Atlas's documentation calls the field of the payload `content` in one place and `envelope` in
    // another.
    if let rule = decoder.userInfo[.envelope] as? Envelope, let fields = try? decoder.fields() {
      for name in [rule.content, "envelope"].map(FieldName.init(stringValue:))
      where fields.contains(name) {
        value = try fields.decode(Value.self, forKey: name)
        return
      }
    }
    value = try Value(from: decoder)
  }
}

/// The content of a page, whose field names depend on the API.
private struct PageContent<Item: Decodable>: Decodable {
  var items: [Item] = []
  var totalCount: Int?

  init(from decoder: any Decoder) throws {
    guard let fields = try? decoder.fields() else {
      items = try SkippingList<Item>(from: decoder).items
      return
    }
    let rule = decoder.userInfo[.pagination] as? Pagination
    let name = FieldName(stringValue: rule?.items ?? "results")
    if let envelope = decoder.userInfo[.envelope] as? Envelope, !fields.contains(name) {
      let content = FieldName(stringValue: envelope.content)
      if fields.contains(content) {
        self = try fields.decode(Self.self, forKey: content)
        return
      }
    }
    items = try fields.decodeIfPresent(SkippingList<Item>.self, forKey: name)?.items ?? []
    if let total = rule?.total {
      totalCount = try? fields.decodeIfPresent(Int.self, forKey: FieldName(stringValue: total))
    }
  }
}

extension CodingUserInfoKey {
  fileprivate static var envelope: Self { Self(named: "envelope") }
  fileprivate static var pagination: Self { Self(named: "pagination") }

  /// Creates a key of the runtime.
  init(named name: StaticString) {
    // Foundation declares the initializer as failable, but it does not fail.
    guard let key = Self(rawValue: "EndpointRuntime.\(name)") else { preconditionFailure() }
    self = key
  }
}
