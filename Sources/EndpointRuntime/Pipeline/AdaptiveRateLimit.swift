/// A rate limit that slows requests down when the server reports that few more are allowed.
///
/// It evaluates `Ratelimit-Limit` and `Ratelimit-Remaining` of the responses of each endpoint, and
/// `Retry-After` of its 429 responses. The less of the limit remains below ``threshold``, the
/// longer the delay between two requests, up to ``maximumDelay``. If nothing remains, the next
/// request waits for `Ratelimit-Reset`, or for ``maximumDelay`` if the server does not send it. A
/// response above the threshold ends the delays.
public struct AdaptiveRateLimit: Hashable, Sendable {
  /// The fraction of the limit below which requests are slowed down. Defaults to 0.1.
  public var threshold: Double
  /// The maximum delay between two requests of an endpoint. Defaults to 1 second.
  public var maximumDelay: Duration

  /// Creates a limit.
  public init(threshold: Double = 0.1, maximumDelay: Duration = .seconds(1)) {
    self.threshold = threshold
    self.maximumDelay = maximumDelay
  }
}
