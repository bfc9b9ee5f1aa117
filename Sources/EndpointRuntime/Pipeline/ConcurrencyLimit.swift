import DequeModule
import Synchronization

/// Limits the number of concurrent tasks; others wait in the order of their arrival.
final class ConcurrencyLimit: Sendable {
  private struct State {
    var free: Int
    var queue: Deque<(id: Int, continuation: CheckedContinuation<Void, any Error>)> = []
    var nextID = 0
  }

  private let state: Mutex<State>

  init(_ limit: Int) { state = Mutex(State(free: max(limit, 1))) }

  /// Runs an operation when it is its turn.
  ///
  /// - Throws: `CancellationError` if the task is cancelled while it waits, or the error of the
  ///   operation.
  func run<Result>(
    within limit: TimeLimit = .ofCaller, _ operation: () async throws -> Result
  ) async throws -> Result {
    if let id = enter() { try await limit.wait { try await self.wait(id) } }
    defer { leave() }
    return try await operation()
  }

  /// Takes a turn if there is one; otherwise returns the number of a place in the queue.
  private func enter() -> Int? {
    state.withLock { state in
      if state.free > 0 {
        state.free -= 1
        return nil
      }
      state.nextID += 1
      return state.nextID
    }
  }

  private func wait(_ id: Int) async throws {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation {
        (continuation: CheckedContinuation<Void, any Error>) in
        // Continuations are resumed outside of the lock, since the executor can run the task
        // immediately.
        let outcome: Result<Void, any Error>? = state.withLock { state in
          if Task.isCancelled { return .failure(CancellationError()) }
          if state.free > 0 {
            state.free -= 1
            return .success(())
          }
          state.queue.append((id, continuation))
          return nil
        }
        if let outcome { continuation.resume(with: outcome) }
      }
    } onCancel: {
      let cancelled = state.withLock { state in
        state.queue.firstIndex { $0.id == id }.map { state.queue.remove(at: $0).continuation }
      }
      cancelled?.resume(throwing: CancellationError())
    }
  }

  private func leave() {
    let next = state.withLock { state in
      let next = state.queue.popFirst()
      if next == nil { state.free += 1 }
      return next
    }
    next?.continuation.resume()
  }
}
