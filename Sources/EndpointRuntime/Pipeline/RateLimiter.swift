import Synchronization

/// Gives requests their turn in the order of their arrival, for each value of a path parameter.
///
/// A request takes a turn before it waits for anything else. The turn counts from the time at which
/// the request is sent; a request that is not sent returns it.
final class RateLimiter: Sendable {
  fileprivate struct Waiter {
    var id: Int
    var continuation: CheckedContinuation<Void, any Error>
  }

  /// The requests of a value.
  fileprivate struct Lane {
    /// The times of the requests in the last period, the oldest first.
    var sent: [Duration] = []
    /// The number of requests that have a turn and are not sent yet.
    var pending = 0
    var waiting: [Waiter] = []
    var hasTimer = false

    var isIdle: Bool { sent.isEmpty && pending == 0 && waiting.isEmpty }
  }

  fileprivate struct State {
    var lanes: [String: Lane] = [:]
    var nextID = 0
    var sweepSize = 64
  }

  private let rule: RateLimit
  private let limit: Int
  private let clock: RuntimeClock
  private let state = Mutex(State())

  init(_ rule: RateLimit, clock: RuntimeClock) {
    self.rule = rule
    limit = max(rule.requests, 1)
    self.clock = clock
  }

  /// Waits until a request may be sent.
  ///
  /// - Returns: The permit; `nil` if the request is not limited.
  /// - Throws: ``EndpointError/timeout(_:)`` immediately if that is after the deadline, or
  ///   `CancellationError`.
  func permit(for operation: APIOperation, until deadline: Duration) async throws -> Permit? {
    guard let value = rule.scope.value(of: operation) else { return nil }
    let now = clock.now
    let id: Int? = try state.withLock { state in
      state.sweep(before: now - rule.period)
      var lane = state.lanes[value, default: Lane()]
      lane.forget(before: now - rule.period)
      defer { state.lanes[value] = lane }
      if lane.waiting.isEmpty, lane.sent.count + lane.pending < limit {
        lane.pending += 1
        return nil
      }
      guard earliestTurn(in: lane, now: now) < deadline else {
        throw EndpointError.timeout(
          TimeoutError(limit: operation.timeout, isWaitingForTurn: true))
      }
      state.nextID += 1
      return state.nextID
    }
    if let id { try await wait(id, value) }
    return Permit(limiter: self, value: value)
  }

  /// The earliest time at which the next waiting request can be sent.
  private func earliestTurn(in lane: Lane, now: Duration) -> Duration {
    let ahead = lane.sent.count + lane.pending + lane.waiting.count - limit
    if ahead < lane.sent.count { return lane.sent[max(ahead, 0)] + rule.period }
    return now + rule.period * ((ahead - lane.sent.count) / limit + 1)
  }

  private func wait(_ id: Int, _ value: String) async throws {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation {
        (continuation: CheckedContinuation<Void, any Error>) in
        if Task.isCancelled { return continuation.resume(throwing: CancellationError()) }
        update(value) { $0.waiting.append(Waiter(id: id, continuation: continuation)) }
      }
    } onCancel: {
      let cancelled = state.withLock { state -> Waiter? in
        guard let index = state.lanes[value]?.waiting.firstIndex(where: { $0.id == id }) else {
          return nil
        }
        return state.lanes[value]?.waiting.remove(at: index)
      }
      cancelled?.continuation.resume(throwing: CancellationError())
    }
  }

  /// Changes a lane and gives its free turns to waiting requests.
  private func update(_ value: String, _ change: (inout Lane) -> Void) {
    let now = clock.now
    let (woken, timer) = state.withLock { state -> ([Waiter], Duration?) in
      var lane = state.lanes[value, default: Lane()]
      change(&lane)
      lane.forget(before: now - rule.period)
      let free = max(limit - lane.sent.count - lane.pending, 0)
      let woken = Array(lane.waiting.prefix(free))
      lane.waiting.removeFirst(woken.count)
      lane.pending += woken.count
      var timer: Duration?
      if !lane.waiting.isEmpty, !lane.hasTimer, let oldest = lane.sent.first {
        lane.hasTimer = true
        timer = oldest + rule.period
      }
      state.lanes[value] = lane.isIdle ? nil : lane
      return (woken, timer)
    }
    woken.forEach { $0.continuation.resume() }
    guard let timer else { return }
    Task.detached { [self] in
      // The task is never cancelled. A clock that throws only wakes it early.
      try? await clock.sleep(until: timer)
      update(value) { $0.hasTimer = false }
    }
  }
}

extension RateLimiter {
  /// The permit of an attempt.
  final class Permit: Sendable {
    private let limiter: RateLimiter
    private let value: String
    private let isUsed = Atomic(false)

    fileprivate init(limiter: RateLimiter, value: String) {
      self.limiter = limiter
      self.value = value
    }

    /// Records that a request is sent.
    func use() {
      let isFirst = isUsed.compareExchange(expected: false, desired: true, ordering: .relaxed)
        .exchanged
      let now = limiter.clock.now
      limiter.update(value) { lane in
        if isFirst { lane.pending -= 1 }
        lane.sent.append(max(now, lane.sent.last ?? now))
      }
    }

    /// Returns the turn if no request was sent.
    func end() {
      guard isUsed.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
      else { return }
      limiter.update(value) { $0.pending -= 1 }
    }
  }
}

extension RateLimiter.Lane {
  fileprivate mutating func forget(before time: Duration) {
    if let recent = sent.firstIndex(where: { $0 > time }) {
      sent.removeFirst(recent)
    } else {
      sent = []
    }
  }
}

extension RateLimiter.State {
  /// Removes values without requests in the last period, each time the number of values has
  /// doubled.
  fileprivate mutating func sweep(before time: Duration) {
    guard lanes.count >= sweepSize else { return }
    for (value, var lane) in lanes {
      lane.forget(before: time)
      if lane.isIdle { lanes[value] = nil }
    }
    sweepSize = max(64, 2 * lanes.count)
  }
}

extension RateLimit.Scope {
  /// Returns the value whose requests are counted together; `nil` if the request is not counted.
  fileprivate func value(of operation: APIOperation) -> String? {
    switch self {
    case .client: ""
    case .pathParameter(let name): operation.pathValue(name)
    }
  }
}
