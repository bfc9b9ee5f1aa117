/// A state that an endpoint's answer reaches in time, which a caller can wait for.
public struct WaiterModel: Sendable {
  /// Its name, which follows `until:` in Swift.
  public var name: String
  /// What is waited for.
  public var documentation: Documentation
  /// The members that lead to the one that tells the state; empty where only the status tells.
  public var path: [Step]
  /// The texts of that member which mean that it is reached.
  public var doneValues: [String]
  /// The statuses which mean that it is reached, such as 404 after a deletion.
  public var doneStatuses: [Int]
  /// The texts of that member which mean that it will never be reached.
  public var failedValues: [String]
  /// How long to pause between two calls, in seconds.
  public var interval: Int
  /// How long to wait in all unless the caller says otherwise, in seconds.
  public var timeout: Int
  /// Where it is declared.
  public var location: SourceLocation

  /// A member on the way to the state.
  public struct Step: Sendable {
    /// The member.
    public var field: FieldModel
    /// Whether the value before it may be absent.
    public var followsOptional: Bool

    /// Makes a step.
    public init(field: FieldModel, followsOptional: Bool) {
      self.field = field
      self.followsOptional = followsOptional
    }
  }

  /// Makes a waiter's model.
  public init(
    name: String, documentation: Documentation = .init(), path: [Step] = [],
    doneValues: [String] = [], doneStatuses: [Int] = [], failedValues: [String] = [],
    interval: Int, timeout: Int, location: SourceLocation
  ) {
    self.name = name
    self.documentation = documentation
    self.path = path
    self.doneValues = doneValues
    self.doneStatuses = doneStatuses
    self.failedValues = failedValues
    self.interval = interval
    self.timeout = timeout
    self.location = location
  }
}
