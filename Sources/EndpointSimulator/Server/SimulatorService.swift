import EndpointRuntime
import Foundation

/// Responds to requests of the server and of the in-process transport, and records them.
struct SimulatorService: Sendable {
  let dispatcher: Dispatcher
  /// `nil` if the control endpoint is disabled.
  let control: ControlEndpoint?
  let log: ExchangeLog
  let clock: SimulatedClock

  func respond(to request: IncomingRequest) async -> Delivery {
    if let response = await control?.response(to: request) {
      return .response(dated(response, at: clock.date))
    }
    let start = ContinuousClock.now
    let outcome = await dispatcher.outcome(of: request)
    let now = clock.date
    var response: OutgoingResponse?
    if case .response(let outgoing) = outcome.delivery { response = dated(outgoing, at: now) }
    // An exchange is recorded before the client can see its response.
    log.record(
      SimulatedExchange(
        number: 0, time: now, duration: start.duration(to: .now), operation: outcome.operation,
        faults: outcome.faults,
        request: ReceivedRequest(
          method: request.method, target: request.target, headerFields: request.headerFields,
          body: request.body ?? Data()),
        response: response.map(SentResponse.init)))
    return response.map(Delivery.response) ?? .closed
  }

  /// Returns the response to a request that is not valid HTTP.
  func response(to problem: RequestProblem) -> OutgoingResponse {
    let document: JSON = [
      "error": .integer(Int64(problem.status)), "detail": .string(problem.detail),
      "reason": .string(ReasonPhrase.of(problem.status)),
    ]
    return dated(OutgoingResponse(status: problem.status, document: document), at: clock.date)
  }

  private func dated(_ response: OutgoingResponse, at time: Date) -> OutgoingResponse {
    var response = response
    response.fields.append(("Date", HTTPDate.string(from: time)))
    return response
  }
}

extension OutgoingResponse {
  /// Creates a response with a JSON document.
  init(status: Int, document: JSON) {
    self.init(
      status: status, fields: [("Content-Type", "application/json")],
      body: (try? JSONCoding.encode(document)) ?? Data())
  }
}
