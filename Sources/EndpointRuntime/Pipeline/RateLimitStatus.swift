public import HTTPTypes

/// The rate limit that a response reports.
public struct RateLimitStatus: Hashable, Sendable {
  /// The number of requests that the server allows in a period; `nil` if it does not report it.
  public var limit: Int?
  /// The number of requests that remain; `nil` if the server does not report it.
  public var remaining: Int?
  /// The time until the limit is renewed; `nil` if the server does not report it.
  public var reset: Duration?

  /// Creates a status.
  public init(limit: Int? = nil, remaining: Int? = nil, reset: Duration? = nil) {
    self.limit = limit
    self.remaining = remaining
    self.reset = reset
  }
}

extension HTTPFields {
  /// The values of `Ratelimit-Limit`, `Ratelimit-Remaining`, and `Ratelimit-Reset`, also with the
  /// prefix `X-`; `nil` if none is valid.
  ///
  /// The lowest of several values is used, and the longest time until the renewal.
  public var rateLimit: RateLimitStatus? {
    let limit = numbers(of: "ratelimit-limit").min()
    let remaining = numbers(of: "ratelimit-remaining").min()
    let reset = numbers(of: "ratelimit-reset").max()
    if limit == nil, remaining == nil { return nil }
    // A larger number is a point in time rather than a delay on some servers.
    let delay = reset.flatMap { $0 <= 86_400 ? Duration.seconds($0) : nil }
    return RateLimitStatus(limit: limit, remaining: remaining, reset: delay)
  }

  private func numbers(of name: String) -> [Int] {
    [name, "x-" + name].compactMap { HTTPField.Name($0) }.flatMap { self[values: $0] }
      .flatMap { $0.split(separator: ",") }
      .compactMap { Int($0.prefix { $0 != ";" }.filter { $0 != " " }) }
      .filter { $0 >= 0 }
  }
}
