import AtlasCore
import EndpointModel
@_spi(Generated) import EndpointRuntime

/// Polls an endpoint until its response has a state.
struct StatePoller {
  let plan: WaitPlan
  /// The delay between two polls.
  let interval: Duration
  /// The maximum time to wait.
  let timeout: Duration
  /// Sends a poll.
  let send: (RequestBuilder, Duration) async throws -> JSON
  /// Receives the state in each response, and the time since the beginning.
  let progress: (String, Duration) -> Void

  private var waiter: WaiterDescriptor { plan.waiter }

  /// Waits for the state.
  ///
  /// - Returns: The response with the state; `nil` if the resource is deleted.
  /// - Throws: ``EndpointError/stateNotReached(_:)`` if a response indicates failure;
  ///   ``EndpointError/timeout(_:)`` with the last state; or the error of a poll.
  func wait(polling request: RequestBuilder) async throws -> JSON? {
    let start = ContinuousClock.now
    var polling = Polling(name: waiter.name, interval: interval, limit: timeout)
    while true {
      do {
        let response = try await send(request, max(polling.remaining, .milliseconds(100)))
        polling.lastFailure = nil
        polling.lastState = state(of: response) ?? polling.lastState
        progress(polling.lastState ?? "waiting", start.duration(to: .now))
        if try isSuccess(response) { return response }
      } catch EndpointError.api(let error) where isSuccess(error) {
        return nil
      } catch let error as EndpointError where error.isTransient {
        polling.lastFailure = error
        progress("\(error)", start.duration(to: .now))
      }
      try await polling.pause()
    }
  }

  private func isSuccess(_ error: APIError) -> Bool {
    waiter.successStatuses.contains(error.status.code)
      && (waiter.successCodes.isEmpty || error.rawCode.map(waiter.successCodes.contains) == true)
  }

  private func isSuccess(_ response: JSON) throws -> Bool {
    for condition in waiter.failure {
      guard let text = condition.match(response) else { continue }
      throw EndpointError.stateNotReached(
        WaiterError(
          endpoint: plan.endpoint.name, waiter: waiter.name,
          field: condition.path.joined(separator: "."), state: text))
    }
    return waiter.success.contains { $0.match(response) != nil }
  }

  private func state(of response: JSON) -> String? {
    let states = waiter.success.filter { !$0.values.isEmpty }
    if let state = states.lazy.compactMap({ $0.text(in: response) }).first { return state }
    // A deletion waiter has no field, and some fields say by their presence that a resource is ready.
    let names = ["stateName", "state", "status", "statusName"]
    if let state = names.lazy.compactMap({ response[$0]?.string }).first { return state }
    return waiter.success.contains { $0.match(response) != nil } ? waiter.name : nil
  }
}

extension WaiterDescriptor.Condition {
  /// Returns the value of the field as a string; `nil` if it is missing, null, or an empty list.
  fileprivate func text(in response: JSON) -> String? {
    switch FieldPath(steps: path.map { .name($0) }).value(in: response) {
    case nil, .null, .array([]): nil
    case let value?: value.plainText
    }
  }

  /// Returns the value of the field if it is accepted.
  fileprivate func match(_ response: JSON) -> String? {
    guard let text = text(in: response), values.isEmpty || values.contains(text) else {
      return nil
    }
    return text
  }
}
