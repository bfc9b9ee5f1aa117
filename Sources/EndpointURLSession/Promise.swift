import Synchronization

/// A week in seconds. Requests have their own deadlines, which URLSession's must not shorten.
final class Promise<Value: Sendable>: Sendable {
  private enum State {
    case open(CheckedContinuation<Value, any Error>?)
    case kept(Result<Value, any Error>)
  }

  private let state = Mutex(State.open(nil))

  /// Whether there is a value or an error.
  var isKept: Bool {
    state.withLock { if case .kept = $0 { true } else { false } }
  }

  /// Sets the value and returns whether it is the first one; later values are ignored.
  @discardableResult
  func keep(_ result: Result<Value, any Error>) -> Bool {
    let (isFirst, waiter) = state.withLock { state in
      guard case .open(let waiter) = state else {
        return (false, CheckedContinuation<Value, any Error>?.none)
      }
      state = .kept(result)
      return (true, waiter)
    }
    waiter?.resume(with: result)
    return isFirst
  }

  /// The value, once there is one.
  var value: Value {
    get async throws {
      try await withCheckedThrowingContinuation { continuation in
        let result = state.withLock { state -> Result<Value, any Error>? in
          if case .kept(let result) = state { return result }
          state = .open(continuation)
          return nil
        }
        if let result { continuation.resume(with: result) }
      }
    }
  }
}
