/// A state that an endpoint's response reaches in time, which a caller can wait for.
public struct WaiterModel: Sendable {
  /// Its name, which follows `until:` in Swift.
  public var name: String
  /// The documentation of the state.
  public var documentation: Documentation
  /// The conditions of success.
  public var done: [Condition]
  /// The statuses that indicate success, such as 404 after a deletion.
  public var doneStatuses: [Int]
  /// The error codes that must come with one of these statuses; empty if any may.
  public var doneCodes: [String]
  /// The conditions of failure.
  public var failed: [Condition]
  /// The delay between two polls, in seconds.
  public var interval: Int
  /// The default time to wait in all, in seconds.
  public var timeout: Int
  /// The location of the declaration.
  public var location: SourceLocation

  /// A condition on a field of the response.
  public struct Condition: Sendable {
    /// The path to the field; never empty.
    public var path: [Step]
    /// The accepted values; empty accepts any value.
    public var values: [String]

    /// Creates a condition.
    public init(path: [Step], values: [String]) {
      self.path = path
      self.values = values
    }

    /// The path as definitions write it, with dots between steps.
    public var member: String { path.map(\.field.name).joined(separator: ".") }
  }

  /// A step of the path to a field.
  public struct Step: Sendable {
    /// The field.
    public var field: FieldModel
    /// Whether the value before it may be `nil`.
    public var followsOptional: Bool

    /// Creates a step.
    public init(field: FieldModel, followsOptional: Bool) {
      self.field = field
      self.followsOptional = followsOptional
    }
  }

  /// Creates a waiter's model.
  public init(
    name: String, documentation: Documentation = .init(), done: [Condition] = [],
    doneStatuses: [Int] = [], doneCodes: [String] = [], failed: [Condition] = [], interval: Int,
    timeout: Int,
    location: SourceLocation
  ) {
    self.name = name
    self.documentation = documentation
    self.done = done
    self.doneStatuses = doneStatuses
    self.doneCodes = doneCodes
    self.failed = failed
    self.interval = interval
    self.timeout = timeout
    self.location = location
  }
}
