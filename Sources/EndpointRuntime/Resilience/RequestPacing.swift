import Synchronization

/// Keeps a client from asking more often than a server allows, so that it need not refuse.
///
/// Requests are counted for each value of a placeholder in the path by itself. In no period of the
/// given length do more than the limit go out, wherever the server's own periods begin.
public struct RequestPacing: Hashable, Sendable {
  /// The placeholder in the path whose values are counted apart.
  public var pathParameter: String
  /// How many requests a period may have.
  public var limit: Int
  /// How long a period is.
  public var period: Duration

  /// Makes a pacing.
  public init(pathParameter: String, limit: Int, period: Duration) {
    self.pathParameter = pathParameter
    self.limit = limit
    self.period = period
  }
}

/// Gives each request its time.
final class Pacer: Sendable {
  private let pacing: RequestPacing
  /// The times of the last requests for each value, in order.
  private let times = Mutex<[String: [Duration]]>([:])

  init(_ pacing: RequestPacing) { self.pacing = pacing }

  /// Waits until the call may go out.
  func wait(for call: Call, clock: RuntimeClock) async throws {
    guard let value = call.pathValue(pacing.pathParameter) else { return }
    let now = clock.now
    let time = reserve(value, now: now)
    if time > now { try await clock.sleep(until: time) }
  }

  private func reserve(_ value: String, now: Duration) -> Duration {
    times.withLock { times in
      times = times.filter { $0.key == value || ($0.value.last ?? now) + pacing.period > now }
      var own = times[value, default: []]
      own.removeAll { $0 + pacing.period <= now }
      let limit = max(pacing.limit, 1)
      let time = own.count < limit ? now : max(now, own[own.count - limit] + pacing.period)
      own.append(time)
      times[value] = own
      return time
    }
  }
}
