import Foundation
public import HTTPTypes

/// HTTP Digest (RFC 7616, with the older forms of RFC 2617 and RFC 2069) with a user name and a password.
///
/// After the first challenge every request carries its credentials at once: N calls cost N + 1
/// requests, however many of them begin together. A nonce that the server has let go of costs one
/// more request and is not seen outside. Algorithms are MD5, SHA-256, SHA-512-256 and their `-sess`
/// forms, of which the strongest is used that the server offers; the quality of protection is `auth`,
/// or what else the server offers alone.
public struct DigestAuthenticator: Authenticator {
  private let credentials: DigestCredentials
  private let options: DigestOptions
  private let spaces: DigestSpaces

  /// How much of a challenge's body is read so that its connection can be used again, in bytes.
  private static let challengeBodySize = 64 << 10

  /// Makes an authenticator.
  ///
  /// - Parameters:
  ///   - username: The user name; for Atlas, the public key.
  ///   - password: The password; for Atlas, the private key. It appears in no description.
  ///   - options: How it answers challenges.
  public init(username: String, password: String, options: DigestOptions = .init()) {
    self.init(
      username: username, password: password, options: options, clientNonce: Self.randomNonce)
  }

  /// Makes an authenticator whose client nonces are chosen by the caller, as the RFCs' examples need.
  package init(
    username: String, password: String, options: DigestOptions = .init(),
    clientNonce: @escaping @Sendable () -> String
  ) {
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
        isSerialized: isSerialized, clientNonce: clientNonce, key: credentials.key(for:clientNonce:)
      )
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
    if DigestChallenge.best(of: offered, minimum: options.minimumAlgorithm) != nil {
      return .refused
    }
    // Credentials were sent, and the server did not even ask for others.
    if (try? spaces.session(for: request))?.hasChallenge == true { return .refused }
    if DigestChallenge.best(of: offered) != nil {
      let names = offered.compactMap { DigestChallenge($0)?.algorithm.name }
      return .weakAlgorithm(offered: names)
    }
    return .noUsableChallenge(offered: offered.map { String($0.scheme.prefix(40)) })
  }

  private func perform(
    _ request: HTTPRequest, _ body: HTTPBody?, in session: DigestSession,
    through exchange: Exchange
  ) async throws -> TransportResponse {
    let isReplayable = body?.isReplayable ?? true
    let answer: TransportResponse
    var used: String?
    switch try await session.start() {
    case .signed(let signature):
      used = signature.challenge.nonce
      answer = try await send(request, body, signature, in: session, through: exchange)
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
    guard answer.head.status == .unauthorized, let challenge = challenge(of: answer.head, request),
      let signature = session.retry(after: challenge, used: used)
    else { return answer }
    guard isReplayable else { throw AuthenticationFailure(reason: .bodyAlreadySent) }
    _ = try await answer.body.prefix(bytes: Self.challengeBodySize)
    return try await send(request, body, signature, in: session, through: exchange)
  }

  /// Sends a request without credentials, for all that wait for a challenge.
  private func ask(
    _ request: HTTPRequest, _ body: HTTPBody?, in session: DigestSession,
    through exchange: Exchange
  ) async throws -> TransportResponse {
    do {
      let answer = try await exchange(request, body)
      let isRefusal = answer.head.status == .unauthorized
      session.finishAsking(
        isRefusal ? challenge(of: answer.head, request) : nil, isOpen: !isRefusal)
      return answer
    } catch {
      session.finishAsking()
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
    let computation = credentials.computation(for: request, with: signature, bodyHash: bodyHash)
    var signed = request
    signed.headerFields[.authorization] = credentials.authorization(
      of: computation, answering: challenge)
    let answer = try await exchange(signed, body)
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
