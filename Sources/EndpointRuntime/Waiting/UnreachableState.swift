/// A state that was waited for and will never be reached.
public struct UnreachableState: Error, Hashable, Sendable, CustomStringConvertible {
  /// The endpoint that was called.
  public var endpoint: String
  /// The state that was waited for.
  public var waiter: String
  /// The state that the answer is in.
  public var state: String

  /// What was waited for, and what came instead.
  public var description: String {
    "'\(waiter)' is not reached: \(endpoint) says '\(state)', and that is final"
  }
}
