/// A state that an error indicates, such as 404 for a deleted resource.
///
/// The generator writes one for each `<waiter>` with a `<success status="…"/>`, for `wait(for:
/// GetCluster(…), until: .deleted)`.
public struct DeletionWaiter<E: Endpoint>: Sendable {
  /// The statuses that indicate success.
  public var statuses: Set<Int>
  /// The error codes that must come with one of ``statuses``. If it is empty, the status is enough.
  /// Otherwise another code (the project does not exist) or none (a proxy responded) is an error.
  public var codes: Set<String>
  /// The responses that indicate success or failure.
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

  /// Whether an error indicates success.
  func isSuccess(_ error: APIError) -> Bool {
    statuses.contains(error.status.code)
      && (codes.isEmpty || error.rawCode.map(codes.contains) == true)
  }
}
