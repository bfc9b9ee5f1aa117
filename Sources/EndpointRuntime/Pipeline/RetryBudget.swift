import Synchronization

/// How many repetitions the calls of a client may still have.
///
/// It is a bucket of tokens: a repetition takes five, a success gives one back.
final class RetryBudget: Sendable {
  private static let cost = 5
  private let capacity: Int
  private let tokens: Mutex<Int>

  init(_ retries: Int) {
    capacity = min(max(retries, 0), 1_000_000) * Self.cost
    tokens = Mutex(capacity)
  }

  /// Takes one repetition, if there is one.
  func take() -> Bool {
    tokens.withLock { tokens in
      guard tokens >= Self.cost else { return false }
      tokens -= Self.cost
      return true
    }
  }

  /// Takes note of a call that succeeded.
  func refund() {
    tokens.withLock { $0 = min($0 + 1, capacity) }
  }
}
