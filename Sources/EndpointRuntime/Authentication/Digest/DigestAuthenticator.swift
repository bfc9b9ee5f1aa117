import Foundation
public import HTTPTypes

/// HTTP Digest (RFC 7616, with the older forms of RFC 2617 and RFC 2069) with a user name and a password.
///
/// After the first challenge every request carries its credentials at once: N requests cost N + 1
/// round trips, however many of them begin together. An expired nonce costs one more request and is
/// handled transparently: once a nonce has the age at which an earlier one was rejected, or half a
/// minute after the last response if no such age is known, one request goes ahead and the others wait
/// for its response, for half a second at most.
///
/// A request is sent at most three times: without credentials, signed, and signed once more if the
/// server rejects the nonce instead of the credentials. A body that can be read only once is sent after
/// a HEAD request has fetched the challenge, or has shown that the server still knows the nonce.
///
/// Algorithms are MD5, SHA-256, SHA-512-256 and their `-sess` forms, of which the strongest is used that
/// the server offers; the quality of protection is `auth`, or what else the server offers alone.
public struct DigestAuthenticator: Authenticator {
  private let credentials: DigestCredentials
  let options: DigestOptions
  let spaces: ProtectionSpaces
  private let deadlines: Deadlines

  /// How long others wait at most for the challenge that one request asks for.
  private static let patience = Duration.seconds(5)
  /// How long others wait at most for the response to the request that probes a nonce. A rejection
  /// takes little time, so a server that takes longer has probably accepted the nonce.
  private static let probePatience = Duration.milliseconds(500)

  /// Creates an authenticator.
  ///
  /// - Parameters:
  ///   - username: The user name; for Atlas, the public key.
  ///   - password: The password; for Atlas, the private key. It appears in no description.
  ///   - options: How it responds challenges.
  ///   - clock: What measures how old a nonce is.
  public init(
    username: String, password: String, options: DigestOptions = .init(),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.init(
      username: username, password: password, options: options, clock: clock,
      clientNonce: Self.randomNonce)
  }

