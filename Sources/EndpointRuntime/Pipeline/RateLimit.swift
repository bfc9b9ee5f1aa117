/// A limit that keeps a client below what a server allows, so that the server need not reject requests.
///
/// Requests are counted for each value of a path parameter separately. No period of the given length
/// has more requests than the limit, wherever the server's own periods begin. Every request that goes
/// out is counted, also one that fetches a challenge; requests for tokens are not.
///
/// A request whose turn would come after its deadline fails at once with ``EndpointError/timeout(_:)``.
public struct RateLimit: Hashable, Sendable {
  /// The path parameter whose values are counted separately.
  public var pathParameter: String
  /// The number of requests that a period may have.
  public var limit: Int
  /// The length of a period.
  public var period: Duration

  /// Creates a limit.
  public init(pathParameter: String, limit: Int, period: Duration) {
    self.pathParameter = pathParameter
    self.limit = limit
    self.period = period
  }
}
