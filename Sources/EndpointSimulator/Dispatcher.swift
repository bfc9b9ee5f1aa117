import EndpointModel
import EndpointRuntime

/// Passes a request through authentication, routing, and validation to its handler.
struct Dispatcher: Sendable {
  let router: Router
  /// `nil` if no authentication is required.
  let verifier: DigestVerifier?
  let writer: ResponseWriter
  let store: ResourceStore
  let handlers: [String: Handler]
  /// The error codes of missing items, by the end of their path.
  let notFoundCodes: [String: String]

  func response(_ incoming: IncomingRequest) async -> OutgoingResponse {
    let query = Query(target: incoming.target)
    if case .rejected(let challenge) = await verifier?.verify(incoming) {
      return rejection(with: challenge)
    }
    do {
      var request = try router.route(incoming, query: query)
      if let code = notFoundCodes[request.template] { request.notFoundCode = code }
      try ParameterChecker(api: writer.api).check(request)
      let handler = handlers[request.endpoint.name] ?? DefaultBehavior.handler
      return try writer.write(try await handler(request, store), to: request)
    } catch {
      let unexpected = SimulatedError(
        status: 500, code: "UNEXPECTED_ERROR", detail: "The simulator failed: \(error)")
      return writer.write(error as? SimulatedError ?? unexpected, query: query)
    }
  }

  private func rejection(with challenge: String) -> OutgoingResponse {
    let rejection = SimulatedError(
      status: 401, code: "UNAUTHORIZED", detail: "You are not authorized for this resource.")
    var response = writer.write(rejection, query: Query(target: ""))
    response.fields = [
      ("WWW-Authenticate", challenge), ("Content-Type", "application/json;charset=ISO-8859-1"),
    ]
    return response
  }
}
