/// What all calls of a client have learned about the server's challenges.
///
/// While no challenge is known, one call goes ahead without credentials to fetch one, and the others
/// wait for it: any number of first calls cost one challenge.
actor DigestSession {
  /// How a call has to begin.
  enum Start: Sendable {
    /// With credentials for a challenge, as the nth request for its nonce.
    case signed(DigestChallenge, count: UInt32)
    /// Without credentials, to fetch a challenge that others wait for.
    case asking
    /// Without credentials: the server does not ask for them.
    case open
  }

  private var challenge: DigestChallenge?
  private var count: UInt32 = 0
  private var isOpen = false
  private var isSomeoneAsking = false
  private var waiters: [Int: CheckedContinuation<Void, Never>] = [:]
  private var nextWaiter = 0

  /// Whether requests are signed.
  var hasChallenge: Bool { challenge != nil }

  /// How the next call has to begin; waits while another one asks for a challenge.
  ///
  /// - Throws: `CancellationError` if the task is cancelled while it waits.
  func start() async throws -> Start {
    while true {
      try Task.checkCancellation()
      if let start = nextSigned() { return start }
      if isOpen { return .open }
      if !isSomeoneAsking {
        isSomeoneAsking = true
        return .asking
      }
      await wait()
    }
  }

  /// Takes the challenge that an unsigned request was answered with.
  func learn(_ answer: DigestChallenge) {
    if challenge == nil { adopt(answer) }
  }

  /// Takes note that the call which asked has its answer, or has failed.
  func finishAsking(isOpen: Bool) {
    self.isOpen = isOpen
    isSomeoneAsking = false
    let woken = waiters.values
    waiters = [:]
    woken.forEach { $0.resume() }
  }

  /// Takes a challenge that answered a request, and says how to send the request once more.
  ///
  /// A late answer to an older nonce does not replace a newer one.
  ///
  /// - Parameter used: The nonce that the request was signed for, if it was.
  /// - Returns: Nothing if the challenge refuses the credentials themselves.
  func retry(after answer: DigestChallenge, used: String?) -> Start? {
    if let used {
      guard answer.isStale || answer.nonce != used else { return nil }
      if challenge?.nonce == used { adopt(answer) }
    } else {
      learn(answer)
    }
    return nextSigned() ?? .signed(answer, count: 1)
  }

  /// Takes the nonce that the server wants to see next, unless it has been replaced already.
  func adopt(nextNonce: String, after used: String) {
    guard challenge?.nonce == used, nextNonce != used else { return }
    challenge?.nonce = nextNonce
    count = 0
  }

  private func adopt(_ answer: DigestChallenge) {
    // A server that repeats a nonce goes on counting its uses.
    if challenge?.nonce != answer.nonce { count = 0 }
    challenge = answer
    isOpen = false
  }

  private func nextSigned() -> Start? {
    guard let challenge else { return nil }
    guard count < .max else {
      self.challenge = nil
      return nil
    }
    count += 1
    return .signed(challenge, count: count)
  }

  private func wait() async {
    let id = nextWaiter
    nextWaiter += 1
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        if Task.isCancelled { continuation.resume() } else { waiters[id] = continuation }
      }
    } onCancel: {
      Task { await self.wake(id) }
    }
  }

  private func wake(_ id: Int) { waiters.removeValue(forKey: id)?.resume() }
}
