import Foundation
public import HTTPTypes

/// HTTP Digest (RFC 7616, with the older forms of RFC 2617 and RFC 2069) with a user name and a password.
///
/// After the first challenge every request carries credentials: N requests cost N + 1 round trips,
/// also if they begin concurrently. An expired nonce costs one extra request and is handled
/// transparently: at the age at which an earlier nonce was rejected, or half a minute after the
/// last response if no such age is known, one request probes the nonce while the others wait for at
/// most half a second.
///
/// A request is sent at most three times: without credentials, signed, and signed once more if the
/// server rejects the nonce rather than the credentials. A body that can be read only once is sent
/// after a HEAD request has fetched the challenge or confirmed the nonce.
///
/// The algorithms are MD5, SHA-256, SHA-512-256, and their `-sess` forms; the strongest that the
/// server offers is used. The quality of protection is `auth`, or `auth-int` if the server offers
/// nothing else.
public struct DigestAuthenticator: Authenticator {
  private let credentials: DigestCredentials
  let options: DigestOptions
  let spaces: ProtectionSpaces
  private let deadlines: Deadlines

  /// The maximum time that requests wait for a challenge that another request fetches.
  private static let maximumFailures = Duration.seconds(5)
  /// The maximum time that requests wait for a probe. Rejections are fast, so after this time the
  /// server has probably accepted the nonce.
  private static let probePatience = Duration.milliseconds(500)

  /// Creates an authenticator.
  ///
  /// - Parameters:
  ///   - username: The user name. For Atlas, the public key.
  ///   - password: The password. For Atlas, the private key. No description contains it.
  ///   - options: The options.
  ///   - clock: The clock that measures the age of nonces.
  public init(
    username: String, password: String, options: DigestOptions = .init(),
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    self.init(
      username: username, password: password, options: options, clock: clock,
      cnonce: RandomNonces().next)
  }

