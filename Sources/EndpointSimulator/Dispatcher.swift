import EndpointModel
import EndpointRuntime

/// Passes a request through authentication, routing, and validation to its handler.
struct Dispatcher: Sendable {
  /// The APIs of the server, at least one.
  let apis: [SimulatedAPI]
  /// `nil` if no authentication is required.
  let verifier: DigestVerifier?
  let store: ResourceStore
  let handlers: [String: Handler]
  /// The error codes of missing items, by the end of their path.
  let notFoundCodes: [ItemTemplate: String]

  func response(_ incoming: IncomingRequest) async -> OutgoingResponse {
    guard let api = apis.first(where: { $0.router.serves(incoming.target) }) ?? apis.first else {
      return OutgoingResponse(status: 404)
    }
    let query = Query(target: incoming.target)
    if case .rejected(let challenge) = await verifier?.verify(incoming),
      (try? api.router.route(incoming, query: query))?.endpoint.isAuthenticated ?? true
    {
      return rejection(with: challenge, from: api.writer)
    }
    do {
      var request = try api.router.route(incoming, query: query)
      if let code = notFoundCodes[request.itemTemplate.normalized] { request.notFoundCode = code }
      try ParameterChecker(api: api.writer.api).check(request)
      let handler = handlers[request.endpoint.name] ?? DefaultBehavior.handler
      return try api.writer.write(try await handler(request, store), to: request)
    } catch {
      let unexpected = SimulatedError(
        status: 500, code: "UNEXPECTED_ERROR", detail: "The simulator failed: \(error)")
      return api.writer.write(error as? SimulatedError ?? unexpected, query: query)
    }
  }

  private func rejection(with challenge: String, from writer: ResponseWriter) -> OutgoingResponse {
    let rejection = SimulatedError(
      status: 401, code: "UNAUTHORIZED", detail: "You are not authorized for this resource.")
    var response = writer.write(rejection, query: Query(target: ""))
    response.fields = [
      ("WWW-Authenticate", challenge), ("Content-Type", "application/json;charset=ISO-8859-1"),
    ]
    return response
  }
}

/// An API of a simulated server.
struct SimulatedAPI: Sendable {
  let router: Router
  let writer: ResponseWriter

  init(_ catalog: EndpointCatalog) {
    router = Router(api: catalog.api, endpoints: catalog.endpoints)
    writer = ResponseWriter(api: catalog.api)
  }
}
