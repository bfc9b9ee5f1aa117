import EndpointRuntime
import Foundation

/// Responds to requests of the server and of the in-process transport.
struct SimulatorService: Sendable {
  let performer: RequestPerformer
  /// `nil` if the control endpoint is disabled.
  let control: ControlEndpoint?
  let clock: SimulatedClock

  func respond(to request: IncomingRequest) async -> Delivery {
    if let response = await control?.response(to: request) {
      return .response(response.dated(at: clock.date))
    }
    return await performer.perform(request).delivery
  }

  /// Returns the response to a request that is not valid HTTP.
  func response(to problem: RequestProblem) -> OutgoingResponse {
    let document: JSON = [
      "error": .integer(Int64(problem.status)), "detail": .string(problem.detail),
      "reason": .string(ReasonPhrase.of(problem.status)),
    ]
    return OutgoingResponse(status: problem.status, document: document).dated(at: clock.date)
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
