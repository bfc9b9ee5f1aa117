import EndpointRuntime
import Synchronization
import TestSupport

/// A clock on which a sleep ends at once, at its deadline, so that tests take no time.
///
/// Who waits for an hour or longer, as deadlines do, waits for ever.
final class VirtualClock: Clock {
  struct Instant: InstantProtocol {
    var offset: Duration
    func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
    func duration(to other: Instant) -> Duration { other.offset - offset }
    static func < (a: Instant, b: Instant) -> Bool { a.offset < b.offset }
  }

  private struct State {
    var now = Instant(offset: .zero)
    var pauses: [Duration] = []
  }

  private let state = Mutex(State())

  var now: Instant { state.withLock { $0.now } }
  var minimumResolution: Duration { .nanoseconds(1) }

  /// How much time has passed.
  var elapsed: Duration { now.offset }
  /// How long others have waited, in order.
  var pauses: [Duration] { state.withLock { $0.pauses } }

  /// Lets time pass.
  func pass(_ duration: Duration) {
    state.withLock { $0.now = $0.now.advanced(by: duration) }
  }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    let isShort = state.withLock { state in
      let duration = state.now.duration(to: deadline)
      guard duration < .seconds(3600) else { return false }
      state.pauses.append(duration)
      state.now = max(state.now, deadline)
      return true
    }
    if !isShort { try await Task.sleep(for: .seconds(86_400)) }
  }
}

extension ClientConfiguration {
  /// A configuration whose calls have a day of a clock's time.
  static func virtual(_ clock: VirtualClock) -> ClientConfiguration {
    ClientConfiguration(timeout: .seconds(86_400), clock: clock)
  }

  /// A configuration with which only the delays between polls take time.
  static func polling(_ clock: VirtualClock) -> ClientConfiguration {
    var configuration = ClientConfiguration(
      timeout: .seconds(86_400), retryPolicy: .never, clock: StillClock())
    configuration.pollClock = clock
    return configuration
  }
}
