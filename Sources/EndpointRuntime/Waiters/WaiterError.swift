/// A state that will not be reached.
public struct WaiterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the endpoint.
  public var endpoint: String
  /// The name of the waiter.
  public var waiter: String
  /// The path to the field with the state.
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

  /// A description of the expected and the actual state.
  public var description: String {
    "'\(waiter)' is not reached: in the response of \(endpoint) '\(field)' is '\(state)', which is a failure"
  }
}
