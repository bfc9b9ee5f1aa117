// Generated from definition.xml. Edit the definition, not this file.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import EndpointModel
@_spi(Generated) public import EndpointRuntime

/// Lists advice.
///
/// `GET /stores/{STORE-ID}/advice`
public struct ListAdvice: StoreEndpoint {
  public typealias Response = [JSON]
  @_spi(Generated) public static let operation = EndpointOperation(
    "ListAdvice", method: "GET", path: "/stores/{STORE-ID}/advice", isEnveloped: true)

  /// The identifier of the store.
  public var storeID: ObjectID
  /// The parameter `limit`.
  public var limit: Int?

  public init(storeID: ObjectID, limit: Int? = nil) {
    self.storeID = storeID
    self.limit = limit
  }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
    request.setQueryParameter("limit", to: limit)
  }
}
