/// A state that is told by a status, such as 404 once something is gone.
///
/// The generator writes one for each `<waiter>` that has a `<done status="…"/>`, so that a program can
/// say `wait(for: GetCluster(…), until: .deleted)`.
public struct RemovalWaiter<E: Endpoint>: Sendable {
  /// The statuses which mean that it is reached.
  public var statuses: Set<Int>
  /// What else means that it is reached, or that it will never be.
  public var waiter: Waiter<E>

  /// Makes a waiter.
  public init(
    name: String, interval: Duration, timeout: Duration, statuses: Set<Int>,
    done: [Waiter<E>.Condition] = [], failed: [Waiter<E>.Condition] = []
  ) {
    self.statuses = statuses
    waiter = Waiter(name: name, interval: interval, timeout: timeout, done: done, failed: failed)
  }
}
