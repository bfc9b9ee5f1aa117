// Generated from definition.xml. Edit the definition, not this file.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import EndpointModel
@_spi(Generated) public import EndpointRuntime

/// Fetches the status, which anyone can.
///
/// `GET /status`
public struct GetStatus: StoreEndpoint {
  public typealias Response = JSON
  @_spi(Generated) public static let operation = EndpointOperation(
    "GetStatus", method: "GET", path: "/status", isAuthenticated: false)

  public init() {}
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {}
}
