/// A state that an error indicates, such as 404 once a resource is deleted.
///
/// The generator writes one for each `<waiter>` that has a `<success status="…"/>`, so that a program can
/// write `wait(for: GetCluster(…), until: .deleted)`.
public struct DeletionWaiter<E: Endpoint>: Sendable {
  /// The statuses that indicate that the state is reached.
  public var statuses: Set<Int>
  /// The error codes that do so together with one of ``statuses``. Without any, the status is enough;
  /// with some, another code (the project does not exist) or none (a proxy responded) is an error.
  public var codes: Set<String>
  /// The responses that indicate that the state is reached, or that it will never be.
  public var waiter: Waiter<E>

  /// Creates a waiter.
  public init(
    name: String, interval: Duration, timeout: Duration, statuses: Set<Int>,
    codes: Set<String> = [], success: [Waiter<E>.Condition] = [],
    failure: [Waiter<E>.Condition] = []
  ) {
    self.statuses = statuses
    self.codes = codes
    waiter = Waiter(
      name: name, interval: interval, timeout: timeout, success: success, failure: failure)
  }

  /// Whether an error indicates that the state is reached.
  func isSuccess(_ error: APIError) -> Bool {
    statuses.contains(error.status.code)
      && (codes.isEmpty || error.rawCode.map(codes.contains) == true)
  }
}
