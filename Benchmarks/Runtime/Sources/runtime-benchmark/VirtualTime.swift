import CGlobalJobs
import HeapModule
import Synchronization

/// Time that passes only when no task can run, so that a simulation of hours takes seconds and has
/// the same result in each run.
enum VirtualTime {
  /// Runs an operation and all tasks that it starts, on this thread, to their end.
  ///
  /// No other work of the process may be in progress: its jobs would run here as well.
  static func run(_ operation: @escaping @Sendable (VirtualClock) async -> Void) {
    let clock = VirtualClock()
    global_jobs_begin()
    Task.detached { await operation(clock) }
    repeat { global_jobs_run() } while clock.wakeNext()
    global_jobs_end()
  }
}

/// The clock of a simulation.
final class VirtualClock: Clock {
  struct Instant: InstantProtocol {
    /// The time since the simulation began.
    var offset: Duration

    func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
    func duration(to other: Self) -> Duration { other.offset - offset }
    static func < (a: Self, b: Self) -> Bool { a.offset < b.offset }
  }

  /// The end of a sleep. Of several at one point in time, the one that began first is first.
  private struct Wake: Comparable {
    var time: Duration
    var id: Int

    static func < (a: Self, b: Self) -> Bool { (a.time, a.id) < (b.time, b.id) }
  }

  private struct State {
    var now = Duration.zero
    var wakes = Heap<Wake>()
    var sleepers: [Int: CheckedContinuation<Void, any Error>] = [:]
    var nextID = 0
  }

  private let state = Mutex(State())

  var now: Instant { Instant(offset: state.withLock { $0.now }) }
  var minimumResolution: Duration { .nanoseconds(1) }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let id = state.withLock { state in
      state.nextID += 1
      return state.nextID
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation {
        (continuation: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
        state.withLock { state in
          state.sleepers[id] = continuation
          state.wakes.insert(Wake(time: max(deadline.offset, state.now), id: id))
        }
      }
    } onCancel: {
      state.withLock { $0.sleepers.removeValue(forKey: id) }?
        .resume(throwing: CancellationError())
    }
  }

  /// Lets time pass to the end of the next sleep.
  ///
  /// - Returns: Whether there was one.
  fileprivate func wakeNext() -> Bool {
    let sleeper = state.withLock { state -> CheckedContinuation<Void, any Error>? in
      while let wake = state.wakes.popMin() {
        guard let sleeper = state.sleepers.removeValue(forKey: wake.id) else { continue }
        state.now = wake.time
        return sleeper
      }
      return nil
    }
    sleeper?.resume()
    return sleeper != nil
  }
}
