/// The access token that all requests of a client share.
///
/// One request at a time fetches a token. Others use the current token while it is valid, and
/// otherwise wait for at most five seconds, so that any number of requests fetch one token. After a
/// rejection or a rate limit, the token endpoint is not contacted for a while.
final class TokenCache: Sendable {
  /// A token with its number.
  struct Entry: Sendable {
    var token: AccessToken
    var number: Int
    /// The time until which the token is used although the server rejected it, since it was fetched
    /// because of a rejection.
    fileprivate var keptUntil = Duration.zero
  }

  private struct Failure: Sendable {
    var fetch: Int
    var error: any Error
    /// The time until which no request fetches a token.
    var end: Duration
  }

  private struct State {
    var entry: Entry?
    /// The time at which the token is replaced, and the time at which it expires.
    var (refresh, expiry) = (Duration.zero, Duration.zero)
    /// The in-flight fetch that others wait for.
    var inFlight: Int?
    var fetches = 0
    /// The result of the last failed fetch.
    var failure: Failure?
    /// The number of consecutive rejections by the token endpoint.
    var rejections = 0
  }

  private enum Step: Sendable {
    case use(Entry)
    case fetch(Int)
    case fail(any Error)
    case wait(Int)
  }

  /// The maximum time that requests wait for an in-flight fetch.
  private static let maximumFailures = Duration.seconds(5)
  /// The time without fetches after a rejection: first, and at most.
  private static let pauses = (first: Duration.seconds(1), longest: Duration.seconds(10))
  /// The maximum of a time that the token endpoint asks for.
  private static let longestWish = Duration.seconds(300)

  private let monitor = Monitor(State())
  private let clock: RuntimeClock
  private let deadlines: Deadlines

  init(clock: RuntimeClock) {
    self.clock = clock
    deadlines = Deadlines(clock: clock)
  }

  /// Returns the token for a request.
  ///
  /// - Parameters:
  ///   - rejected: The number of a token that the server rejected; `nil` if it rejected none.
  ///   - fetch: Fetches a token.
  /// - Returns: The token and whether it is new. It is the rejected token if that has just replaced
  ///   another rejected one.
  /// - Throws: The error of `fetch`, also of another request's, or `CancellationError`.
  func token(
    rejected: Int? = nil, fetch: () async throws -> AccessToken
  ) async throws -> (entry: Entry, isNew: Bool) {
    var awaited: Int?
    while true {
      switch monitor.update({ self.step(&$0, rejected: rejected, awaited: awaited) }) {
      case .use(let entry): return (entry, false)
      case .fail(let error): throw error
      case .fetch(let number):
        let start = clock.now
        do {
          let token = try await fetch()
          return (store(token, number, askedAt: start, isReplacement: rejected != nil), true)
        } catch {
          // A cancellation says nothing about the server, so another request fetches.
          let isResponse = !(error is CancellationError) && !Task.isCancelled
          return (try giveUp(number, after: error, sharing: isResponse), false)
        }
      case .wait(let number):
        awaited = number
        try await deadlines.watch(for: Self.maximumFailures) {
          self.stopWaiting(for: number)
        } during: {
          try await monitor.wait { $0.inFlight == number ? nil : () }
        }
      }
    }
  }

  /// The token that requests use, also if it has expired; `nil` if there is none.
  var current: Entry? { monitor.read { $0.entry } }

  /// Removes a token, so that the next request fetches another one.
  func remove(_ number: Int) {
    monitor.change { state in
      if state.entry?.number == number { state.entry = nil }
    }
  }

  private func step(_ state: inout State, rejected: Int?, awaited: Int?) -> Step {
    let now = clock.now
    if let rejected, let entry = state.entry, entry.number == rejected {
      if now < entry.keptUntil { return .use(entry) }
      state.entry = nil
    }
    if let entry = state.entry,
      now < state.refresh || (state.inFlight != nil && now < state.expiry)
    {
      return .use(entry)
    }
    if let number = state.inFlight { return .wait(number) }
    if let failure = state.failure, failure.fetch == awaited || now < failure.end {
      return .fail(failure.error)
    }
    state.fetches += 1
    state.inFlight = state.fetches
    return .fetch(state.fetches)
  }

  private func stopWaiting(for number: Int) {
    monitor.change { state in if state.inFlight == number { state.inFlight = nil } }
  }

  private func store(
    _ token: AccessToken, _ number: Int, askedAt start: Duration, isReplacement: Bool
  ) -> Entry {
    // The server may reject the request for a reason other than the token.
    let kept = isReplacement ? clock.now + Self.pauses.longest : .zero
    return monitor.change { state in
      let entry = Entry(token: token, number: number, keptUntil: kept)
      if state.inFlight == number { state.inFlight = nil }
      // Another request may have stopped waiting and fetched a token.
      if let other = state.entry, other.number > number { return entry }
      state.failure = nil
      state.rejections = 0
      state.entry = entry
      state.expiry = token.lifetime.map { start + $0 } ?? .seconds(Int64.max / 2)
      state.refresh = state.expiry - token.margin
      return entry
    }
  }

  /// Returns the current token if it stays valid for a while.
  private func giveUp(_ number: Int, after error: any Error, sharing isResponse: Bool) throws
    -> Entry
  {
    let now = clock.now
    let entry: Entry? = monitor.change { state in
      if state.inFlight == number { state.inFlight = nil }
      guard isResponse else { return nil }
      if (state.entry?.number ?? 0) < number {
        let pause = Self.pause(after: error, rejections: &state.rejections)
        state.failure = Failure(fetch: number, error: error, end: now + pause)
      }
      guard let entry = state.entry, now < state.expiry else { return nil }
      state.refresh = min(state.expiry, now + Self.pauses.longest)
      return entry
    }
    guard let entry else { throw error }
    return entry
  }

  /// Returns the time without fetches after an error.
  private static func pause(after error: any Error, rejections: inout Int) -> Duration {
    var wish = Duration.zero
    switch error {
    case is AuthenticationError: break
    case EndpointError.api(let response) where response.status == .tooManyRequests:
      wish = min(response.retryAfter ?? .zero, longestWish)
    default: return .zero
    }
    let growth = min(rejections, 10)
    rejections = growth + 1
    return max(wish, min(pauses.longest, pauses.first * (1 << growth)))
  }
}
