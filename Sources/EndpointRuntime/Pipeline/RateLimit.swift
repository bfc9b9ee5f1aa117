/// A limit on the rate of requests, so that the server does not reject them.
///
/// No period has more requests than the limit, wherever the server's own periods begin. Every
/// request is counted, including those that fetch a Digest challenge, but not those that fetch
/// access tokens.
///
/// A request that could not be sent before its deadline fails immediately with
/// ``EndpointError/timeout(_:)``.
public struct RateLimit: Hashable, Sendable {
  /// The requests that are counted together.
  public enum Scope: Hashable, Sendable {
    /// All requests of the client.
    case client
    /// The requests with the same value of a path parameter, such as `GROUP-ID`, which is also
    /// spelled `groupId`. Requests without the parameter are not counted.
    case pathParameter(String)
  }

  /// The maximum number of requests in a period.
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