  /// Creates an authenticator whose client nonces are chosen by the caller, as the RFCs' examples need.
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
    let serializesRequests = options.serializesRequests
    spaces = ProtectionSpaces { request in
      guard credentials.username.isFieldContent else {
        throw AuthenticationError(reason: .unusableCredentials)
      }
      try Host.checkSafety(of: request, allowsInsecureHTTP: options.allowsInsecureHTTP)
      return DigestSession(
        serializesRequests: serializesRequests, clock: clock, clientNonce: clientNonce,
        template: credentials.template(for:clientNonce:))
    }
  }

  /// Creates an exchange with credentials, and again if the server has another challenge.
  ///
  /// - Throws: ``AuthenticationError`` if the credentials must not be sent, the body cannot be sent
  ///   once more, or the server does not prove who it is where that is required;
  ///   ``EndpointError/api(_:)`` if the server is in trouble when it is asked for a challenge before
  ///   the body is sent.
  public func authenticate(_ request: HTTPRequest, body: HTTPBody?, exchange: HTTPTransport.Send)
    async throws
    -> TransportResponse
  {
    let session = try spaces.session(for: request)
    var request = request
    // The proof of `auth-int` covers the body as it is transferred.
    if options.requiresMutualAuthentication { request.headerFields[.acceptEncoding] = "identity" }
    guard let turn = session.turn else {
      return try await perform(request, body, in: session, through: exchange)
    }
    return try await turn.run { [request] in
      try await perform(request, body, in: session, through: exchange)
    }
  }

  private func perform(
    _ request: HTTPRequest, _ body: HTTPBody?, in session: DigestSession,
    through exchange: HTTPTransport.Send
  ) async throws -> TransportResponse {
    let response: TransportResponse
    let challenge: DigestChallenge?
    switch try await session.start() {
    case .signed(let signature) where signature.ticket != nil && body?.isReplayable == false:
      // The nonce may have expired, and the body must not be lost to find that out.
      let response = try await sendSigned(
        probe(for: request), nil, signature, in: session, through: exchange)
      try await deadlines.drain(response.body)
      return try await perform(request, body, in: session, through: exchange)
    case .signed(let signature):
      return try await sendSigned(request, body, signature, in: session, through: exchange)
    case .asking(let ticket) where needsProbe(request, body):
      try await probe(request, ticket, in: session, through: exchange)
      return try await perform(request, body, in: session, through: exchange)
    case .asking(let ticket):
      (response, challenge) = try await ask(request, body, ticket, in: session, through: exchange)
    case .open:
      response = try await exchange(request, body)
      challenge = self.challenge(of: response.head, request)
    }
    if options.requiresMutualAuthentication, response.head.status.kind == .successful {
      throw AuthenticationError(reason: .unprovenServer)
    }
    let isReplayable = body?.isReplayable ?? true
    guard let challenge,
      let signature = session.signature(
        after: challenge, rejecting: nil, isSentAgain: isReplayable)
    else { return response }
    guard isReplayable else { throw AuthenticationError(reason: .bodyAlreadySent) }
    try await deadlines.drain(response.body)
    return try await sendSigned(request, body, signature, in: session, through: exchange)
  }

  /// Whether a request without a body has to fetch the challenge: the request's own body can be sent
  /// only once, or must not reach a server that proves nothing.
  private func needsProbe(_ request: HTTPRequest, _ body: HTTPBody?) -> Bool {
    if options.requiresMutualAuthentication { return body != nil || request.method != .get }
    return body?.isReplayable == false
  }

  /// Fetches a challenge for a request by one without a body; its response is never the request's.
  ///
  /// - Throws: Why the request cannot be sent now.
  private func probe(
    _ request: HTTPRequest, _ ticket: DigestSession.Ticket?, in session: DigestSession,
    through exchange: HTTPTransport.Send
  ) async throws {
    let probe = probe(for: request)
    let (response, _) = try await ask(probe, nil, ticket, in: session, through: exchange)
    try await deadlines.drain(response.body)
    if session.knowsHowToStart { return }
    let head = response.head
    if head.status == .unauthorized {
      throw AuthenticationError(reason: await reason(for: head, to: probe))
    }
    guard !head.status.isTrouble else {
      throw EndpointError.api(
        APIError(
          status: head.status, head: head, body: Data(),
          endpoint: "The HEAD request that precedes the body", api: nil))
    }
    throw AuthenticationError(reason: .unprovenServer)
  }

  private func probe(for request: HTTPRequest) -> HTTPRequest {
    var probe = request
    probe.method = .head
    probe.headerFields[.contentType] = nil
    return probe
  }

  /// Sends a request without credentials, for all that wait for a challenge.
  private func ask(
    _ request: HTTPRequest, _ body: HTTPBody?, _ ticket: DigestSession.Ticket?,
    in session: DigestSession, through exchange: HTTPTransport.Send
  ) async throws -> (TransportResponse, DigestChallenge?) {
    do {
      let response = try await deadlines.watch(for: Self.patience) {
        session.finishAsking(ticket, .nothing)
      } during: {
        try await exchange(request, body)
      }
      let challenge = challenge(of: response.head, request)
      session.finishAsking(ticket, finding(of: response.head, challenge))
      return (response, challenge)
    } catch {
      let isCancelled = error is CancellationError || Task.isCancelled
      session.finishAsking(ticket, isCancelled ? nil : .nothing)
      throw error
    }
  }

  private func finding(of head: HTTPResponse, _ challenge: DigestChallenge?)
    -> DigestSession.Finding
  {
    if let challenge { return .challenge(challenge) }
    // A server that is in trouble has not said whether it asks for credentials, and one that proves
    // nothing must not be trusted.
    let isOpen =
      head.status != .unauthorized && !head.status.isTrouble
      && !options.requiresMutualAuthentication
    return isOpen ? .open : .nothing
  }

  /// Sends a signed request, and signs it once more if the server rejects the nonce.
  private func sendSigned(
    _ request: HTTPRequest, _ body: HTTPBody?, _ signature: DigestSession.Signature,
    in session: DigestSession, through exchange: HTTPTransport.Send
  ) async throws -> TransportResponse {
    guard signature.ticket != nil else {
      return try await sendTwice(request, body, signature, in: session, through: exchange)
    }
    defer { session.stopWaiting(for: signature) }
    return try await deadlines.watch(for: Self.probePatience) {
      session.stopWaiting(for: signature)
    } during: {
      try await sendTwice(request, body, signature, in: session, through: exchange)
    }
  }

  private func sendTwice(
    _ request: HTTPRequest, _ body: HTTPBody?, _ signature: DigestSession.Signature,
    in session: DigestSession, through exchange: HTTPTransport.Send
  ) async throws -> TransportResponse {
    let response = try await send(request, body, signature, in: session, through: exchange)
    let isReplayable = body?.isReplayable ?? true
    guard let challenge = challenge(of: response.head, request),
      let next = session.signature(
        after: challenge, rejecting: signature, isSentAgain: isReplayable)
    else { return response }
    guard isReplayable else { throw AuthenticationError(reason: .bodyAlreadySent) }
    try await deadlines.drain(response.body)
    return try await send(request, body, next, in: session, through: exchange)
  }

  /// Sends a signed request once.
  private func send(
    _ request: HTTPRequest, _ body: HTTPBody?, _ signature: DigestSession.Signature,
    in session: DigestSession, through exchange: HTTPTransport.Send
  ) async throws -> TransportResponse {
    let challenge = signature.challenge
    var bodyHash: String?
    if challenge.protection == .requestAndBody {
      guard body?.isReplayable ?? true else {
        throw AuthenticationError(reason: .unsignableBody)
      }
      bodyHash = try await challenge.algorithm.hash.hex(body ?? HTTPBody(Data()))
    }
    let computation = signature.computation(for: request, bodyHash: bodyHash)
    var signed = request
    signed.headerFields[.authorization] = signature.template.authorization(of: computation)
    var response = try await exchange(signed, body)
    guard response.head.status != .unauthorized else { return response }
    let information = AuthenticationInformation(response.head)
    if options.requiresMutualAuthentication {
      response = try await ResponseAuthentication(computation: computation).checked(
        response, information)
    }
    session.accept(signature)
    if let next = information?.nextNonce {
      session.adopt(nextNonce: next, after: challenge.nonce)
    }
    return response
  }

  /// Sixteen hexadecimal digits from the system's secure generator.
  private static func randomNonce() -> String {
    UInt64.random(in: .min ... .max).hexadecimal
  }
}

extension HTTPResponse.Status {
  /// Whether the server is too busy or too broken to have looked at the request.
  fileprivate var isTrouble: Bool { self == .tooManyRequests || code >= 500 }
}
