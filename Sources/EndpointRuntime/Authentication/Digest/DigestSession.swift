import HTTPTypes

/// What all calls of a client have learned about the challenges for one space of a server.
///
/// While no challenge is known, one call goes ahead without credentials to fetch one, and the others
/// wait for it: any number of first calls cost one challenge. While it is doubtful whether the nonce is
/// good still, one call goes ahead with it, and any number of others cost one challenge at most.
final class DigestSession: Sendable {
  /// How a call has to begin.
  enum Start: Sendable {
    /// With credentials for a challenge.
    case signed(Signature)
    /// Without credentials, to fetch a challenge that others wait for.
    case asking
    /// Without credentials: the server does not ask for them.
    case open
  }

  /// What a request is signed with.
  struct Signature: Sendable {
    var challenge: DigestChallenge
    var template: AuthorizationTemplate
    /// Which request for the nonce it is, from 1.
    var count: UInt32
    var clientNonce: String
    /// When it was made.
    var time: Duration
    /// Whether others wait for what comes of it.
    var isCheck = false
  }

  private struct State {
    var challenge: DigestChallenge?
    var template: AuthorizationTemplate?
    var count: UInt32 = 0
    /// The client's nonce of a session form.
    var sessionClientNonce = ""
    var trust = NonceTrust()
    /// Whether the server has taken a nonce a second time.
    var allowsReuse = false
    var isOpen = false
    /// Whether a call goes ahead that the others wait for.
    var isSomeoneAhead = false
  }

  private let monitor = Monitor(State())
  private let clock: RuntimeClock
  private let makeClientNonce: @Sendable () -> String
  private let makeTemplate:
    @Sendable (DigestChallenge, _ clientNonce: String) -> AuthorizationTemplate
  /// Lets one request after the other go out, where that is asked for.
  let turn: ConcurrencyLimit?

  init(
    isSerialized: Bool, clock: RuntimeClock, clientNonce: @escaping @Sendable () -> String,
    template: @escaping @Sendable (DigestChallenge, _ clientNonce: String) -> AuthorizationTemplate
  ) {
    self.clock = clock
    makeClientNonce = clientNonce
    makeTemplate = template
    turn = isSerialized ? ConcurrencyLimit(1) : nil
  }

  /// Whether requests are signed.
  var hasChallenge: Bool { monitor.read { $0.challenge != nil } }

  /// Whether a call can begin without asking for a challenge.
  var knowsHowToStart: Bool { monitor.read { $0.challenge != nil || $0.isOpen } }

  /// Whether a path is in the session's space, as far as is known.
  func covers(_ path: String) -> Bool { monitor.read { $0.challenge?.covers(path) ?? true } }

  /// How the next call has to begin; waits while another one goes ahead.
  ///
  /// - Throws: `CancellationError` if the task is cancelled while it waits.
  func start() async throws -> Start {
    try await monitor.wait { state in
      let now = self.clock.now
      let isCheck = state.challenge != nil && state.trust.isDoubtful(at: now)
      if isCheck, state.isSomeoneAhead { return nil }
      if var signature = self.nextSignature(&state, at: now) {
        signature.isCheck = isCheck
        if isCheck { state.isSomeoneAhead = true }
        return .signed(signature)
      }
      if state.isOpen { return .open }
      if state.isSomeoneAhead { return nil }
      state.isSomeoneAhead = true
      return .asking
    }
  }

  /// Takes note that the call which asked has its answer, or has failed.
  ///
  /// - Parameters:
  ///   - challenge: What the answer asks for.
  ///   - isOpen: Whether the server answered without asking for anything.
  func finishAsking(_ challenge: DigestChallenge? = nil, isOpen: Bool = false) {
    monitor.change { state in
      if let challenge, state.challenge == nil { self.adopt(challenge, &state) }
      state.isOpen = isOpen
      state.isSomeoneAhead = false
    }
  }

