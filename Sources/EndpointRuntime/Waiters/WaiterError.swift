/// A state that will never be reached.
public struct WaiterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the endpoint.
  public var endpoint: String
  /// The state that was waited for.
  public var waiter: String
  /// The field that indicates it.
  public var field: String
  /// The value of the field.
  public var state: String

  /// Creates a state.
  public init(endpoint: String, waiter: String, field: String, state: String) {
    self.endpoint = endpoint
    self.waiter = waiter
    self.field = field
    self.state = state
  }

  /// The state that was waited for, and the one that was reached.
  public var description: String {
    "'\(waiter)' is not reached: in the response of \(endpoint) '\(field)' is '\(state)', which is final"
  }
}
