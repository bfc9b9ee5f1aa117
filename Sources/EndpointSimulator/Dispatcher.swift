import EndpointModel
import EndpointRuntime
import Foundation

/// Passes a request through authentication, routing, limits, and validation to its handler, and
/// injects faults.
struct Dispatcher: Sendable {
  /// The APIs of the server, at least one.
  let apis: [SimulatedAPI]
  let authentication: Authentication
  let store: ResourceStore
  /// Handlers that replace all others.
  let handlers: [String: Handler]
  let world: World
  let faults: FaultInjector
  /// `nil` if there is no rate limit.
  let buckets: TokenBuckets?
  /// Waits for the duration of a fault.
  let pause: @Sendable (Duration) async -> Void

  /// The result of a request.
  struct Outcome: Sendable {
    var delivery: Delivery
    /// The name of the endpoint; `nil` if the request did not reach one.
    var operation: String?
    /// The faults that were injected.
    var faults: [Fault.Action] = []
  }

  func outcome(of incoming: IncomingRequest) async -> Outcome {
    guard let api = apis.first(where: { $0.router.serves(incoming.target) }) ?? apis.first else {
      return Outcome(delivery: .response(OutgoingResponse(status: 404)))
    }
    let query = Query(target: incoming.target)
    if let tokens = authentication.tokens, tokens.serves(incoming) {
      return await outcome(of: incoming, query, operation: nil, writer: api.writer) {
        tokens.response(to: incoming)
      }
    }
    let routed = Result { () throws(SimulatedError) in
      try api.router.route(incoming, query: query)
    }
    let request = try? routed.get()
    if !incoming.isAuthenticated,
      case .rejected(let challenge) = await authentication.verify(incoming),
      request?.endpoint.isAuthenticated ?? true
    {
      return Outcome(delivery: .response(rejection(with: challenge, from: api.writer)))
    }
    let status = request.flatMap { buckets?.take(for: $0) }
    var outcome = await outcome(
      of: incoming, query, operation: request?.endpoint.name, writer: api.writer
    ) {
      if let status, status.wait != nil { return exhausted(status, api.writer, query: query) }
      return await response(to: routed, of: api, query: query)
    }
    if let status, case .response(var response) = outcome.delivery, !response.isRateLimited {
      response.setFields(of: status)
      outcome.delivery = .response(response)
    }
    return outcome
  }