  /// Takes note that the server has accepted a signature.
  func accept(_ signature: Signature) {
    monitor.change { state in
      if signature.isCheck { state.isSomeoneAhead = false }
      if signature.count > 1 { state.allowsReuse = true }
      guard state.challenge?.nonce == signature.challenge.nonce else { return }
      state.trust.confirm(at: self.clock.now, sent: signature.time)
    }
  }

  /// Lets those go on who wait for what comes of a signature.
  func giveUp(_ signature: Signature) {
    guard signature.isCheck else { return }
    monitor.change { state in
      state.isSomeoneAhead = false
      guard state.challenge?.nonce == signature.challenge.nonce else { return }
      state.trust.giveUpChecking(at: self.clock.now)
    }
  }

  /// Takes a challenge that answered a request, and says how to sign the request once more.
  ///
  /// A late answer to an older nonce does not replace a newer one. The request is signed for the newer
  /// one where the server takes nonces more than once, else for the one that the answer gave it.
  ///
  /// - Parameter used: What the request was signed with, if it was.
  /// - Returns: Nothing if the challenge refuses the credentials themselves.
  func retry(after answer: DigestChallenge, used: Signature?) -> Signature? {
    monitor.change { state in
      let now = self.clock.now
      if used?.isCheck == true { state.isSomeoneAhead = false }
      if let used {
        guard answer.isStale || answer.nonce != used.challenge.nonce else { return nil }
        if state.challenge?.nonce == used.challenge.nonce {
          state.trust.refuse(sent: used.time)
          self.adopt(answer, &state)
        }
      } else if state.challenge == nil {
        self.adopt(answer, &state)
      }
      guard state.allowsReuse || state.challenge?.nonce == answer.nonce,
        let signature = self.nextSignature(&state, at: now)
      else { return self.firstSignature(for: answer, at: now) }
      return signature
    }
  }

  /// Takes the nonce that the server wants to see next, unless it has been replaced already.
  func adopt(nextNonce: String, after used: String) {
    monitor.change { state in
      guard var challenge = state.challenge, challenge.nonce == used, nextNonce != used else {
        return
      }
      challenge.nonce = nextNonce
      state.challenge = challenge
      state.template = self.makeTemplate(challenge, state.sessionClientNonce)
      state.count = 0
      state.trust.begin(at: self.clock.now)
    }
  }

  private func adopt(_ challenge: DigestChallenge, _ state: inout State) {
    // A server that repeats a nonce goes on counting its uses.
    if state.challenge?.nonce != challenge.nonce { state.count = 0 }
    state.challenge = challenge
    state.sessionClientNonce = makeClientNonce()
    state.template = makeTemplate(challenge, state.sessionClientNonce)
    state.trust.begin(at: clock.now)
    state.isOpen = false
  }

  private func firstSignature(for challenge: DigestChallenge, at now: Duration) -> Signature {
    let clientNonce = makeClientNonce()
    return Signature(
      challenge: challenge, template: makeTemplate(challenge, clientNonce), count: 1,
      clientNonce: clientNonce, time: now)
  }

  private func nextSignature(_ state: inout State, at now: Duration) -> Signature? {
    guard let challenge = state.challenge, let template = state.template else { return nil }
    guard state.count < .max else {
      state.challenge = nil
      return nil
    }
    state.count += 1
    // The key of a session form is made of the client nonce of its first request.
    let clientNonce =
      challenge.algorithm.isSession ? state.sessionClientNonce : makeClientNonce()
    return Signature(
      challenge: challenge, template: template, count: state.count, clientNonce: clientNonce,
      time: now)
  }
}

extension DigestSession.Signature {
  /// What answers the challenge for a request.
  ///
  /// - Parameter bodyHash: The hash of the request's body, where the challenge's protection covers it.
  func computation(for request: HTTPRequest, bodyHash: String?) -> DigestComputation {
    DigestComputation(
      algorithm: challenge.algorithm, key: template.key, nonce: challenge.nonce,
      method: request.method.rawValue, uri: request.path ?? "/",
      protection: challenge.protection == .none
        ? nil
        : DigestComputation.Protection(
          count: count.hexadecimal, clientNonce: clientNonce, bodyHash: bodyHash))
  }
}
