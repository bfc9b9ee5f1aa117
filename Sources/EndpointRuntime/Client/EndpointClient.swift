import EndpointModel
import Foundation
import HTTPTypes

/// Sends the endpoints of the APIs of a service and returns their responses.
///
/// A client is a value that any number of tasks can use; copies share connections, limits, and the
/// state of authentication. `Service` is the service of the APIs whose endpoints it sends, which for an
/// API on its own is the API itself.
public struct EndpointClient<Service>: Sendable {
  private let baseURL: BaseURL?
  let configuration: ClientConfiguration
  let pipeline: RequestPipeline

  /// Creates a client.
  ///
  /// - Parameters:
  ///   - baseURL: The URL of the API or of its host. Defaults to the one of the definition.
  ///   - authenticator: Authenticates the requests. Defaults to no authentication.
  ///   - transport: Sends the requests.
  ///   - configuration: The configuration of the client.
  public init(
    baseURL: BaseURL? = nil, authenticator: (any Authenticator)? = nil,
    transport: any HTTPTransport, configuration: ClientConfiguration = .init()
  ) {
    self.baseURL = baseURL
    self.configuration = configuration
    pipeline = RequestPipeline(
      transport: transport, authenticator: authenticator, configuration: configuration)
  }

  /// Sends the request of an endpoint and returns its response.
  ///
  /// - Throws: ``EndpointError`` and nothing else; its cases say what to do.
  @discardableResult
  public func send<E: Endpoint>(
    _ endpoint: E, options: RequestOptions<E.API> = .init()
  ) async throws -> E.Response where E.API.Service == Service {
    try await response(to: endpoint, options: options).value
  }

  /// Sends the request of an endpoint and returns its response or the error, for a `switch` over all
  /// cases of ``EndpointError``.
  ///
  /// ```swift
  /// switch await atlas.result(of: GetCluster(groupID: project, clusterName: "MyCluster")) {
  /// case .success(let cluster): print(cluster.stateName)
  /// case .failure(.api(let error)): print(error.status)
  /// case .failure(let error): print(error)
  /// }
  /// ```
  public func result<E: Endpoint>(
    of endpoint: E, options: RequestOptions<E.API> = .init()
  ) async -> Result<E.Response, EndpointError> where E.API.Service == Service {
    do {
      return .success(try await send(endpoint, options: options))
    } catch {
      return .failure(EndpointError(error))
    }
  }

  /// Sends the request of an endpoint and returns its response with status and header fields.
  ///
  /// - Throws: ``EndpointError`` and nothing else; its cases say what to do.
  public func response<E: Endpoint>(
    to endpoint: E, options: RequestOptions<E.API> = .init()
  ) async throws -> EndpointResponse<E.Response> where E.API.Service == Service {
    do {
      let received = try await perform(
        try RequestBuilder(endpoint), of: E.API.self, options: options)
      var response = EndpointResponse(
        value: try E.decode(received.decoder), status: received.decoder.status,
        headerFields: received.head.headerFields)
      if let skipped = received.decoder.skipped { response.skippedItems = skipped.items }
      return response
    } catch {
      throw EndpointError(error)
    }
  }

  func perform<API: EndpointAPI>(
    _ request: RequestBuilder, of api: API.Type, options: RequestOptions<API>,
    isStreamed: Bool? = nil
  ) async throws(EndpointError) -> RequestPipeline.Response where API.Service == Service {
    let shared = API.shared
    let base = if let baseURL { baseURL } else { try shared.baseURL.get() }
    return try await pipeline.perform(
      try APIOperation(
        request, of: shared, base: base, options: options,
        isStreamed: isStreamed ?? request.operation.isStreamed, configuration: configuration))
  }
}
