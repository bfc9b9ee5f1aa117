/// A state that an endpoint's response reaches in time, which a caller can wait for.
public struct WaiterModel: Sendable {
  /// Its name, which follows `until:` in Swift.
  public var name: String
  /// What is waited for.
  public var documentation: Documentation
  /// What means that it is reached.
  public var done: [Condition]
  /// The statuses which mean that it is reached, such as 404 after a deletion.
  public var doneStatuses: [Int]
  /// The error codes that must come with one of these statuses; empty if any may.
  public var doneCodes: [String]
  /// What means that it will never be reached.
  public var failed: [Condition]
  /// How long to pause between two calls, in seconds.
  public var interval: Int
  /// How long to wait in all unless the caller says otherwise, in seconds.
  public var timeout: Int
  /// Where it is declared.
  public var location: SourceLocation

  /// What a member of the response can say.
  public struct Condition: Sendable {
    /// The members that lead to it; never empty.
    public var path: [Step]
    /// Its texts that are meant; any if there are none.
    public var values: [String]

    /// Creates a condition.
    public init(path: [Step], values: [String]) {
      self.path = path
      self.values = values
    }

    /// The member as definitions write it, with dots between steps.
    public var member: String { path.map(\.field.name).joined(separator: ".") }
  }

  /// A member on the way to the state.
  public struct Step: Sendable {
    /// The member.
    public var field: FieldModel
    /// Whether the value before it may be absent.
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
