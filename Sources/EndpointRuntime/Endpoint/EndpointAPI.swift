public import EndpointModel

/// An API: a set of endpoints under one base URL that share parameters and conventions.
///
/// The generator writes a caseless enum that conforms, named after the module with `API` at its end.
public protocol EndpointAPI: Sendable {
  /// The service that the API belongs to. Clients are made for a service, so that one client can send
  /// the endpoints of several APIs. Defaults to the API itself.
  associatedtype Service = Self

  /// The properties that all endpoints of the API share.
  @_spi(Generated) static var descriptor: APIDescriptor { get }
  /// The descriptor with the values derived from it.
  @_spi(Generated) static var shared: SharedAPI { get }
  /// The endpoints by tag, in the order of the definition files.
  @_spi(Generated) static var tags: [EndpointTag] { get }
}

extension EndpointAPI {
  /// Descriptors of all endpoints, in the order of the definition files.
  @_spi(Generated) public static var endpointDescriptors: [EndpointDescriptor] {
    tags.flatMap { tag in tag.endpoints.map { $0.descriptor } }
  }
}

/// The endpoints of a tag, which one definition file declares.
@_spi(Generated) public struct EndpointTag: Sendable {
  /// The name of the tag.
  public var name: String
  /// A summary of the tag in one sentence.
  public var summary: String
  /// The types of its endpoints, as declared.
  public var endpoints: [any Endpoint.Type]

  /// Creates a tag.
  public init(name: String, summary: String, endpoints: [any Endpoint.Type]) {
    self.name = name
    self.summary = summary
    self.endpoints = endpoints
  }
}
