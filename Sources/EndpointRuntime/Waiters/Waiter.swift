import EndpointModel

/// A state that the response of an endpoint reaches in time.
///
/// The generator writes one for each `<waiter>` of a definition, for `wait(for: GetSnapshot(…),
/// until: .completed)`.
public struct Waiter<E: Endpoint>: Sendable {
  /// The name.
  public var name: String
  /// The delay between two polls.
  public var interval: Duration
  /// The maximum time to wait.
  public var timeout: Duration
  /// The conditions of success. One of them is enough.
  public var success: [Condition]
  /// The conditions of failure. They precede those of success.
  public var failure: [Condition]

  /// Creates a waiter.
  public init(
    name: String, interval: Duration, timeout: Duration, success: [Condition],
    failure: [Condition] = []
  ) {
    self.name = name
    self.interval = interval
    self.timeout = timeout
    self.success = success
    self.failure = failure
  }

  /// A condition on a field of a response.
  public struct Condition: Sendable {
    /// The path to the field, with dots between steps.
    public var field: String
    /// The accepted values; `nil` accepts any value.
    public var values: Set<String>?
    /// Returns the value of the field in a response as a string; `nil` if it has none.
    public var text: @Sendable (E.Response) -> String?

    /// Creates a condition.
    public init(
      _ field: String, is values: Set<String>? = nil,
      text: @escaping @Sendable (E.Response) -> String?
    ) {
      self.field = field
      self.values = values
      self.text = text
    }

    /// Returns the value of the field if it is accepted.
    func match(_ response: E.Response) -> String? {
      guard let text = text(response), values?.contains(text) ?? true else { return nil }
      return text
    }
  }
}

extension Waiter {
  /// Returns the state in a response, for errors; `nil` if it has none.
  func state(of response: E.Response) -> String? {
    (success + failure).lazy.compactMap { $0.text(response) }.first
  }

  /// Whether a response indicates success.
  ///
  /// - Throws: ``EndpointError/stateNotReached(_:)`` if it indicates failure.
  func isSuccess(_ response: E.Response) throws(EndpointError) -> Bool {
    for condition in failure {
      guard let text = condition.match(response) else { continue }
      throw .stateNotReached(
        WaiterError(
          endpoint: E.operation.name, waiter: name, field: condition.field, state: text))
    }
    return success.contains { $0.match(response) != nil }
  }
}
