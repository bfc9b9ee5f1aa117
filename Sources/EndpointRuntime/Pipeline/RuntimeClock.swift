/// A clock of any kind, read as the time since it was handed over.
struct RuntimeClock: Sendable {
  private let elapsed: @Sendable () -> Duration
  private let pause: @Sendable (Duration) async throws -> Void

  init<C: Clock>(_ clock: C) where C.Duration == Duration {
    let start = clock.now
    elapsed = { start.duration(to: clock.now) }
    pause = { try await clock.sleep(until: start.advanced(by: $0), tolerance: nil) }
  }

  /// The time that has passed since the clock was handed over.
  var now: Duration { elapsed() }

  /// Waits until that much time has passed.
  ///
  /// - Throws: `CancellationError` if the task is cancelled meanwhile.
  func sleep(until time: Duration) async throws { try await pause(time) }

  /// Waits.
  ///
  /// - Throws: `CancellationError` if the task is cancelled meanwhile.
  func sleep(for duration: Duration) async throws { try await pause(now + duration) }
}
