public import EndpointModel

/// An endpoint of an API with the arguments of one request.
///
/// The generator writes a struct for each endpoint of a definition. A client sends it and returns
/// its ``Response``. Two values are equal if they send the same request.
public protocol Endpoint<API>: Hashable, Sendable {
  /// The API of the endpoint. A client sends only the endpoints of its service.
  associatedtype API: EndpointAPI
  /// The value of a successful response; `Void` if it has no body.
  associatedtype Response: Sendable

  /// The method, the path, and the statuses of the endpoint.
  @_spi(Generated) static var operation: EndpointOperation { get }

  /// Encodes the arguments into a request.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` for an argument that no request can carry.
  @_spi(Generated) func encode(into request: inout RequestBuilder) throws

  /// Creates the response of what the server responded, which has a status of success.
  ///
  /// Endpoints with a ``JSONValue`` or `Void` response and paginated endpoints have a default
  /// implementation.
  ///
  /// - Throws: ``EndpointError/decoding(_:)`` if the response does not match the definition.
  @_spi(Generated) static func decode(_ response: ResponseDecoder) throws -> Response
}

/// An endpoint whose response is one page of a list.
public protocol PaginatedEndpoint<API>: Endpoint where Response == Page<Item> {
  /// The type of an item of the list.
  associatedtype Item: Hashable & JSONValue

  /// The page to request.
  var page: PageRequest { get set }
}

extension Endpoint {
  /// The name of the endpoint.
  public static var name: String { operation.name }

  /// The version of the API that requests ask for, such as `2024-08-05`; `nil` if the API has none.
  /// ``RequestOptions/apiVersion`` asks for another one.
  public static var version: String? { operation.version }

  // Synthesized for each endpoint, these take a twelfth of the time to compile the generated code.

  /// Returns whether two values send the same request.
  public static func == (first: Self, second: Self) -> Bool {
    RequestIdentity(first) == RequestIdentity(second)
  }

  /// Hashes what the value sends.
  public func hash(into hasher: inout Hasher) { RequestIdentity(self).hash(into: &hasher) }
}

extension Endpoint where Response: JSONValue {
  /// Decodes the payload.
  @_spi(Generated) public static func decode(_ response: ResponseDecoder) throws -> Response {
    try response.value(Response.self)
  }
}

extension Endpoint where Response == Void {
  /// Decodes nothing.
  ///
  /// - Throws: ``EndpointError/decoding(_:)`` if the response is an HTML page.
  @_spi(Generated) public static func decode(_ response: ResponseDecoder) throws {
    try response.checkSource()
  }
}

extension PaginatedEndpoint {
  /// Decodes the payload as a page.
  @_spi(Generated) public static func decode(_ response: ResponseDecoder) throws -> Page<Item> {
    try response.page(Item.self)
  }
}
