import Synchronization

/// The number of retries that a client can make.
///
/// A bucket of tokens: a retry takes five, and a success returns one.
final class RetryBudget: Sendable {
  private static let cost = 5
  private let capacity: Int
  private let tokens: Mutex<Int>

  init(_ retries: Int) {
    capacity = min(max(retries, 0), 1_000_000) * Self.cost
    tokens = Mutex(capacity)
  }

  /// Takes the tokens of a retry; returns `false` if there are too few.
  func take() -> Bool {
    tokens.withLock { tokens in
      guard tokens >= Self.cost else { return false }
      tokens -= Self.cost
      return true
    }
  }

  /// Records a success.
  func refund() {
    tokens.withLock { $0 = min($0 + 1, capacity) }
  }
}
