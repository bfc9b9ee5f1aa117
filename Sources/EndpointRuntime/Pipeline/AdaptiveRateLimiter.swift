import EndpointModel
import Foundation
import HTTPTypes
import Synchronization

/// Delays the requests of an endpoint as its responses report.
final class AdaptiveRateLimiter: Sendable {
  private struct Lane {
    /// The time at which the next request may be sent.
    var next: Duration
    /// The delay between two requests.
    var spacing: Duration
  }

  private let rule: AdaptiveRateLimit
  private let clock: RuntimeClock
  private let lanes = Mutex<[String: Lane]>([:])

  init(_ rule: AdaptiveRateLimit, clock: RuntimeClock) {
    self.rule = rule
    self.clock = clock
  }

  /// Waits until a request may be sent.
  ///
  /// - Throws: ``EndpointError/timeout(_:)`` immediately if that is after the deadline, or
  ///   `CancellationError`.
  func wait(for operation: APIOperation, until deadline: Duration) async throws {
    let endpoint = operation.arguments.operation.name
    let now = clock.now
    let turn: (time: Duration, spacing: Duration)? = try lanes.withLock { lanes in
      guard var lane = lanes[endpoint] else { return nil }
      let time = max(lane.next, now)
      guard time < deadline else {
        throw EndpointError.timeout(
          TimeoutError(limit: operation.timeout, isWaitingForTurn: true))
      }
      lane.next = time + lane.spacing
      lanes[endpoint] = lane
      return (time, lane.spacing)
    }
    guard let turn, turn.time > now else { return }
    do {
      try await clock.sleep(until: turn.time)
    } catch {
      lanes.withLock { $0[endpoint]?.next -= turn.spacing }
      throw error
    }
  }

  /// Records a response.
  func note(_ response: HTTPResponse, to operation: APIOperation) {
    let endpoint = operation.arguments.operation.name
    let now = clock.now
    let status = response.headerFields.rateLimit
    let retryAfter =
      response.status == .tooManyRequests
      ? response.headerFields.retryAfter(now: Date()) ?? .zero : nil
    guard status != nil || retryAfter != nil else { return }
    let spacing = status.map(spacing) ?? .zero
    lanes.withLock { lanes in
      guard spacing > .zero || retryAfter != nil else {
        lanes[endpoint] = nil
        return
      }
      let old = lanes[endpoint]?.next ?? now
      let isExhausted = status?.remaining == 0
      let pause = max(retryAfter ?? .zero, isExhausted ? status?.reset ?? spacing : .zero)
      lanes[endpoint] = Lane(next: max(old, now + pause), spacing: spacing)
    }
  }

  private func spacing(for status: RateLimitStatus) -> Duration {
    guard let remaining = status.remaining else { return .zero }
    // Without a reported limit, only an exhausted one slows requests down.
    let slow = Double(status.limit ?? 0) * min(max(rule.threshold, 0), 1)
    guard Double(remaining) < max(slow, 1) else { return .zero }
    return rule.maximumDelay * (1 - Double(remaining) / max(slow, 1))
  }
}
