import EndpointModel

/// A state that an endpoint's response reaches in time.
///
/// The generator writes one for each `<waiter>` of a definition, so that a program can say
/// `wait(for: GetSnapshot(…), until: .completed)`.
public struct Waiter<E: Endpoint>: Sendable {
  /// Its name.
  public var name: String
  /// The delay between two polls.
  public var interval: Duration
  /// The time to wait in all. A call can override it.
  public var timeout: Duration
  /// The conditions of success; one of them is enough.
  public var success: [Condition]
  /// The conditions of failure, which precede those of success.
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

  /// A condition on a property of a response.
  public struct Condition: Sendable {
    /// The name of the field on the wire, with dots between steps.
    public var field: String
    /// The accepted values; `nil` accepts any value.
    public var values: Set<String>?
    /// The text of the field in a response; `nil` if it has none.
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

    /// The text of the field, if it is an accepted value.
    func match(_ response: E.Response) -> String? {
      guard let text = text(response), values?.contains(text) ?? true else { return nil }
      return text
    }
  }
}

extension Waiter {
  /// The state that a response reports, for errors; `nil` if it reports none.
  func state(of response: E.Response) -> String? {
    (success + failure).lazy.compactMap { $0.text(response) }.first
  }

  /// Whether a response is in the state.
  ///
  /// - Throws: ``EndpointError/stateNotReached(_:)`` if it says that the state will never be reached.
  func isSuccess(_ response: E.Response) throws(EndpointError) -> Bool {
    for condition in failure {
      guard let text = condition.match(response) else { continue }
      throw .stateNotReached(
        WaiterError(
          endpoint: E.descriptor.name, waiter: name, field: condition.field, state: text))
    }
    return success.contains { $0.match(response) != nil }
  }
}
