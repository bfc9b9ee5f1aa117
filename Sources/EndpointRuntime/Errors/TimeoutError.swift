public import Foundation

/// Which time ran out, and what the last state was if a state was waited for.
public struct TimeoutError: Error, Hashable, Sendable {
  /// The time that was available.
  public var limit: Duration
  /// Whether the request was not sent because its turn under a rate limit comes after its deadline.
  public var isWaitingForTurn: Bool
  /// The name of the waiter, if a state was waited for.
  public var waiter: String?
  /// The last state that a response reported, such as `CREATING`.
  public var lastState: String?
  /// The description of the error with which the last poll failed, if it did.
  public var lastError: String?

  /// Creates a failure.
  public init(
    limit: Duration, isWaitingForTurn: Bool = false, waiter: String? = nil,
    lastState: String? = nil, lastError: String? = nil
  ) {
    self.limit = limit
    self.isWaitingForTurn = isWaitingForTurn
    self.waiter = waiter
    self.lastState = lastState
    self.lastError = lastError
  }
}

extension TimeoutError: CustomStringConvertible, LocalizedError {
  /// A description of what happened and what to do.
  public var description: String {
    if isWaitingForTurn {
      return "the request was not sent: its turn under the rate limit comes after its deadline of "
        + "\(limit.text); send fewer requests at a time, or set a longer timeout"
    }
    guard let waiter else { return "no response came within \(limit.text)" }
    let state = lastState.map { "the last state was \($0)" } ?? "no response reported a state"
    let error = lastError.map { "; the last poll failed: \($0)" } ?? ""
    return "'\(waiter)' was not reached within \(limit.text): \(state)\(error)"
  }

  /// The same as the description.
  public var errorDescription: String? { description }
}
