// Generated from definition.xml. Edit the definition, not this file.
// swift-format-ignore-file: AllPublicDeclarationsHaveDocumentation

public import EndpointModel
@_spi(Generated) public import EndpointRuntime

/// Returns a customer.
///
/// `GET /stores/{STORE-ID}/customers/{NAME}`
///
/// The name is that of the account.
public struct GetCustomer: StoreEndpoint {
  public typealias Response = JSON
  @_spi(Generated) public static let operation = EndpointOperation(
    "GetCustomer", method: "GET", path: "/stores/{STORE-ID}/customers/{NAME}")

  /// The identifier of the store.
  public var storeID: ObjectID
  /// The name, as in "Ann".
  public var name: String
  /// The parameter `kind`.
  public var kind: CustomerKind?

  public init(storeID: ObjectID, name: String, kind: CustomerKind? = nil) {
    self.storeID = storeID
    self.name = name
    self.kind = kind
  }
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
    request.setPathParameter("NAME", to: name)
    request.setQueryParameter("kind", to: kind?.rawValue)
  }
}

/// A kind.
public struct CustomerKind: OpenEnum {
  /// A regular & private customer.
  public static var regular: Self { Self(rawValue: "REGULAR") }
  /// The value `BUSINESS`.
  public static var business: Self { Self(rawValue: "BUSINESS") }

  public static var allCases: [Self] { [.regular, .business] }
  public var rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
}
