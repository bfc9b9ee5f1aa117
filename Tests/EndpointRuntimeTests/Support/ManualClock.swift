import Synchronization

/// A clock that is still until a test lets time pass.
final class ManualClock: Clock {
  typealias Instant = VirtualClock.Instant

  private typealias Continuation = CheckedContinuation<Void, any Error>

  private struct State {
    var now = Instant(offset: .zero)
    var sleepers: [(id: Int, deadline: Instant, continuation: Continuation)] = []
    var observers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
    var sleeps = 0
  }

  private let state = Mutex(State())

  var now: Instant { state.withLock { $0.now } }
  var minimumResolution: Duration { .nanoseconds(1) }

  /// How often a task has begun to sleep.
  var sleeps: Int { state.withLock { $0.sleeps } }

  /// Waits until tasks have begun to sleep that often.
  func hasSlept(times count: Int) async {
    await withCheckedContinuation { continuation in
      let isOver = state.withLock { state in
        guard state.sleeps < count else { return true }
        state.observers.append((count, continuation))
        return false
      }
      if isOver { continuation.resume() }
    }
  }

  /// Lets time pass and wakes whose time has come.
  func pass(_ duration: Duration) {
    let woken = state.withLock { state in
      state.now = state.now.advanced(by: duration)
      let now = state.now
      let woken = state.sleepers.filter { $0.deadline <= now }
      state.sleepers.removeAll { $0.deadline <= now }
      return woken
    }
    woken.forEach { $0.continuation.resume() }
  }

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    let (id, seen) = state.withLock { state in
      state.sleeps += 1
      let count = state.sleeps
      let seen = state.observers.filter { $0.count <= count }
      state.observers.removeAll { $0.count <= count }
      return (count, seen.map(\.continuation))
    }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (continuation: Continuation) in
        let isOver = state.withLock { state in
          guard deadline > state.now, !Task.isCancelled else { return true }
          state.sleepers.append((id, deadline, continuation))
          return false
        }
        if isOver { continuation.resume() }
        seen.forEach { $0.resume() }
      }
    } onCancel: {
      state.withLock { state in
        state.sleepers.firstIndex { $0.id == id }.map { state.sleepers.remove(at: $0).continuation }
      }?.resume(throwing: CancellationError())
    }
    try Task.checkCancellation()
  }
}
