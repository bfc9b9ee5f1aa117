import Foundation
public import HTTPTypes

/// HTTP Digest (RFC 7616, with the older forms of RFC 2617 and RFC 2069) with a user name and a password.
///
/// After the first challenge every request carries its credentials at once: N calls cost N + 1
/// requests, however many of them begin together. A nonce that the server has let go of costs one
/// more request and is not seen outside: where no answer has confirmed a nonce for a second, or it has
/// the age at which an earlier one was refused, one call goes ahead and the others wait for its answer,
/// for a second at most.
///
/// Algorithms are MD5, SHA-256, SHA-512-256 and their `-sess` forms, of which the strongest is used that
/// the server offers; the quality of protection is `auth`, or what else the server offers alone.
public struct DigestAuthenticator: Authenticator {
  private let credentials: DigestCredentials
  private let options: DigestOptions
  private let spaces: DigestSpaces
  private let deadlines: Deadlines

  /// How much of a challenge's body is read so that its connection can be used again.
  private static let challengeBody = (size: 64 << 10, time: Duration.seconds(1))
  /// How long others wait at most for the challenge that one call asks for.
  private static let patience = Duration.seconds(5)

  /// Makes an authenticator.
  ///
  /// - Parameters:
  ///   - username: The user name; for Atlas, the public key.
  ///   - password: The password; for Atlas, the private key. It appears in no description.
  ///   - options: How it answers challenges.
  ///   - clock: What measures how old a nonce is.
  public init(
    username: String, password: String, options: DigestOptions = .init(),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.init(
      username: username, password: password, options: options, clock: clock,
      clientNonce: Self.randomNonce)
  }

  /// Makes an authenticator whose client nonces are chosen by the caller, as the RFCs' examples need.
  package init(
    username: String, password: String, options: DigestOptions = .init(),
    clock: any Clock<Duration> = ContinuousClock(),
    clientNonce: @escaping @Sendable () -> String
  ) {
    let clock = RuntimeClock(clock)
    deadlines = Deadlines(clock: clock)
    // RFC 7616, section 4: both are normalized to NFC.
    let credentials = DigestCredentials(
      username: username.precomposedStringWithCanonicalMapping,
      password: password.precomposedStringWithCanonicalMapping)
    self.credentials = credentials
    self.options = options
    let isSerialized = options.isSerialized
    spaces = DigestSpaces { request in
      guard credentials.username.isFieldContent else {
        throw AuthenticationFailure(reason: .unusableCredentials)
      }
      try Host.checkSafety(of: request, allowsInsecureHTTP: options.allowsInsecureHTTP)
      return DigestSession(
        isSerialized: isSerialized, clock: clock, clientNonce: clientNonce,
        template: credentials.template(for:clientNonce:))
    }
  }

  /// Makes an exchange with credentials, and once more if the server has another challenge.
  ///
  /// - Throws: ``AuthenticationFailure`` if the credentials must not be sent, the body cannot be sent
  ///   once more, or the server does not prove who it is where that is required.
  public func authenticate(_ request: HTTPRequest, body: HTTPBody?, exchange: Exchange) async throws
    -> TransportResponse
  {
    let session = try spaces.session(for: request)
    guard let turn = session.turn else {
      return try await perform(request, body, in: session, through: exchange)
    }
    return try await turn.run { try await perform(request, body, in: session, through: exchange) }
  }

  /// Tells a refusal from challenges that cannot be answered.
  public func reason(for refusal: HTTPResponse, to request: HTTPRequest) async
    -> AuthenticationFailure.Reason
  {
    let offered = AuthenticationChallenge.parse(refusal.headerFields[values: .wwwAuthenticate])
    if let best = DigestChallenge.best(of: offered, minimum: options.minimumAlgorithm) {
      return best.isStale ? .staleNonces : .refused
    }
    // Credentials were sent, and the server did not even ask for others.
    if (try? spaces.session(for: request))?.hasChallenge == true { return .refused }
    if DigestChallenge.best(of: offered) != nil {
      let names = offered.compactMap { try? DigestChallenge($0).algorithm.name }
      return .weakAlgorithm(offered: names)
    }
    return .noUsableChallenge(offered: offered.map(Self.description))
  }

  /// The scheme of a challenge that cannot be answered, and why, if it is Digest.
  private static func description(of challenge: AuthenticationChallenge) -> String {
    let scheme = String(challenge.scheme.prefix(40))
    guard challenge.isScheme("Digest") else { return scheme }
    do {
      _ = try DigestChallenge(challenge)
      return scheme
    } catch {
      return "\(scheme), but \(error.text)"
    }
  }

