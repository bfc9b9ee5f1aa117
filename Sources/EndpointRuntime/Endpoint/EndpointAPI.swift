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
}
