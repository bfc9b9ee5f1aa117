@_spi(Generated) import EndpointRuntime
import Foundation
import Zoo

extension EndpointClient where Service == ZooAPI {
  /// Creates a client of a server.
  init(
    baseURL: String, authenticator: (any Authenticator)? = nil, transport: any HTTPTransport,
    configuration: ClientConfiguration = .init()
  ) throws {
    self.init(
      baseURL: try BaseURL(baseURL), authenticator: authenticator, transport: transport,
      configuration: configuration)
  }

  /// Sends a request that is known by its descriptor alone.
  func rawResponse(to request: RequestBuilder, options: RequestOptions<ZooAPI> = .init())
    async throws -> EndpointResponse<Data>
  {
    try await rawResponse(to: request, of: ZooAPI.self, options: options)
  }

  /// Streams the response to a request that is known by its descriptor alone.
  func rawStream(of request: RequestBuilder, options: RequestOptions<ZooAPI> = .init())
    async throws -> EndpointResponse<HTTPBody>
  {
    try await rawStream(of: request, of: ZooAPI.self, options: options)
  }
}
