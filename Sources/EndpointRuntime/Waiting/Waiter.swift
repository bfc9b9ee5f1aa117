/// A state that an endpoint's answer reaches in time.
///
/// The generator writes one for each `<waiter>` of a definition, so that a program can say
/// `wait(for: GetSnapshot(…), until: .completed)`.
public struct Waiter<E: Endpoint>: Sendable {
  /// Its name.
  public var name: String
  /// The pause between two calls.
  public var interval: Duration
  /// How long to wait in all, unless the caller says otherwise.
  public var timeout: Duration
  /// The texts of the state which mean that it is reached.
  public var doneValues: Set<String>
  /// The texts of the state which mean that it will never be reached.
  public var failedValues: Set<String>
  /// The statuses which mean that it is reached, such as 404 after a deletion.
  public var doneStatuses: Set<Int>
  /// The text that tells the state of an answer.
  public var state: @Sendable (E.Response) -> String?

  /// Makes a waiter.
  public init(
    name: String, interval: Duration, timeout: Duration, doneValues: Set<String> = [],
    failedValues: Set<String> = [], doneStatuses: Set<Int> = [],
    state: @escaping @Sendable (E.Response) -> String? = { _ in nil }
  ) {
    self.name = name
    self.interval = interval
    self.timeout = timeout
    self.doneValues = doneValues
    self.failedValues = failedValues
    self.doneStatuses = doneStatuses
    self.state = state
  }
}
