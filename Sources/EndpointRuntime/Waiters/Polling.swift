/// The state of a wait.
package struct Polling {
  private let name: String
  private let interval: Duration
  private let limit: Duration
  private let clock: RuntimeClock
  private let end: Duration
  /// The last state in a response.
  package var lastState: String?
  /// The error of the last poll; `nil` if it succeeded.
  package var lastFailure: EndpointError?

  init(name: String, interval: Duration, limit: Duration, clock: RuntimeClock) {
    self.name = name
    self.interval = max(interval, .zero)
    self.limit = limit
    self.clock = clock
    end = clock.now + min(max(limit, .zero), Deadlines.longest)
  }

  /// Begins a wait by the continuous clock.
  package init(name: String, interval: Duration, limit: Duration) {
    self.init(
      name: name, interval: interval, limit: limit, clock: RuntimeClock(ContinuousClock()))
  }

  /// The remaining time.
  package var remaining: Duration { max(end - clock.now, .zero) }

  /// Waits until the next poll, of which the last is early enough to end in time.
  ///
  /// - Throws: ``EndpointError/timeout(_:)`` if there is no time for another poll, or
  ///   ``EndpointError/cancelled``.
  package func pause() async throws {
    var pause = interval
    if case .api(let error) = lastFailure, let requested = error.retryAfter {
      pause = max(pause, requested)
    }
    let left = remaining
    if pause >= left {
      pause = left - min(interval / 2, .seconds(5))
      guard pause > .zero else { throw timeout }
    }
    do {
      try await clock.sleep(for: pause)
    } catch {
      throw EndpointError.cancelled
    }
  }

  private var timeout: EndpointError {
    .timeout(
      TimeoutError(
        limit: limit, waiter: name, lastState: lastState,
        lastError: lastFailure.map { "\($0)" }))
  }
}
