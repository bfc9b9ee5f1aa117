import EndpointModel
import EndpointRuntime

/// Passes a request through authentication, routing, and validation to its handler.
struct Dispatcher: Sendable {
  /// The APIs of the server, at least one.
  let apis: [SimulatedAPI]
  /// `nil` if no authentication is required.
  let verifier: DigestVerifier?
  let store: ResourceStore
  /// Handlers that replace all others.
  let handlers: [String: Handler]
  let world: World

  func response(_ incoming: IncomingRequest) async -> OutgoingResponse {
    guard let api = apis.first(where: { $0.router.serves(incoming.target) }) ?? apis.first else {
      return OutgoingResponse(status: 404)
    }
    let query = Query(target: incoming.target)
    if case .rejected(let challenge) = await verifier?.verify(incoming) {
      return rejection(with: challenge, from: api.writer)
    }
    do {
      let request = try api.router.route(incoming, query: query)
      try ParameterChecker(api: api.writer.api).check(request)
      let handler = try await handler(of: request)
      return try api.writer.write(try await handler(request, store), to: request)
    } catch {
      let unexpected = SimulatedError(
        status: 500, code: "UNEXPECTED_ERROR", detail: "The simulator failed: \(error)")
      return api.writer.write(error as? SimulatedError ?? unexpected, query: query)
    }
  }

  /// Returns the handler of a request after the checks that it needs.
  ///
  /// Replaced handlers need no resources.
  private func handler(of request: SimulatedRequest) async throws(SimulatedError) -> Handler {
    await world.behavior.prepare(request, store)
    if let handler = handlers[request.endpoint.name] {
      try BodyChecker.check(request)
      return handler
    }
    try await request.checkParents(in: store)
    try BodyChecker.check(request)
    return world.behavior.handlers[request.endpoint.name] ?? DefaultBehavior.handler
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

  init(_ catalog: EndpointCatalog, world: World) {
    router = Router(catalog, world: world)
    writer = ResponseWriter(
      api: catalog.api,
      listsFields: world.behavior.detailedAPIs.contains(catalog.api.name))
  }
}
