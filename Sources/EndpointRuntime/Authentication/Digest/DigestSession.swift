/// What all calls of a client have learned about the challenges for one space of a server.
///
/// While no challenge is known, one call goes ahead without credentials to fetch one, and the others
/// wait for it: any number of first calls cost one challenge.
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
  struct Signature: Sendable, CustomReflectable {
    var challenge: DigestChallenge
    /// What stands for user name and password; no dump shows it.
    var key: String
    /// Which request for the nonce it is, from 1.
    var count: UInt32
    var clientNonce: String

    var customMirror: Mirror { Mirror(self, children: [:]) }
  }

  private struct State {
    var challenge: DigestChallenge?
    var key = ""
    var count: UInt32 = 0
    /// The client's nonce of a session form.
    var sessionClientNonce = ""
    var isOpen = false
    var isSomeoneAsking = false
  }

  private let monitor = Monitor(State())
  private let makeClientNonce: @Sendable () -> String
  private let makeKey: @Sendable (DigestChallenge, _ clientNonce: String) -> String
  /// Lets one request after the other go out, where that is asked for.
  let turn: ConcurrencyLimit?

  init(
    isSerialized: Bool, clientNonce: @escaping @Sendable () -> String,
    key: @escaping @Sendable (DigestChallenge, _ clientNonce: String) -> String
  ) {
    makeClientNonce = clientNonce
    makeKey = key
    turn = isSerialized ? ConcurrencyLimit(1) : nil
  }

  /// Whether requests are signed.
  var hasChallenge: Bool { monitor.read { $0.challenge != nil } }

  /// Whether a call can begin without asking for a challenge.
  var knowsHowToStart: Bool { monitor.read { $0.challenge != nil || $0.isOpen } }

  /// Whether a path is in the session's space, as far as is known.
  func covers(_ path: String) -> Bool { monitor.read { $0.challenge?.covers(path) ?? true } }

  /// How the next call has to begin; waits while another one asks for a challenge.
  ///
  /// - Throws: `CancellationError` if the task is cancelled while it waits.
  func start() async throws -> Start {
    try await monitor.wait { state in
      if let signature = self.nextSignature(&state) { return .signed(signature) }
      if state.isOpen { return .open }
      if state.isSomeoneAsking { return nil }
      state.isSomeoneAsking = true
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
      state.isSomeoneAsking = false
    }
  }

  /// Takes a challenge that answered a request, and says how to sign the request once more.
  ///
  /// A late answer to an older nonce does not replace a newer one.
  ///
  /// - Parameter used: The nonce that the request was signed for, if it was.
  /// - Returns: Nothing if the challenge refuses the credentials themselves.
  func retry(after answer: DigestChallenge, used: String?) -> Signature? {
    monitor.change { state in
      if let used {
        guard answer.isStale || answer.nonce != used else { return nil }
        if state.challenge?.nonce == used { self.adopt(answer, &state) }
      } else if state.challenge == nil {
        self.adopt(answer, &state)
      }
      return self.nextSignature(&state) ?? self.firstSignature(for: answer)
    }
  }

  /// Takes the nonce that the server wants to see next, unless it has been replaced already.
  func adopt(nextNonce: String, after used: String) {
    monitor.change { state in
      guard state.challenge?.nonce == used, nextNonce != used else { return }
      state.challenge?.nonce = nextNonce
      state.count = 0
    }
  }

  private func adopt(_ challenge: DigestChallenge, _ state: inout State) {
    // A server that repeats a nonce goes on counting its uses.
    if state.challenge?.nonce != challenge.nonce { state.count = 0 }
    state.challenge = challenge
    state.sessionClientNonce = makeClientNonce()
    state.key = makeKey(challenge, state.sessionClientNonce)
    state.isOpen = false
  }

  private func firstSignature(for challenge: DigestChallenge) -> Signature {
    let clientNonce = makeClientNonce()
    return Signature(
      challenge: challenge, key: makeKey(challenge, clientNonce), count: 1,
      clientNonce: clientNonce)
  }

  private func nextSignature(_ state: inout State) -> Signature? {
    guard let challenge = state.challenge else { return nil }
    guard state.count < .max else {
      state.challenge = nil
      return nil
    }
    state.count += 1
    // The key of a session form is made of the client nonce of its first request.
    let clientNonce =
      challenge.algorithm.isSession ? state.sessionClientNonce : makeClientNonce()
    return Signature(
      challenge: challenge, key: state.key, count: state.count, clientNonce: clientNonce)
  }
}