  /// Returns the response of the handler.
  private func response(
    to routed: Result<SimulatedRequest, SimulatedError>, of api: SimulatedAPI, query: Query
  ) async -> OutgoingResponse {
    do {
      let request = try routed.get()
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
    try await world.behavior.prepare(request, store)
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

  private func exhausted(
    _ status: TokenBuckets.Status, _ writer: ResponseWriter, query: Query
  ) -> OutgoingResponse {
    writer.write(
      SimulatedError(
        status: 429, code: buckets?.limit.code ?? "RATE_LIMITED",
        detail: "The rate limit of \(status.limit) requests is exceeded."),
      query: query)
  }
}

extension Dispatcher {
  /// Returns the outcome of a request whose response may be replaced, delayed, or cut by faults.
  private func outcome(
    of incoming: IncomingRequest, _ query: Query, operation: String?, writer: ResponseWriter,
    respond: () async -> OutgoingResponse
  ) async -> Outcome {
    let actions: [Fault.Action]
    do throws(SimulatedError) {
      actions = try faults.actions(for: incoming, operation: operation)
    } catch {
      return Outcome(delivery: .response(writer.write(error, query: query)), operation: operation)
    }
    var outcome = Outcome(delivery: .closed, operation: operation, faults: actions)
    for case .latency(let duration) in actions { await pause(duration) }
    if actions.contains(.drop(.request)) { return outcome }
    for case .status(let status, let retryAfter) in actions {
      outcome.delivery = .response(
        failure(status, retryAfter: retryAfter, writer: writer, query: query))
      return outcome
    }
    let response = await respond()
    if actions.contains(.drop(.response)) { return outcome }
    outcome.delivery = .response(response.damaged(by: actions, pause: pause))
    return outcome
  }

  private func failure(
    _ status: Int, retryAfter: Duration?, writer: ResponseWriter, query: Query
  ) -> OutgoingResponse {
    var response: OutgoingResponse
    switch status {
    case 503:
      response = OutgoingResponse(
        status: 503, fields: [("Content-Type", "text/plain"), ("Server", "envoy")],
        body: Data(
          "upstream connect error or disconnect/reset before headers. reset reason: connection failure"
            .utf8))
    default:
      let codes = [429: "RATE_LIMITED", 500: "UNEXPECTED_ERROR"]
      response = writer.write(
        SimulatedError(
          status: status, code: codes[status] ?? writer.api.errorCodes[status] ?? "SIMULATED_FAULT",
          detail: "The simulator was asked to fail with \(status)."),
        query: query)
    }
    if status == 429 {
      response.setFields(
        of: .init(
          limit: buckets?.limit.requests ?? 100, remaining: 0, wait: retryAfter ?? .seconds(1)))
    } else if let retryAfter {
      response.fields.append(("Retry-After", retryAfter.wholeSeconds))
    }
    return response
  }
}

extension OutgoingResponse {
  /// Whether a fault has set the fields of a rate limit.
  fileprivate var isRateLimited: Bool { fields.contains { $0.name == "Ratelimit-Limit" } }

  fileprivate mutating func setFields(of status: TokenBuckets.Status) {
    fields += [
      ("Ratelimit-Limit", String(status.limit)), ("Ratelimit-Remaining", String(status.remaining)),
    ]
    if let wait = status.wait { fields.append(("Retry-After", wait.wholeSeconds)) }
  }

  /// Returns the response with the faults of its body.
  fileprivate func damaged(
    by actions: [Fault.Action], pause: @escaping @Sendable (Duration) async -> Void
  ) -> OutgoingResponse {
    var response = self
    for action in actions {
      switch action {
      case .truncate: response.body = body.prefix(body.count / 2)
      case .drop(.body): response.isInterrupted = true
      case .slowBody(let duration):
        response.stream = .slow(response.body, within: duration, pause: pause)
      case .latency, .status, .drop: break
      }
    }
    if response.isInterrupted { response.stream = nil }
    return response
  }
}

extension ResponseStream {
  private static let slowParts = 10

  /// Returns a stream of a body in parts with pauses before each.
  fileprivate static func slow(
    _ body: Data, within duration: Duration, pause: @escaping @Sendable (Duration) async -> Void
  ) -> ResponseStream {
    let size = max((body.count + slowParts - 1) / slowParts, 1)
    let parts = stride(from: 0, to: body.count, by: size).map { body.dropFirst($0).prefix(size) }
    let (chunks, continuation) = AsyncStream<Data>.makeStream()
    let task = Task {
      for part in parts {
        await pause(duration / slowParts)
        continuation.yield(Data(part))
      }
      continuation.finish()
    }
    continuation.onTermination = { _ in task.cancel() }
    return ResponseStream(chunks: chunks, length: body.count)
  }
}

extension Duration {
  /// The number of seconds, rounded up and at least 1, for header fields.
  fileprivate var wholeSeconds: String {
    String(max(Int((self / .seconds(1)).rounded(.up)), 1))
  }
}

/// An API of a simulated server.
struct SimulatedAPI: Sendable {
  let catalog: EndpointCatalog
  let router: Router
  let writer: ResponseWriter

  init(_ catalog: EndpointCatalog, world: World) {
    self.catalog = catalog
    router = Router(catalog, world: world)
    writer = ResponseWriter(
      api: catalog.api,
      listsFields: world.behavior.detailedAPIs.contains(catalog.api.name))
  }
}