  private func perform(
    _ request: HTTPRequest, _ body: HTTPBody?, in session: DigestSession,
    through exchange: Exchange
  ) async throws -> TransportResponse {
    let isReplayable = body?.isReplayable ?? true
    let answer: TransportResponse
    var used: DigestSession.Signature?
    switch try await session.start() {
    case .signed(let signature):
      used = signature
      answer = try await sendFirst(request, body, signature, in: session, through: exchange)
    case .asking where !isReplayable:
      // The body waits for a challenge that a request without one has fetched.
      var probe = request
      probe.method = .head
      probe.headerFields[.contentType] = nil
      answer = try await ask(probe, nil, in: session, through: exchange)
      guard session.knowsHowToStart else { return answer }
      return try await perform(request, body, in: session, through: exchange)
    case .asking:
      answer = try await ask(request, body, in: session, through: exchange)
    case .open:
      answer = try await exchange(request, body)
    }
    guard answer.head.status == .unauthorized else { return answer }
    guard let challenge = challenge(of: answer.head, request),
      let signature = session.retry(after: challenge, used: used)
    else {
      used.map(session.giveUp)
      return answer
    }
    guard isReplayable else { throw AuthenticationFailure(reason: .bodyAlreadySent) }
    try await drain(answer.body)
    return try await send(request, body, signature, in: session, through: exchange)
  }

  /// Reads what a refusal says, so that its connection can be used again, if that is soon done.
  private func drain(_ body: HTTPBody) async throws {
    let limits = Self.challengeBody
    _ = try? await deadlines.run(within: limits.time) { try await body.prefix(bytes: limits.size) }
    try Task.checkCancellation()
  }

  /// Sends a request without credentials, for all that wait for a challenge.
  private func ask(
    _ request: HTTPRequest, _ body: HTTPBody?, in session: DigestSession,
    through exchange: Exchange
  ) async throws -> TransportResponse {
    do {
      let answer = try await deadlines.watch(for: Self.patience) {
        session.finishAsking()
      } during: {
        try await exchange(request, body)
      }
      let status = answer.head.status
      session.finishAsking(
        status == .unauthorized ? challenge(of: answer.head, request) : nil,
        // A server that is busy or broken has not said whether it asks for credentials.
        isOpen: status != .unauthorized && status != .tooManyRequests && status.code < 500)
      return answer
    } catch {
      session.finishAsking()
      throw error
    }
  }

  /// Sends a request for the first time; others may wait for what comes of it.
  private func sendFirst(
    _ request: HTTPRequest, _ body: HTTPBody?, _ signature: DigestSession.Signature,
    in session: DigestSession, through exchange: Exchange
  ) async throws -> TransportResponse {
    do {
      guard signature.isCheck else {
        return try await send(request, body, signature, in: session, through: exchange)
      }
      return try await deadlines.watch(for: NonceTrust.duration) {
        session.giveUp(signature)
      } during: {
        try await send(request, body, signature, in: session, through: exchange)
      }
    } catch {
      session.giveUp(signature)
      throw error
    }
  }

  /// Sends a signed request.
  private func send(
    _ request: HTTPRequest, _ body: HTTPBody?, _ signature: DigestSession.Signature,
    in session: DigestSession, through exchange: Exchange
  ) async throws -> TransportResponse {
    let challenge = signature.challenge
    var bodyHash: String?
    if challenge.protection == .requestAndBody {
      guard body?.isReplayable ?? true else {
        throw AuthenticationFailure(reason: .unsignableBody)
      }
      bodyHash = try await challenge.algorithm.hash.hex(body ?? HTTPBody(Data()))
    }
    let computation = signature.computation(for: request, bodyHash: bodyHash)
    var signed = request
    signed.headerFields[.authorization] = signature.template.authorization(of: computation)
    let answer = try await exchange(signed, body)
    if answer.head.status != .unauthorized { session.accept(signature) }
    let information = AuthenticationInformation(answer.head)
    if let next = information?.nextNonce {
      session.adopt(nextNonce: next, after: challenge.nonce)
    }
    guard options.requiresMutualAuthentication else { return answer }
    return try await ServerProof(computation: computation).checked(answer, information)
  }

  private func challenge(of head: HTTPResponse, _ request: HTTPRequest) -> DigestChallenge? {
    var challenge = DigestChallenge.best(
      of: AuthenticationChallenge.parse(head.headerFields[values: .wwwAuthenticate]),
      minimum: options.minimumAlgorithm)
    // A space without the request that was answered is none that the server can mean.
    if challenge?.covers(request.path ?? "/") == false { challenge?.domain = [] }
    return challenge
  }

  /// Sixteen hexadecimal digits from the system's secure generator.
  private static func randomNonce() -> String {
    UInt64.random(in: .min ... .max).hexadecimal
  }
}
