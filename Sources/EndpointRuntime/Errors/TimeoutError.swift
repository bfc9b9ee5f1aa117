public import Foundation

/// A timeout, with the last state if a waiter timed out.
public struct TimeoutError: Error, Hashable, Sendable {
  /// The duration of the timeout.
  public var limit: Duration
  /// Whether the request was not sent because its turn under a rate limit is after its deadline.
  public var isWaitingForTurn: Bool
  /// The name of the waiter, if a state was waited for.
  public var waiter: String?
  /// The last state in a response, such as `CREATING`; `nil` if there is none.
  public var lastState: String?
  /// A description of the last poll's error; `nil` if the last poll succeeded.
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
  /// A description of the problem and how to fix it.
  public var description: String {
    if isWaitingForTurn {
      return
        "the request was not sent, since its turn under the rate limit is after its deadline of "
        + "\(limit.text); send fewer requests, or set a longer timeout"
    }
    guard let waiter else { return "no response came within \(limit.text)" }
    let state = lastState.map { "the last state was \($0)" } ?? "no response reported a state"
    let error = lastError.map { "; the last poll failed: \($0)" } ?? ""
    return "'\(waiter)' was not reached within \(limit.text): \(state)\(error)"
  }

  /// The same as the description.
  public var errorDescription: String? { description }
}
