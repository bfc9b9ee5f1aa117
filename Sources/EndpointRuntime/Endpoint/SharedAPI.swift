import EndpointModel

/// The descriptor of an API, which is much to copy for each call, and what is made of it once.
final class SharedAPI: Sendable {
  let descriptor: APIDescriptor
  /// The default value of `User-Agent` (RFC 9110, section 10.1.5).
  let userAgent: String

  /// The query parameters of every paginated endpoint.
  let listParameters: [ParameterDescriptor]

  init(_ descriptor: APIDescriptor) {
    self.descriptor = descriptor
    listParameters = descriptor.pagination?.parameters ?? []
    userAgent = "\(descriptor.name) swift-endpoint-runtime"
  }
}
