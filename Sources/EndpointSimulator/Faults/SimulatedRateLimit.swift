/// The rate limit of a simulator: a token bucket for each value of a placeholder.
///
/// Responses have `Ratelimit-Limit` and `Ratelimit-Remaining`. Requests beyond the limit get a 429
/// with `Retry-After`.
public struct SimulatedRateLimit: Hashable, Sendable {
  /// The number of requests that a bucket permits at once, and in each period.
  public var requests: Int
  /// The period, by the clock of the simulator.
  public var period: Duration
  /// The placeholder of the path, such as `GROUP-ID`, each value of which has a bucket; `nil` for one
  /// bucket. Requests without the placeholder are not limited.
  public var placeholder: String?
  /// The error code of a 429.
  public var code: String

  /// Creates a rate limit.
  public init(
    requests: Int, per period: Duration, placeholder: String? = nil,
    code: String = "RATE_LIMITED_TOKEN_BUCKET"
  ) {
    self.requests = requests
    self.period = period
    self.placeholder = placeholder
    self.code = code
  }
}
