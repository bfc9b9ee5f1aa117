public import EndpointModel

/// The descriptor of an API with values that are computed once for all requests.
@_spi(Generated) public final class SharedAPI: Sendable {
  let descriptor: APIDescriptor
  /// The default value of `User-Agent` (RFC 9110, section 10.1.5).
  let userAgent: String
  /// The query parameters of every paginated endpoint.
  let listParameters: [ParameterDescriptor]
  /// The base URL of the definition.
  let baseURL: Result<BaseURL, EndpointError>
  /// The path of the base URL.
  let path: String

  /// Creates an API.
  public init(_ descriptor: APIDescriptor) {
    self.descriptor = descriptor
    userAgent = "\(descriptor.name) swift-endpoint-runtime"
    listParameters = descriptor.pagination?.parameters ?? []
    baseURL = Result { () throws(EndpointError) in try BaseURL.parsed(descriptor.baseURL) }
    path = (try? baseURL.get().path) ?? ""
  }
}
