/// A state that an endpoint's response reaches in time.
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
  /// What means that the state is reached: one of these is enough.
  public var done: [Condition]
  /// What means that it will never be reached, even if it seems to be.
  public var failed: [Condition]

  /// Creates a waiter.
  public init(
    name: String, interval: Duration, timeout: Duration, done: [Condition],
    failed: [Condition] = []
  ) {
    self.name = name
    self.interval = interval
    self.timeout = timeout
    self.done = done
    self.failed = failed
  }

  /// Something that a member of a response can say.
  public struct Condition: Sendable {
    /// The member's name on the wire, with dots between steps.
    public var member: String
    /// The texts that are meant; any if there are none.
    public var values: Set<String>?
    /// The member's text in a response; `nil` if the response has none.
    public var text: @Sendable (E.Response) -> String?

    /// Creates a condition.
    public init(
      _ member: String, is values: Set<String>? = nil,
      text: @escaping @Sendable (E.Response) -> String?
    ) {
      self.member = member
      self.values = values
      self.text = text
    }

    /// The member's text, if it is one that is meant.
    func match(_ response: E.Response) -> String? {
      guard let text = text(response), values?.contains(text) ?? true else { return nil }
      return text
    }
  }
}

extension Waiter {
  /// The state that a response reports, for errors; `nil` if it reports none.
  func state(of response: E.Response) -> String? {
    (done + failed).lazy.compactMap { $0.text(response) }.first
  }

  /// Whether a response is in the state.
  ///
  /// - Throws: ``EndpointError/unreachable(_:)`` if it says that the state will never be reached.
  func isDone(_ response: E.Response) throws(EndpointError) -> Bool {
    for condition in failed {
      guard let text = condition.match(response) else { continue }
      throw .stateNotReached(
        WaiterFailure(
          endpoint: E.descriptor.name, waiter: name, member: condition.member, state: text))
    }
    return done.contains { $0.match(response) != nil }
  }
}