  /// Creates an authenticator whose client nonces are chosen by the caller, as the RFCs' examples need.
  package init(
    username: String, password: String, options: DigestOptions = .init(),
    clock: any Clock<Duration> = ContinuousClock(),
    cnonce: @escaping @Sendable () -> String
  ) {
    let clock = RuntimeClock(clock)
    deadlines = Deadlines(clock: clock)
    // RFC 7616, section 4, requires NFC.
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
        serializesRequests: serializesRequests, clock: clock, cnonce: cnonce,
        template: credentials.template(for:cnonce:))
    }
  }

  /// Creates an exchange with credentials, and again if the server has another challenge.
  ///
  /// - Throws: ``AuthenticationError`` if the credentials must not be sent, if the body cannot be
  ///   sent again, or if the server does not authenticate itself although it must;
  ///   ``EndpointError/api(_:)`` if the server fails while the challenge is fetched before the
  ///   body.
  public func authenticate(_ request: HTTPRequest, body: HTTPBody?, exchange: HTTPTransport.Send)
    async throws
    -> TransportResponse
  {
    try await authenticate(request, body: body, within: .ofCaller, exchange: exchange)
  }

  func authenticate(
    _ request: HTTPRequest, body: HTTPBody?, within limit: TimeLimit, exchange: HTTPTransport.Send
  ) async throws -> TransportResponse {
    let session = try spaces.session(for: request)
    var request = request
    // With `auth-int`, the response authentication covers the body as transferred.
    if options.requiresMutualAuthentication { request.headerFields[.acceptEncoding] = "identity" }
    guard let turn = session.turn else {
      return try await perform(request, body, in: session, within: limit, through: exchange)
    }
    return try await turn.run { [request] in
      try await perform(request, body, in: session, within: limit, through: exchange)
    }
  }

  private func perform(
    _ request: HTTPRequest, _ body: HTTPBody?, in session: DigestSession, within limit: TimeLimit,
    through exchange: HTTPTransport.Send
  ) async throws -> TransportResponse {
    let response: TransportResponse
    let challenge: DigestChallenge?
    switch try await start(session, within: limit) {
    case .signed(let signature) where signature.ticket != nil && body?.isReplayable == false:
      // The nonce may have expired, and the body cannot be sent twice.
      let response = try await sendSigned(
        probe(for: request), nil, signature, in: session, within: limit, through: exchange)
      try await drain(response.body, within: limit)
      return try await perform(request, body, in: session, within: limit, through: exchange)
    case .signed(let signature):
      return try await sendSigned(
        request, body, signature, in: session, within: limit, through: exchange)
    case .fetchChallenge(let ticket) where needsProbe(request, body):
      try await probe(request, ticket, in: session, within: limit, through: exchange)
      return try await perform(request, body, in: session, within: limit, through: exchange)
    case .fetchChallenge(let ticket):
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
    try await drain(response.body, within: limit)
    return try await sendSigned(
      request, body, signature, in: session, within: limit, through: exchange)
  }

  private func start(_ session: DigestSession, within limit: TimeLimit) async throws
    -> DigestSession.Start
  {
    if let start = try session.startNow() { return start }
    return try await limit.wait { try await session.start() }
  }

  private func drain(_ body: HTTPBody, within limit: TimeLimit) async throws {
    if body.isInMemory { return }
    _ = try await limit.wait { [deadlines] in try await deadlines.drain(body) }
  }

  /// Whether a request without a body must fetch the challenge, because the body can be sent only
  /// once or must not be sent to an unauthenticated server.
  private func needsProbe(_ request: HTTPRequest, _ body: HTTPBody?) -> Bool {
    if options.requiresMutualAuthentication { return body != nil || request.method != .get }
    return body?.isReplayable == false
  }

  /// Fetches a challenge by a request without a body.
  ///
  /// - Throws: The reason why the request cannot be sent now.
  private func probe(
    _ request: HTTPRequest, _ ticket: DigestSession.Ticket?, in session: DigestSession,
    within limit: TimeLimit, through exchange: HTTPTransport.Send
  ) async throws {
    let probe = probe(for: request)
    let (response, _) = try await ask(probe, nil, ticket, in: session, through: exchange)
    try await drain(response.body, within: limit)
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

  /// Sends a request without credentials, while others wait for its challenge.
  private func ask(
    _ request: HTTPRequest, _ body: HTTPBody?, _ ticket: DigestSession.Ticket?,
    in session: DigestSession, through exchange: HTTPTransport.Send
  ) async throws -> (TransportResponse, DigestChallenge?) {
    do {
      let response = try await deadlines.watch(for: Self.maximumFailures) {
        session.finishFetch(ticket, .noChallenge)
      } during: {
        try await exchange(request, body)
      }
      let challenge = challenge(of: response.head, request)
      session.finishFetch(ticket, finding(of: response.head, challenge))
      return (response, challenge)
    } catch {
      let isCancelled = error is CancellationError || error.isTimeout || Task.isCancelled
      session.finishFetch(ticket, isCancelled ? nil : .noChallenge)
      throw error
    }
  }

  private func finding(of head: HTTPResponse, _ challenge: DigestChallenge?)
    -> DigestSession.Finding
  {
    if let challenge { return .challenge(challenge) }
    // The response of a failing server says nothing about authentication, and an unauthenticated
    // server is not trusted.
    let isOpen =
      head.status != .unauthorized && !head.status.isTrouble
      && !options.requiresMutualAuthentication
    return isOpen ? .open : .noChallenge
  }

  /// Sends a signed request, and signs it once more if the server rejects the nonce.
  private func sendSigned(
    _ request: HTTPRequest, _ body: HTTPBody?, _ signature: DigestSession.Signature,
    in session: DigestSession, within limit: TimeLimit, through exchange: HTTPTransport.Send
  ) async throws -> TransportResponse {
    guard signature.ticket != nil else {
      return try await sendTwice(
        request, body, signature, in: session, within: limit, through: exchange)
    }
    defer { session.stopWaiting(for: signature) }
    return try await deadlines.watch(for: Self.probePatience) {
      session.stopWaiting(for: signature)
    } during: {
      try await sendTwice(request, body, signature, in: session, within: limit, through: exchange)
    }
  }

  private func sendTwice(
    _ request: HTTPRequest, _ body: HTTPBody?, _ signature: DigestSession.Signature,
    in session: DigestSession, within limit: TimeLimit, through exchange: HTTPTransport.Send
  ) async throws -> TransportResponse {
    let response = try await send(request, body, signature, in: session, through: exchange)
    let isReplayable = body?.isReplayable ?? true
    guard let challenge = challenge(of: response.head, request),
      let next = session.signature(
        after: challenge, rejecting: signature, isSentAgain: isReplayable)
    else { return response }
    guard isReplayable else { throw AuthenticationError(reason: .bodyAlreadySent) }
    try await drain(response.body, within: limit)
    return try await send(request, body, next, in: session, through: exchange)
  }

  /// Sends a signed request once.
  private func send(
    _ request: HTTPRequest, _ body: HTTPBody?, _ signature: DigestSession.Signature,
    in session: DigestSession, through exchange: HTTPTransport.Send
  ) async throws -> TransportResponse {
    let known = signature.known
    var bodyHash: String?
    if known.challenge.protection == .requestAndBody {
      guard body?.isReplayable ?? true else {
        throw AuthenticationError(reason: .unsignableBody)
      }
      bodyHash = try await known.challenge.algorithm.hash.hex(body ?? HTTPBody(Data()))
    }
    let computation = signature.computation(for: request, bodyHash: bodyHash)
    var signed = request
    signed.headerFields[.authorization] = known.template.authorization(of: computation)
    var response = try await exchange(signed, body)
    guard response.head.status != .unauthorized else { return response }
    let information = AuthenticationInformation(response.head)
    if options.requiresMutualAuthentication {
      response = try await ResponseAuthentication(computation: computation).checked(
        response, information)
    }
    session.accept(signature)
    if let next = information?.nextNonce {
      session.adopt(nextNonce: next, after: known.challenge.nonce)
    }
    return response
  }
}

extension DigestAuthenticator: TimedAuthenticator {
  /// A request that waits for its turn or for the body of a response does not end by itself.
  var waitsEnd: Bool { !options.serializesRequests && !options.requiresMutualAuthentication }
}

extension Error {
  /// Whether the request reached its deadline.
  fileprivate var isTimeout: Bool {
    if case EndpointError.timeout = self as any Error { true } else { false }
  }
}

extension HTTPResponse.Status {
  /// Whether the server failed before it processed the request.
  fileprivate var isTrouble: Bool { self == .tooManyRequests || code >= 500 }
}
