public import EndpointModel

/// An API: endpoints with one base URL that share parameters and conventions.
///
/// The generator writes an enum without cases that conforms. Its name is that of the module
/// followed by `API`.
public protocol EndpointAPI: Sendable {
  /// The service that the API belongs to. A client belongs to a service and sends the endpoints of
  /// all its APIs. Defaults to the API itself.
  associatedtype Service = Self

  /// The properties that all endpoints of the API share.
  @_spi(Generated) static var descriptor: APIDescriptor { get }
  /// The descriptor with the values derived from it.
  @_spi(Generated) static var shared: SharedAPI { get }
  /// The endpoints by tag, in the order of the definition files.
  @_spi(Generated) static var tags: [EndpointTag] { get }
}

extension EndpointAPI {
  /// The descriptors of all endpoints, in the order of the definition files.
  @_spi(Generated) public static var endpointDescriptors: [EndpointDescriptor] {
    tags.flatMap { tag in tag.endpoints.map { $0.descriptor } }
  }
}

/// The endpoints with one tag, which one definition file declares.
@_spi(Generated) public struct EndpointTag: Sendable {
  /// The name of the tag.
  public var name: String
  /// A summary of the endpoints in one sentence.
  public var summary: String
  /// The types of the endpoints, in the order of the file.
  public var endpoints: [any Endpoint.Type]

  /// Creates a tag.
  public init(name: String, summary: String, endpoints: [any Endpoint.Type]) {
    self.name = name
    self.summary = summary
    self.endpoints = endpoints
  }
}
