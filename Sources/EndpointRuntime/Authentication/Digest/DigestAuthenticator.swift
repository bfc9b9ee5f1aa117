public import Foundation
public import HTTPTypes

/// HTTP Digest (RFC 7616, with the older forms of RFC 2617 and RFC 2069) with a user name and a password.
///
/// After the first challenge every request carries its credentials at once: N calls cost N + 1
/// requests, however many of them begin together. A nonce that the server has let go of costs one
/// more request and is not seen outside. Algorithms are MD5, SHA-256, SHA-512-256 and
/// their `-sess` forms; the quality of protection is `auth` or none.
public struct DigestAuthenticator: Authenticator {
  private let credentials: DigestCredentials
  private let allowsInsecureHTTP: Bool
  private let clientNonce: @Sendable () -> String
  private let sessions = DigestSessions()

  /// How much of a challenge's body is read so that its connection can be used again, in bytes.
  private static let challengeBodySize = 64 << 10

  /// Makes an authenticator.
  ///
  /// - Parameters:
  ///   - username: The user name; for Atlas, the public key.
  ///   - password: The password; for Atlas, the private key. It appears in no description.
  ///   - allowsInsecureHTTP: Whether credentials may be sent over plain HTTP to another machine.
  public init(username: String, password: String, allowsInsecureHTTP: Bool = false) {
    self.init(
      username: username, password: password, allowsInsecureHTTP: allowsInsecureHTTP,
      clientNonce: Self.randomNonce)
  }

  /// Makes an authenticator whose client nonces are chosen by the caller, as the RFCs' examples need.
  package init(
    username: String, password: String, allowsInsecureHTTP: Bool = false,
    clientNonce: @escaping @Sendable () -> String
  ) {
    // RFC 7616, section 4: both are normalized to NFC.
    credentials = DigestCredentials(
      username: username.precomposedStringWithCanonicalMapping,
      password: password.precomposedStringWithCanonicalMapping)
    self.allowsInsecureHTTP = allowsInsecureHTTP
    self.clientNonce = clientNonce
  }

  /// Makes an exchange with credentials, and once more if the server has another challenge.
  public func authenticate(_ request: HTTPRequest, body: Data?, exchange: Exchange) async throws
    -> TransportResponse
  {
    try checkSafety(of: request)
    let session = sessions.session(for: request)
    let start = try await session.start()
    let answer = try await perform(request, start, in: session, through: exchange)
    guard answer.head.status == .unauthorized, let challenge = Self.challenge(of: answer.head),
      let again = await session.retry(after: challenge, used: start.nonce)
    else { return answer }
    _ = try await answer.body.prefix(bytes: Self.challengeBodySize)
    return try await perform(request, again, in: session, through: exchange)
  }

  /// Tells a refusal from challenges that cannot be answered.
  public func reason(for refusal: HTTPResponse, to request: HTTPRequest) async
    -> AuthenticationFailure.Reason
  {
    guard Self.challenge(of: refusal) == nil else { return .refused }
    // Credentials were sent, and the server did not even ask for others.
    if await sessions.session(for: request).hasChallenge { return .refused }
    let offered = AuthenticationChallenge.parse(refusal.headerFields[values: .wwwAuthenticate])
    return .noUsableChallenge(offered: offered.map { String($0.scheme.prefix(40)) })
  }

  private func perform(
    _ request: HTTPRequest, _ start: DigestSession.Start, in session: DigestSession,
    through exchange: Exchange
  ) async throws -> TransportResponse {
    switch start {
    case .open: return try await exchange(request)
    case .asking:
      do {
        let answer = try await exchange(request)
        if answer.head.status == .unauthorized, let challenge = Self.challenge(of: answer.head) {
          await session.learn(challenge)
        }
        await session.finishAsking(isOpen: answer.head.status != .unauthorized)
        return answer
      } catch {
        await session.finishAsking(isOpen: false)
        throw error
      }
    case .signed(let challenge, let count):
      var signed = request
      let line = HTTPRequestLine(method: request.method.rawValue, target: request.path ?? "/")
      signed.headerFields[.authorization] = credentials.authorization(
        for: line, answering: challenge, count: count, clientNonce: clientNonce())
      let answer = try await exchange(signed)
      if let next = Self.nextNonce(of: answer.head) {
        await session.adopt(nextNonce: next, after: challenge.nonce)
      }
      return answer
    }
  }

  /// Makes sure that credentials may be sent where the request goes.
  private func checkSafety(of request: HTTPRequest) throws {
    guard credentials.username.isFieldContent else {
      throw AuthenticationFailure(reason: .unusableCredentials)
    }
    let host = Host(authority: request.authority ?? "")
    guard request.scheme == "https" || allowsInsecureHTTP || host.isLoopback else {
      throw AuthenticationFailure(reason: .insecureConnection(host: host.name))
    }
  }

  private static func challenge(of head: HTTPResponse) -> DigestChallenge? {
    .best(of: AuthenticationChallenge.parse(head.headerFields[values: .wwwAuthenticate]))
  }

  /// The nonce that the server wants to see next (RFC 7616, section 3.5).
  private static func nextNonce(of head: HTTPResponse) -> String? {
    guard let field = head.headerFields[.authenticationInfo] else { return nil }
    let nonce = AuthenticationChallenge.parse(["Digest " + field]).first?["nextnonce"]
    return nonce.flatMap { $0.isEmpty || !$0.isFieldContent ? nil : $0 }
  }

  /// Sixteen hexadecimal digits from the system's secure generator.
  private static func randomNonce() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension DigestSession.Start {
  /// The nonce that a request is signed for.
  fileprivate var nonce: String? {
    guard case .signed(let challenge, _) = self else { return nil }
    return challenge.nonce
  }
}

extension HTTPField.Name {
  fileprivate static var authenticationInfo: Self {
    Self("Authentication-Info") ?? .wwwAuthenticate
  }
}
