// Generated from definition.xml. Edit the definition, not this file.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import EndpointModel
@_spi(Generated) public import EndpointRuntime

/// Searches parts.
///
/// `GET /stores/{STORE-ID}/parts:search`
public struct SearchParts: StoreEndpoint {
  public typealias Response = [JSON]
  @_spi(Generated) public static let operation = EndpointOperation(
    "SearchParts", method: "GET", path: "/stores/{STORE-ID}/parts:search")

  /// The identifier of the store.
  public var storeID: ObjectID
  /// The body.
  public var body: PartQuery?

  public init(storeID: ObjectID, body: PartQuery? = nil) {
    self.storeID = storeID
    self.body = body
  }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
    try request.setBody(body)
  }
}

/// A query of parts.
public struct PartQuery: JSONModel {
  /// The text to search for.
  public var text: String?

  public init(text: String? = nil) { self.text = text }
  @_spi(Generated) public init(fields: inout FieldReader) { text = fields.optional(string: "text") }
  @_spi(Generated) public func write(fields: inout JSONWriter) { fields.set(string: "text", text) }
}
