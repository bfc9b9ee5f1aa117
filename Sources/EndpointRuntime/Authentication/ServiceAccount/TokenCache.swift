/// The token that all calls of a client share.
///
/// One call at a time asks for a token. The others go on with the one that is there as long as it is
/// good, and wait if there is none: any number of calls cost one token.
final class TokenCache: Sendable {
  /// A token, and which of all it is.
  struct Entry: Sendable {
    var token: AccessToken
    var number: Int
  }

  private struct State {
    var entry: Entry?
    /// When it is time for the next token, and when this one is no good any more.
    var (refresh, expiry) = (Duration.zero, Duration.zero)
    var isFetching = false
    /// How often a token has been asked for, and what the last of these that failed ended in.
    var fetches = 0
    var failure: (fetch: Int, error: any Error)?
  }

  private enum Turn: Sendable {
    case use(Entry)
    case fetch
    case fail(any Error)
  }

  private let monitor = Monitor(State())
  private let clock: RuntimeClock

  init(clock: RuntimeClock) { self.clock = clock }

  /// The token to use.
  ///
  /// - Parameters:
  ///   - refused: The number of a token that the server did not take.
  ///   - fetch: Asks for a new one.
  /// - Returns: The token, and whether it is new.
  /// - Throws: What `fetch` throws, also where another call made it; `CancellationError`.
  func token(
    refused: Int? = nil, fetch: () async throws -> AccessToken
  ) async throws -> (entry: Entry, isNew: Bool) {
    var awaited: Int?
    let turn = try await monitor.wait { state in
      self.turn(&state, refused: refused, awaited: &awaited)
    }
    switch turn {
    case .use(let entry): return (entry, false)
    case .fail(let error): throw error
    case .fetch: break
    }
    let start = clock.now
    do {
      return (store(try await fetch(), askedAt: start), true)
    } catch {
      // Who was cancelled says nothing about the server: another call asks.
      let isAnswer = !(error is CancellationError) && !Task.isCancelled
      return (try giveUp(after: error, sharing: isAnswer), false)
    }
  }

  private func turn(_ state: inout State, refused: Int?, awaited: inout Int?) -> Turn? {
    if let refused, state.entry?.number == refused { state.entry = nil }
    let now = clock.now
    if let entry = state.entry, now < state.refresh || (state.isFetching && now < state.expiry) {
      return .use(entry)
    }
    if state.isFetching {
      awaited = state.fetches
      return nil
    }
    if let failure = state.failure, failure.fetch == awaited { return .fail(failure.error) }
    state.isFetching = true
    state.fetches += 1
    return .fetch
  }

  private func store(_ token: AccessToken, askedAt start: Duration) -> Entry {
    monitor.change { state in
      let entry = Entry(token: token, number: state.fetches)
      state.entry = entry
      state.expiry = token.lifetime.map { start + $0 } ?? .seconds(Int64.max / 2)
      state.refresh = state.expiry - token.margin
      state.isFetching = false
      return entry
    }
  }

  /// Gives back the token that is there if it is good for a while still.
  private func giveUp(after error: any Error, sharing isAnswer: Bool) throws -> Entry {
    let now = clock.now
    let entry: Entry? = monitor.change { state in
      state.isFetching = false
      if isAnswer { state.failure = (state.fetches, error) }
      guard isAnswer, let entry = state.entry, now < state.expiry else { return nil }
      state.refresh = state.expiry
      return entry
    }
    guard let entry else { throw error }
    return entry
  }
}
