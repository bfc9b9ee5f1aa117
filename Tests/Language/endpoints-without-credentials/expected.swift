// Generated from definition.xml. Edit the definition, not this file.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import EndpointModel
@_spi(Generated) public import EndpointRuntime

/// Fetches the status, which anyone can.
///
/// `GET /stores/{STORE-ID}/status`
public struct GetStatus: StoreEndpoint {
  public typealias Response = JSON
  @_spi(Generated) public static let operation = EndpointOperation(
    "GetStatus", method: "GET", path: "/stores/{STORE-ID}/status", isAuthenticated: false)

  /// The identifier of the store.
  public var storeID: ObjectID

  public init(storeID: ObjectID) { self.storeID = storeID }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
  }
}
