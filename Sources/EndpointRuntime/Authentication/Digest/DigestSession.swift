/// The state of a protection space, shared by all requests of a client.
///
/// While no challenge is known, one request fetches it and the others wait: any number of first
/// requests cost one challenge. If the nonce may have expired, one request probes it while the others
/// wait, so at most one new challenge is fetched.
final class DigestSession: Sendable {
  /// How a request begins.
  enum Start: Sendable {
    /// With credentials.
    case signed(Signature)
    /// Without credentials, to fetch a challenge; with a ticket if other requests wait for it.
    case fetchChallenge(Ticket?)
    /// Without credentials, since the server requires none.
    case open
  }

  /// The result of a request without credentials.
  enum Finding: Sendable {
    case challenge(DigestChallenge)
    /// The server requires no credentials.
    case open
    /// The server failed, or offers no supported challenge.
    case noChallenge
  }

  /// Identifies a request that other requests wait for.
  typealias Ticket = Int

  private struct State {
    /// The challenge in use.
    var known: KnownChallenge?
    var counts = NonceCounts()
    /// The cnonce of a session form.
    var sessionCnonce = ""
    var freshness = NonceFreshness()
    /// The number of requests that the server accepted with the current nonce, up to two.
    var acceptedUses = 0
    /// Whether the server has accepted a nonce more than once.
    var allowsReuse = false
    var isOpen = false
    /// The in-flight request that other requests wait for.
    var inFlight: Ticket?
    var lastTicket = 0
    /// The number of consecutive in-flight requests without a result.
    var failures = 0

    var challenge: DigestChallenge? { known?.challenge }

    mutating func issueTicket() -> Ticket {
      lastTicket += 1
      inFlight = lastTicket
      return lastTicket
    }
  }

  /// The number of requests without a result after which a request no longer waits.
  private static let maximumFailures = 2

  private let monitor = Monitor(State())
  private let clock: RuntimeClock
  private let makeCnonce: @Sendable () -> String
  private let makeTemplate: @Sendable (DigestChallenge, _ cnonce: String) -> AuthorizationTemplate
  /// Serializes requests if the options say so.
  let turn: ConcurrencyLimit?

  init(
    serializesRequests: Bool, clock: RuntimeClock, cnonce: @escaping @Sendable () -> String,
    template: @escaping @Sendable (DigestChallenge, _ cnonce: String) -> AuthorizationTemplate
  ) {
    self.clock = clock
    makeCnonce = cnonce
    makeTemplate = template
    turn = serializesRequests ? ConcurrencyLimit(1) : nil
  }

  /// Whether requests are signed.
  var hasChallenge: Bool { monitor.read { $0.known != nil } }

  /// Whether a request can begin with credentials.
  var knowsHowToStart: Bool { monitor.read { $0.known != nil || $0.isOpen } }

  /// Whether a path is in the protection space, as far as it is known.
  func covers(_ path: String) -> Bool {
    monitor.read { $0.known?.challenge.covers(path) ?? true }
  }

  /// Returns how the next request begins; waits for an in-flight challenge or probe.
  ///
  /// - Throws: `CancellationError` if the task is cancelled while it waits.
  func start() async throws -> Start {
    var failuresBefore: Int?
    return try await monitor.wait { state in
      if let start = self.startNow(&state) { return start }
      // Requests do not probe a failing server one after the other.
      let before = failuresBefore ?? state.failures
      failuresBefore = before
      return state.failures - before >= Self.maximumFailures ? .fetchChallenge(nil) : nil
    }
  }

