public import Foundation

extension EndpointClient {
  /// Sends the request of an endpoint and returns the bytes of its response, undecoded.
  ///
  /// - Throws: ``EndpointError`` and nothing else, also for a response that is an error.
  public func rawResponse<E: Endpoint>(
    to endpoint: E, options: RequestOptions<E.API> = .init()
  ) async throws -> EndpointResponse<Data> where E.API.Service == Service {
    try await rawResponse(
      to: try RequestBuilder(endpoint), of: E.API.self, options: options)
  }

  /// Sends the request of an endpoint and returns the bytes of its response as they arrive, for
  /// responses of any size.
  ///
  /// JSON in an envelope is not streamed, since the envelope can contain an error.
  ///
  /// - Throws: ``EndpointError`` and nothing else, also for a response that is an error.
  public func rawStream<E: Endpoint>(
    of endpoint: E, options: RequestOptions<E.API> = .init()
  ) async throws -> EndpointResponse<HTTPBody> where E.API.Service == Service {
    try await rawStream(of: try RequestBuilder(endpoint), of: E.API.self, options: options)
  }

  /// Sends a request that is known by its descriptor alone and returns the bytes of the response.
  ///
  /// - Throws: ``EndpointError`` and nothing else, also for a response that is an error.
  package func rawResponse<API: EndpointAPI>(
    to request: RequestBuilder, of api: API.Type, options: RequestOptions<API> = .init()
  ) async throws -> EndpointResponse<Data> where API.Service == Service {
    let response = try await perform(request, of: api, options: options, isStreamed: false)
    return EndpointResponse(
      value: response.decoder.body, status: response.head.status,
      headerFields: response.head.headerFields)
  }

  /// Sends a request that is known by its descriptor alone and returns the bytes of the response as they
  /// arrive.
  ///
  /// - Throws: ``EndpointError`` and nothing else, also for a response that is an error.
  package func rawStream<API: EndpointAPI>(
    of request: RequestBuilder, of api: API.Type, options: RequestOptions<API> = .init()
  ) async throws -> EndpointResponse<HTTPBody> where API.Service == Service {
    let response = try await perform(request, of: api, options: options, isStreamed: true)
    return EndpointResponse(
      value: response.decoder.bytes, status: response.head.status,
      headerFields: response.head.headerFields)
  }
}
