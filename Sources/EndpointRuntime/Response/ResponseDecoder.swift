import EndpointModel
public import Foundation
public import HTTPTypes

/// A successful response, ready to be read as the type that the definition says.
@_spi(Generated) public struct ResponseDecoder: Sendable {
  let operation: APIOperation
  /// The status; the one inside the envelope if there is one.
  public let status: HTTPResponse.Status
  let contentTypeField: String?
  let body: Data
  /// The body as it arrives, where the endpoint streams it.
  let stream: HTTPBody?
  /// Whether the payload came in an envelope.
  let isEnveloped: Bool
  /// Collects the items of a list that cannot be decoded; `nil` if they are errors.
  let skipped: SkippedItems?

  /// The media type, in lower case and without parameters.
  public var contentType: String {
    (contentTypeField ?? "").prefix { $0 != ";" && $0 != " " }.lowercased()
  }

  /// Whether the response is of one of several kinds.
  ///
  /// - Parameters:
  ///   - statuses: The kind's statuses; any where there are none.
  ///   - contentType: The kind's media type; any where there is none.
  public func matches(statuses: [Int] = [], contentType: String? = nil) -> Bool {
    (statuses.isEmpty || statuses.contains(status.code))
      && (contentType == nil || contentType == self.contentType)
  }

  /// Whether the response carries nothing, whatever its status says.
  public var isEmpty: Bool { body.isEmpty && stream == nil }

  /// The body's bytes.
  public var data: Data { body }

  /// The body as it arrives; whole, where the endpoint does not stream it.
  public var bytes: HTTPBody { stream ?? HTTPBody(body) }

  /// Reads the body as text: in UTF-8, or in ISO 8859-1 where it is not that.
  public var text: String {
    String(data: body, encoding: .utf8) ?? String(data: body, encoding: .isoLatin1) ?? ""
  }

  /// Reads the payload as a value.
  ///
  /// - Throws: ``EndpointError/decoding(_:)`` if it is not one.
  public func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
    if skipped != nil, let list = type as? any SkippableList.Type,
      let items = try list.decode(skippingFrom: self) as? Value
    {
      return items
    }
    return try decode(Payload<Value>.self).value
  }

  /// Reads the payload as a page of a list.
  ///
  /// A list may also be a bare array without a total; a missing or null list is empty.
  ///
  /// - Throws: ``EndpointError/decoding(_:)`` if it is none.
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
      // Some responses are in ISO 8859-1, whatever they say.
      let converted = Charset.utf8(body)
      if converted != body, (try? JSONDepth.check(converted)) != nil,
        let value = try? decoder.decode(type, from: converted)
      {
        return value
      }
      if contentType == "text/html" { throw htmlFailure }
      throw EndpointError.decoding(
        ResponseDecodingError(error, endpoint: operation.arguments.descriptor.name, body: body))
    }
  }

  /// Checks that a response without a payload does not come from something else than the API.
  ///
  /// - Throws: ``EndpointError/decoding(_:)`` for a page for browsers.
  func checkSource() throws(EndpointError) {
    if contentType == "text/html", !body.isEmpty { throw htmlFailure }
  }

  private var htmlFailure: EndpointError {
    failure(
      "it is a page for browsers, which a proxy or a login page responded with; check the network and "
        + "the base URL")
  }

  private func failure(_ problem: String) -> EndpointError {
    .decoding(
      ResponseDecodingError(endpoint: operation.arguments.descriptor.name, problem: problem))
  }
}

/// A payload with or without an envelope around it.
private struct Payload<Value: Decodable>: Decodable {
  var value: Value

  init(from decoder: any Decoder) throws {
    // The payload's member is called `content` in one place of Atlas's documentation and `envelope`
    // in another.
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

/// The content of a page, with member names that depend on the API.
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

  /// Creates a key of this runtime.
  init(named name: StaticString) {
    // The initializer fails for no name; Foundation only declares it so.
    guard let key = Self(rawValue: "EndpointRuntime.\(name)") else { preconditionFailure() }
    self = key
  }
}
