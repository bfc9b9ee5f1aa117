/// The token that all requests of a client share.
///
/// One request at a time asks for a token. The others go on with the one that is there as long as it
/// is good, and wait if there is none, for five seconds at most: any number of requests cost one token.
/// A token endpoint that rejects the credentials or is asked too often is left alone for a while.
final class TokenCache: Sendable {
  /// A token, and which of all it is.
  struct Entry: Sendable {
    var token: AccessToken
    var number: Int
    /// Until when it is used even if the server rejects it, as it was fetched for that reason.
    fileprivate var keptUntil = Duration.zero
  }

  private struct Failure: Sendable {
    var fetch: Int
    var error: any Error
    /// Until when no other request asks.
    var end: Duration
  }

  private struct State {
    var entry: Entry?
    /// When it is time for the next token, and when this one is no longer valid.
    var (refresh, expiry) = (Duration.zero, Duration.zero)
    /// Which fetch the others wait for.
    var inFlight: Int?
    var fetches = 0
    /// The outcome of the last fetch that failed.
    var failure: Failure?
    /// How many fetches the token endpoint has rejected one after the other.
    var rejections = 0
  }

  private enum Step: Sendable {
    case use(Entry)
    case fetch(Int)
    case fail(any Error)
    case wait(Int)
  }

  /// How long others wait at most for the token that one request asks for.
  private static let patience = Duration.seconds(5)
  /// How long a token endpoint is left alone that has rejected the credentials: first, and at most.
  private static let pauses = (first: Duration.seconds(1), longest: Duration.seconds(10))
  /// How long it is left alone at most if it says so itself.
  private static let longestWish = Duration.seconds(300)

  private let monitor = Monitor(State())
  private let clock: RuntimeClock
  private let deadlines: Deadlines

  init(clock: RuntimeClock) {
    self.clock = clock
    deadlines = Deadlines(clock: clock)
  }

  /// Returns the token to use.
  ///
  /// - Parameters:
  ///   - rejected: The number of a token that the server did not accept.
  ///   - fetch: Asks for a new one.
  /// - Returns: The token, and whether it is new. It is the rejected one if that has replaced another
  ///   rejected one just now.
  /// - Throws: What `fetch` throws, also where another request made it; `CancellationError`.
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
          // Who was cancelled says nothing about the server: another request asks.
          let isResponse = !(error is CancellationError) && !Task.isCancelled
          return (try giveUp(number, after: error, sharing: isResponse), false)
        }
      case .wait(let number):
        awaited = number
        try await deadlines.watch(for: Self.patience) {
          self.stopWaiting(for: number)
        } during: {
          try await monitor.wait { $0.inFlight == number ? nil : () }
        }
      }
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
    // The server may reject the request for another reason than the token.
    let kept = isReplacement ? clock.now + Self.pauses.longest : .zero
    return monitor.change { state in
      let entry = Entry(token: token, number: number, keptUntil: kept)
      if state.inFlight == number { state.inFlight = nil }
      // Another request may have lost its patience and been faster.
      if let other = state.entry, other.number > number { return entry }
      state.failure = nil
      state.rejections = 0
      state.entry = entry
      state.expiry = token.lifetime.map { start + $0 } ?? .seconds(Int64.max / 2)
      state.refresh = state.expiry - token.margin
      return entry
    }
  }

  /// Gives back the token that is there if it is good for a while still.
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

  /// Returns how long the token endpoint is left alone after an error.
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
