/// A state that was waited for and will never be reached.
public struct WaiterFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// The endpoint that was called.
  public var endpoint: String
  /// The state that was waited for.
  public var waiter: String
  /// The member of the response that says so.
  public var member: String
  /// What it says.
  public var state: String

  /// Creates a state.
  public init(endpoint: String, waiter: String, member: String, state: String) {
    self.endpoint = endpoint
    self.waiter = waiter
    self.member = member
    self.state = state
  }

  /// What was waited for, and what came instead.
  public var description: String {
    "'\(waiter)' is not reached: in the response of \(endpoint) '\(member)' is '\(state)', which is final"
  }
}
