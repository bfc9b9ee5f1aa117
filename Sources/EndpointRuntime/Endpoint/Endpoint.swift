public import EndpointModel

/// One endpoint of an API together with the arguments of one call.
///
/// The generator writes a struct for each endpoint of a definition; nothing keeps you from writing
/// one by hand. A client sends it and gives back its ``Response``.
public protocol Endpoint<API>: Hashable, Sendable {
  /// The API that the endpoint belongs to, so that a client cannot be handed another API's endpoint.
  associatedtype API: EndpointAPI
  /// The value of a successful response; `Void` if it has no body.
  associatedtype Response: Sendable

  /// The method, path template, and parameters of the endpoint.
  @_spi(Generated) static var descriptor: EndpointDescriptor { get }

  /// Writes the arguments of this call into a request.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` for an argument that no request can carry.
  @_spi(Generated) func encode(into request: inout RequestBuilder) throws

  /// Creates the response of what the server responded, which has a status of success.
  ///
  /// Endpoints with a `Decodable` or `Void` response and paginated ones need not implement it.
  ///
  /// - Throws: ``EndpointError/decoding(_:)`` if the response is not what the definition says.
  @_spi(Generated) static func decode(_ response: ResponseDecoder) throws -> Response
}

/// An endpoint that responds one page of a list.
public protocol PaginatedEndpoint<API>: Endpoint where Response == Page<Item> {
  /// The type of an item of the list.
  associatedtype Item: Decodable & Hashable & Sendable

  /// Which page to ask for, and how long.
  var page: PageRequest { get set }
}

extension Endpoint {
  /// The name of the endpoint.
  public static var name: String { descriptor.name }
}

extension Endpoint where Response: Decodable {
  /// Reads the payload as the response.
  @_spi(Generated) public static func decode(_ response: ResponseDecoder) throws -> Response {
    try response.value(Response.self)
  }
}

extension Endpoint where Response == Void {
  /// Reads nothing.
  ///
  /// - Throws: ``EndpointError/decoding(_:)`` if the response is a page for browsers.
  @_spi(Generated) public static func decode(_ response: ResponseDecoder) throws {
    try response.checkSource()
  }
}

extension PaginatedEndpoint {
  /// Reads the payload as a page.
  @_spi(Generated) public static func decode(_ response: ResponseDecoder) throws -> Page<Item> {
    try response.page(Item.self)
  }
}
