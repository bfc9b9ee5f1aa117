import EndpointRuntime
import Foundation

/// Performs requests, and records the exchanges.
struct RequestPerformer: Sendable {
  let dispatcher: Dispatcher
  let log: ExchangeLog
  let clock: SimulatedClock

  /// Performs a request.
  ///
  /// - Returns: What the client gets, and the exchange.
  func perform(_ request: IncomingRequest) async -> (
    delivery: Delivery, exchange: SimulatedExchange
  ) {
    let start = ContinuousClock.now
    let outcome = await dispatcher.outcome(of: request)
    let now = clock.date
    var response: OutgoingResponse?
    if case .response(let outgoing) = outcome.delivery { response = outgoing.dated(at: now) }
    // An exchange is recorded before the client can see its response.
    let exchange = log.record(
      SimulatedExchange(
        number: 0, time: now, duration: start.duration(to: .now), operation: outcome.operation,
        faults: outcome.faults,
        request: ReceivedRequest(
          method: request.method, target: request.target, headerFields: request.headerFields,
          body: request.body ?? Data()),
        response: response.map(SentResponse.init)))
    return (response.map(Delivery.response) ?? .closed, exchange)
  }
}

extension OutgoingResponse {
  /// Returns the response with its date.
  func dated(at time: Date) -> OutgoingResponse {
    var response = self
    response.fields.append(("Date", HTTPDate.string(from: time)))
    return response
  }
}
