import EndpointModel
public import Foundation
import HTTPTypes

/// Sends the endpoints of an API and gives back what they respond.
///
/// A client is a value that any number of tasks can use; copies share connections, limits, and the
/// state of authentication.
public struct EndpointClient<API: EndpointAPI>: Sendable {
  private let baseURL: Result<BaseURL, EndpointError>
  let configuration: ClientConfiguration
  private let api: SharedAPI
  let pipeline: RequestPipeline

  /// Creates a client.
  ///
  /// - Parameters:
  ///   - baseURL: The URL of the API. Defaults to the one of the definition. It is checked when a
  ///     request is sent.
  ///   - authenticator: Authenticates the requests. Defaults to no authentication.
  ///   - transport: Sends the requests.
  ///   - configuration: The configuration of the client.
  public init(
    baseURL: String? = nil, authenticator: (any Authenticator)? = nil,
    transport: any HTTPTransport, configuration: ClientConfiguration = .init()
  ) {
    let api = SharedAPI(API.descriptor)
    self.api = api
    self.baseURL = Result { () throws(EndpointError) in
      try BaseURL(baseURL ?? api.descriptor.baseURL)
    }
    self.configuration = configuration
    pipeline = RequestPipeline(
      transport: transport, authenticator: authenticator, configuration: configuration)
  }

  /// Sends the request of an endpoint and returns its response.
  ///
  /// - Throws: ``EndpointError`` and nothing else; its cases say what to do.
  @discardableResult
  public func send<E: Endpoint<API>>(_ endpoint: E, options: RequestOptions<API> = .init())
    async throws -> E.Response
  {
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
  public func result<E: Endpoint<API>>(of endpoint: E, options: RequestOptions<API> = .init())
    async -> Result<E.Response, EndpointError>
  {
    do {
      return .success(try await send(endpoint, options: options))
    } catch {
      return .failure(EndpointError(error))
    }
  }

  /// Sends the request of an endpoint and returns its response with status and header fields.
  ///
  /// - Throws: ``EndpointError`` and nothing else; its cases say what to do.
  public func response<E: Endpoint<API>>(to endpoint: E, options: RequestOptions<API> = .init())
    async throws -> EndpointResponse<E.Response>
  {
    do {
      let request = try request(for: endpoint)
      let received = try await perform(
        request, options: options, isStreamed: request.descriptor.isStreamed)
      var response = EndpointResponse(
        value: try E.decode(received.decoder), status: .init(code: received.decoder.status),
        headerFields: received.head.headerFields)
      if let skipped = received.decoder.skipped { response.skippedItems = skipped.items }
      return response
    } catch {
      throw EndpointError(error)
    }
  }

  /// Fetches a page.
  func page<E: PaginatedEndpoint<API>>(_ endpoint: E, options: RequestOptions<API>)
    async throws -> Page<E.Item>
  {
    try await send(endpoint, options: options)
  }

  private func request<E: Endpoint<API>>(for endpoint: E) throws -> RequestBuilder {
    var request = RequestBuilder(E.descriptor)
    try endpoint.encode(into: &request)
    if request.descriptor.isPaginated, let rule = api.descriptor.pagination,
      let list = endpoint as? any PaginatedEndpoint
    {
      request.add(list.page, by: rule)
    }
    return request
  }

  /// Sends a request that is known by its descriptor alone and returns the response's bytes as they came.
  ///
  /// - Throws: ``EndpointError`` and nothing else, also for a response that is an error.
  public func rawResponse(to request: RequestBuilder, options: RequestOptions<API> = .init())
    async throws -> EndpointResponse<Data>
  {
    let response = try await perform(request, options: options)
    return EndpointResponse(
      value: response.decoder.body, status: response.head.status,
      headerFields: response.head.headerFields)
  }

  /// Sends a request that is known by its descriptor alone and returns the response's bytes as they
  /// arrive, for responses of any size.
  ///
  /// A JSON document that was asked for in an envelope is not streamed, since there can be an error inside.
  ///
  /// - Throws: ``EndpointError`` and nothing else, also for a response that is an error.
  public func rawStream(of request: RequestBuilder, options: RequestOptions<API> = .init())
    async throws -> EndpointResponse<HTTPBody>
  {
    let response = try await perform(request, options: options, isStreamed: true)
    return EndpointResponse(
      value: response.decoder.bytes(), status: response.head.status,
      headerFields: response.head.headerFields)
  }

  private func perform(
    _ request: RequestBuilder, options: RequestOptions<API>, isStreamed: Bool = false
  ) async throws(EndpointError) -> RequestPipeline.Response {
    try await pipeline.perform(
      try APIOperation(
        request, of: api, base: try baseURL.get(), options: options, isStreamed: isStreamed,
        configuration: configuration))
  }
}

extension RequestBuilder {
  /// Adds the query parameters that ask for a page.
  fileprivate mutating func add(_ page: PageRequest, by rule: Pagination) {
    setQueryParameter(rule.pageParameter, to: page.number)
    setQueryParameter(rule.sizeParameter, to: page.size)
    if let name = rule.countParameter { setQueryParameter(name, to: page.includesCount) }
  }
}
