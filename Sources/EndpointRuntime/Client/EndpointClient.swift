public import Foundation
import HTTPTypes

/// Sends the endpoints of an API and gives back what they answer.
///
/// A client is a value and can be used from any number of tasks at once; copies share connections
/// and what authentication has learned.
public struct EndpointClient<API: EndpointAPI>: Sendable {
  private let baseURL: String
  private let authenticator: (any Authenticator)?
  private let transport: any HTTPTransport
  private let configuration: ClientConfiguration

  /// Makes a client.
  ///
  /// - Parameters:
  ///   - baseURL: Where the API is; where its definition says unless given. It is checked when a call
  ///     is made.
  ///   - authenticator: What proves who the caller is.
  ///   - transport: What carries requests and answers.
  ///   - configuration: How the client behaves.
  public init(
    baseURL: String? = nil, authenticator: (any Authenticator)? = nil,
    transport: any HTTPTransport, configuration: ClientConfiguration = .init()
  ) {
    self.baseURL = baseURL ?? API.descriptor.baseURL
    self.authenticator = authenticator
    self.transport = transport
    self.configuration = configuration
  }

  /// Calls an endpoint and gives back its response.
  ///
  /// - Throws: ``EndpointError``, whose cases say what can go wrong and what to do.
  @discardableResult
  public func send<E: Endpoint<API>>(_ endpoint: E, options: RequestOptions<API> = .init())
    async throws(EndpointError) -> E.Response
  {
    try await response(to: endpoint, options: options).value
  }

  /// Calls an endpoint and gives back its response with status and header fields.
  ///
  /// - Throws: ``EndpointError``, whose cases say what can go wrong and what to do.
  public func response<E: Endpoint<API>>(to endpoint: E, options: RequestOptions<API> = .init())
    async throws(EndpointError) -> EndpointResponse<E.Response>
  {
    let (head, decoder) = try await perform(
      try request(for: endpoint), options: options, streaming: E.descriptor.isStreamed)
    return EndpointResponse(
      value: try E.decode(decoder), status: .init(code: decoder.status),
      headerFields: head.headerFields)
  }

  /// Fetches a page, and the bytes that it was made of.
  func page<E: PaginatedEndpoint<API>>(_ endpoint: E, options: RequestOptions<API>)
    async throws(EndpointError) -> (page: Page<E.Item>, body: Data)
  {
    let (_, decoder) = try await perform(
      try request(for: endpoint), options: options, streaming: false)
    return (try E.decode(decoder), decoder.body)
  }

  private func request<E: Endpoint<API>>(for endpoint: E) throws(EndpointError) -> EndpointRequest {
    var request = EndpointRequest(E.descriptor)
    try endpoint.encode(into: &request)
    if let list = endpoint as? any PaginatedEndpoint, let rule = API.descriptor.pagination {
      request.add(list.page, by: rule)
    }
    return request
  }

  /// Makes a call that is known by its descriptor alone and gives back the answer's bytes as they came.
  ///
  /// - Throws: ``EndpointError``, also for an answer that is an error.
  public func rawResponse(to request: EndpointRequest, options: RequestOptions<API> = .init())
    async throws(EndpointError) -> EndpointResponse<Data>
  {
    let (head, decoder) = try await perform(request, options: options, streaming: false)
    return EndpointResponse(
      value: decoder.body, status: head.status, headerFields: head.headerFields)
  }

  private func perform(
    _ request: EndpointRequest, options: RequestOptions<API>, streaming: Bool
  ) async throws(EndpointError) -> (HTTPResponse, ResponseDecoder) {
    let call = try Call(
      request, base: try BaseURL(baseURL), options: options, configuration: configuration)
    let answer = try await call.perform(
      through: transport, authenticatedBy: authenticator, streaming: streaming)
    let head = answer.head
    let switchParameter = API.descriptor.envelope?.switchParameter ?? ""
    let reader = AnswerReader(
      descriptor: request.descriptor, api: API.descriptor,
      envelopeRequested: options.parameters[switchParameter]?.parameterValue == "true")
    do {
      return (head, try reader.read(head, body: answer.body, stream: answer.stream))
    } catch .api(let answer) where answer.status == .unauthorized {
      let reason =
        await authenticator?.reason(for: head, to: call.request) ?? .missingCredentials
      throw .authentication(AuthenticationFailure(reason: reason, answer: answer))
    }
  }
}

extension EndpointRequest {
  /// Adds the query parameters that ask for a page.
  fileprivate mutating func add(_ page: PageRequest, by rule: PaginationRule) {
    addQuery(rule.pageParameter, page.number)
    addQuery(rule.sizeParameter, page.size)
    if let name = rule.countParameter { addQuery(name, page.includesCount) }
  }
}