  /// Returns how the next request begins; `nil` if it has to wait.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  func startNow() throws -> Start? {
    try Task.checkCancellation()
    return monitor.update { self.startNow(&$0) }
  }

  private func startNow(_ state: inout State) -> Start? {
    let now = clock.now
    let needsProbe = state.known != nil && state.freshness.needsProbe(at: now)
    if needsProbe, state.inFlight != nil { return nil }
    if var signature = nextSignature(&state, at: now) {
      if needsProbe { signature.ticket = state.issueTicket() }
      return .signed(signature)
    }
    if state.isOpen { return .open }
    return state.inFlight == nil ? .fetchChallenge(state.issueTicket()) : nil
  }

  /// Records the result of a request without credentials.
  ///
  /// - Parameter finding: The result; `nil` if the request was cancelled.
  func finishFetch(_ ticket: Ticket?, _ finding: Finding?) {
    monitor.change { state in
      switch finding {
      case .challenge(let challenge):
        if state.known == nil { self.adopt(challenge, &state) }
      case .open: state.isOpen = true
      case .noChallenge, nil: break
      }
      guard let ticket, state.inFlight == ticket else { return }
      state.inFlight = nil
      if case .noChallenge? = finding { state.failures += 1 }
    }
  }

  /// Records that the server accepted a signature.
  func accept(_ signature: Signature) {
    monitor.change { state in
      if let ticket = signature.ticket, state.inFlight == ticket { state.inFlight = nil }
      if let replaced = signature.replacedNonce, state.challenge?.nonce == replaced {
        self.begin(signature.known, signature.cnonce, &state)
      }
      // The credentials were accepted before, so the server rejected the nonce.
      if let age = signature.rejectedAge { state.freshness.reject(age: age) }
      guard state.known === signature.known || state.challenge?.nonce == signature.challenge.nonce
      else { return }
      if !state.allowsReuse {
        state.acceptedUses += 1
        state.allowsReuse = state.acceptedUses > 1
      }
      state.freshness.confirm(at: self.clock.now, sent: signature.time)
    }
  }

  /// Resumes the requests that wait for a signature's response.
  func stopWaiting(for signature: Signature) {
    guard let ticket = signature.ticket else { return }
    monitor.change { state in
      guard state.inFlight == ticket else { return }
      state.inFlight = nil
      state.freshness.abandonProbe(at: self.clock.now)
    }
  }

  /// Returns the credentials for a rejected request; `nil` if the server rejected the user name or
  /// the password.
  ///
  /// A late response to an older nonce does not replace a newer one. The request is signed for the
  /// newest nonce if the server accepts nonces more than once. Otherwise it is signed for the nonce
  /// that its own response carried, which other requests use only after the server has accepted it.
  ///
  /// - Parameters:
  ///   - used: The signature of the request; `nil` if it had none.
  ///   - isSentAgain: Whether the request will be sent with the result.
  func signature(
    after challenge: DigestChallenge, rejecting used: Signature?, isSentAgain: Bool
  ) -> Signature? {
    monitor.change { state in
      let now = self.clock.now
      guard let used else {
        if state.known == nil { self.adopt(challenge, &state) }
        return state.allowsReuse || state.challenge?.nonce == challenge.nonce
          ? self.nextSignature(&state, at: now)
          : self.ownSignature(for: challenge, &state, at: now)
      }
      guard challenge.permitsRetry(after: used.challenge) else { return nil }
      let isCurrent = state.challenge == used.challenge
      let age = isCurrent ? state.freshness.age(at: used.time) : nil
      let isShared =
        state.allowsReuse || challenge.nonce == used.challenge.nonce || !isSentAgain
      if isCurrent, isShared {
        if let ticket = used.ticket, state.inFlight == ticket { state.inFlight = nil }
        self.adopt(challenge, &state)
      }
      if isShared, var signature = self.nextSignature(&state, at: now) {
        signature.rejectedAge = age
        return signature
      }
      var signature = self.ownSignature(for: challenge, &state, at: now)
      signature?.rejectedAge = age
      signature?.ticket = used.ticket
      signature?.replacedNonce = isCurrent ? used.challenge.nonce : nil
      return signature
    }
  }

  /// Records the nonce that the server sent for the next request, unless a newer one is in use.
  func adopt(nextNonce: String, after used: String) {
    monitor.change { state in
      guard var challenge = state.challenge, challenge.nonce == used, nextNonce != used else {
        return
      }
      challenge.nonce = nextNonce
      let cnonce = state.sessionCnonce
      self.begin(self.known(challenge, cnonce), cnonce, &state)
    }
  }

  private func adopt(_ challenge: DigestChallenge, _ state: inout State) {
    let cnonce = makeCnonce()
    begin(known(challenge, cnonce), cnonce, &state)
  }

  private func known(_ challenge: DigestChallenge, _ cnonce: String) -> KnownChallenge {
    KnownChallenge(challenge, makeTemplate(challenge, cnonce))
  }

  private func begin(_ known: KnownChallenge, _ cnonce: String, _ state: inout State) {
    state.known = known
    state.sessionCnonce = cnonce
    state.acceptedUses = 0
    state.isOpen = false
    state.freshness.begin(at: clock.now)
  }

  private func ownSignature(
    for challenge: DigestChallenge, _ state: inout State, at now: Duration
  ) -> Signature? {
    guard let count = state.counts.next(for: challenge.nonce) else { return nil }
    let cnonce = makeCnonce()
    return Signature(
      known: known(challenge, cnonce), count: count, cnonce: cnonce, time: now)
  }

  private func nextSignature(_ state: inout State, at now: Duration) -> Signature? {
    guard let known = state.known else { return nil }
    guard let count = state.counts.next(for: known.challenge.nonce) else {
      state.known = nil
      return nil
    }
    // The key of a session form depends on the cnonce of its first request.
    let cnonce =
      known.challenge.algorithm.isSession ? state.sessionCnonce : makeCnonce()
    return Signature(known: known, count: count, cnonce: cnonce, time: now)
  }
}
