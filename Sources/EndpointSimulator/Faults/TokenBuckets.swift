import Foundation
import Synchronization

/// The token buckets of a rate limit.
final class TokenBuckets: Sendable {
  fileprivate struct Bucket {
    var tokens: Double
    var time: Date
  }

  /// The state of a bucket after a request.
  struct Status: Sendable {
    var limit: Int
    var remaining: Int
    /// The real time until the next request is permitted; `nil` if this one is.
    var wait: Duration?
  }

  /// The maximum number of buckets; full ones are discarded beyond.
  private static let maximumCount = 10_000

  let limit: SimulatedRateLimit
  private let clock: SimulatedClock
  private let buckets = Mutex<[String: Bucket]>([:])

  init(limit: SimulatedRateLimit, clock: SimulatedClock) {
    self.limit = limit
    self.clock = clock
  }

  /// Takes a token for a request; returns `nil` if the request is not limited.
  func take(for request: SimulatedRequest) -> Status? {
    guard let placeholder = limit.placeholder else { return take(from: "") }
    return request.pathValue(placeholder).map(take)
  }

  /// Fills all buckets.
  func reset() { buckets.withLock { $0 = [:] } }

  private func take(from key: String) -> Status {
    let now = clock.date
    let capacity = Double(min(max(limit.requests, 0), 1_000_000_000))
    let rate = capacity / max(limit.period / .seconds(1), 0.001)
    return buckets.withLock { buckets in
      if buckets.count >= Self.maximumCount {
        buckets = buckets.filter { $1.refilled(at: now, rate, capacity).tokens < capacity }
      }
      var bucket =
        (buckets[key] ?? Bucket(tokens: capacity, time: now)).refilled(at: now, rate, capacity)
      let isPermitted = bucket.tokens >= 1
      if isPermitted { bucket.tokens -= 1 }
      buckets[key] = bucket
      let wait =
        isPermitted ? nil : rate > 0 ? Duration.seconds((1 - bucket.tokens) / rate) : limit.period
      return Status(
        limit: limit.requests, remaining: Int(bucket.tokens), wait: wait.map(clock.realTime))
    }
  }
}

extension TokenBuckets.Bucket {
  fileprivate func refilled(at now: Date, _ rate: Double, _ capacity: Double) -> Self {
    let elapsed = max(now.timeIntervalSince(time), 0)
    return Self(tokens: min(tokens + elapsed * rate, capacity), time: now)
  }
}
