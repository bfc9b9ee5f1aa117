import Synchronization

/// Lets a number of tasks go ahead and the others wait, first come, first served.
final class ConcurrencyLimit: Sendable {
  private struct State {
    var free: Int
    var queue: [(id: Int, continuation: CheckedContinuation<Void, any Error>)] = []
    var nextID = 0
  }

  private let state: Mutex<State>

  init(_ limit: Int) { state = Mutex(State(free: max(limit, 1))) }

  /// Runs an operation when its turn has come.
  ///
  /// - Throws: `CancellationError` if the task is cancelled while it waits, or what the operation throws.
  func run<Result>(_ operation: () async throws -> Result) async throws -> Result {
    try await enter()
    defer { leave() }
    return try await operation()
  }

  private func enter() async throws {
    let id: Int? = state.withLock { state in
      if state.free > 0 {
        state.free -= 1
        return nil
      }
      state.nextID += 1
      return state.nextID
    }
    guard let id else { return }
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation {
        (continuation: CheckedContinuation<Void, any Error>) in
        state.withLock { state in
          if Task.isCancelled {
            continuation.resume(throwing: CancellationError())
          } else if state.free > 0 {
            state.free -= 1
            continuation.resume()
          } else {
            state.queue.append((id, continuation))
          }
        }
      }
    } onCancel: {
      state.withLock { state in
        guard let index = state.queue.firstIndex(where: { $0.id == id }) else { return }
        state.queue.remove(at: index).continuation.resume(throwing: CancellationError())
      }
    }
  }

  private func leave() {
    state.withLock { state in
      if state.queue.isEmpty {
        state.free += 1
      } else {
        state.queue.removeFirst().continuation.resume()
      }
    }
  }
}
