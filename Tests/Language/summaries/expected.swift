// Generated from definition.xml. Edit the definition, not this file.

public import EndpointModel
@_spi(Generated) public import EndpointRuntime

extension EndpointTag {
  /// The customers of all stores, each with an account and with the orders of the last ten years.
  static var customers: EndpointTag {
    EndpointTag(
      name: "Customers",
      summary: """
        The customers of all stores, each with an account and with the orders of the \
        last ten years.
        """,
      endpoints: [GetCustomer.self]
    )
  }
}

/// Returns a customer.
///
/// `GET /stores/{STORE-ID}/customers/{NAME}`
///
/// The name is that of the account.
public struct GetCustomer: Endpoint {
  /// The API of the endpoint.
  public typealias API = StoreAPI
  /// The response.
  public typealias Response = JSON

  /// The identifier of the store.
  public var storeID: ObjectID
  /// The name, as in "Ann".
  public var name: String
  /// The parameter `kind`.
  public var kind: CustomerKind?

  /// Creates a request.
  public init(storeID: ObjectID, name: String, kind: CustomerKind? = nil) {
    self.storeID = storeID
    self.name = name
    self.kind = kind
  }

  /// The description of the endpoint.
  @_spi(Generated) public static let descriptor: EndpointDescriptor = describe()

  private static func describe() -> EndpointDescriptor {
    EndpointDescriptor(
      name: "GetCustomer",
      tag: "Customers",
      summary: "Returns a customer.",
      method: "GET",
      path: "/stores/{STORE-ID}/customers/{NAME}",
      parameters: [
        .path("STORE-ID", .objectID),
        .path("NAME", .string),
        .query("kind", .named("CustomerKind"), cases: CustomerKind.allCases.map(\.rawValue)),
      ],
      responses: [.json(.json)],
      successStatuses: [200],
      responseExample: #"{}"#
    )
  }

  /// Encodes the arguments into a request.
  @_spi(Generated) public func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("STORE-ID", to: storeID)
    request.setPathParameter("NAME", to: name)
    request.setQueryParameter("kind", to: kind?.rawValue)
  }
}

/// A kind.
public struct CustomerKind: OpenEnum {
  /// A regular & private customer.
  public static let regular = Self(rawValue: "REGULAR")
  /// The value `BUSINESS`.
  public static let business = Self(rawValue: "BUSINESS")

  /// The known values.
  public static let allCases: [Self] = [.regular, .business]

  /// The string on the wire.
  public var rawValue: String

  /// Creates a value from any string, known or not.
  public init(rawValue: String) { self.rawValue = rawValue }
}
