/// A limit that keeps a client below what a server allows, so that the server need not reject requests.
///
/// No period of the given length
/// has more requests than the limit, wherever the server's own periods begin. Every request that goes
/// out is counted, also one that fetches a challenge; requests for tokens are not.
///
/// A request whose turn would come after its deadline fails at once with ``EndpointError/timeout(_:)``.
public struct RateLimit: Hashable, Sendable {
  /// The requests that a limit counts together.
  public enum Scope: Hashable, Sendable {
    /// All requests of the client.
    case client
    /// The requests with the same value of a path parameter, such as `GROUP-ID`. Requests without the
    /// parameter are not counted.
    case pathParameter(String)
  }

  /// The number of requests that a period may have.
  public var requests: Int
  /// The length of a period.
  public var period: Duration
  /// The requests that are counted together.
  public var scope: Scope

  /// Creates a limit.
  public init(requests: Int, per period: Duration, scope: Scope = .client) {
    self.requests = requests
    self.period = period
    self.scope = scope
  }
}
