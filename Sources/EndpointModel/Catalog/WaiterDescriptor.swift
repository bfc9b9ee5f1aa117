/// The description of a waiter: a state that the response of an endpoint reaches in time.
public struct WaiterDescriptor: Hashable, Sendable {
  /// The name.
  public var name: String
  /// The documentation of the state.
  public var documentation: Documentation
  /// The conditions of success.
  public var success: [Condition]
  /// The statuses that indicate success, such as 404 after a deletion.
  public var successStatuses: [Int]
  /// The error codes that must come with one of these statuses; empty for any.
  public var successCodes: [String]
  /// The conditions of failure.
  public var failure: [Condition]
  /// The delay between two polls, in seconds.
  public var interval: Int
  /// The default timeout in seconds.
  public var timeout: Int

  /// A condition on a field of the response, or on its status.
  public struct Condition: Hashable, Sendable {
    /// The names of the fields on the way to the value; empty if the response only has to have content.
    public var path: [String]
    /// The accepted values; empty accepts any value that is not null and not an empty list.
    public var values: [String]
    /// The statuses of the response with content; empty for a condition on a field.
    public var statuses: [Int]

    /// Creates a condition.
    public init(path: [String], values: [String] = [], statuses: [Int] = []) {
      self.path = path
      self.values = values
      self.statuses = statuses
    }
  }

  /// Creates a descriptor.
  public init(
    name: String, documentation: Documentation = .init(), success: [Condition] = [],
    successStatuses: [Int] = [], successCodes: [String] = [], failure: [Condition] = [],
    interval: Int, timeout: Int
  ) {
    self.name = name
    self.documentation = documentation
    self.success = success
    self.successStatuses = successStatuses
    self.successCodes = successCodes
    self.failure = failure
    self.interval = interval
    self.timeout = timeout
  }
}
