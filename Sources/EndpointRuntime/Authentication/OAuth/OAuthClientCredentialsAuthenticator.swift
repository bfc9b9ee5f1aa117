import Foundation
public import HTTPTypes

/// OAuth 2.0 client credentials (RFC 6749, section 4.4; RFC 6750).
///
/// The identifier and the secret are sent only to the token URL, in exchange for an access token.
/// All requests share the token. One of them replaces it shortly before it expires, or when the
/// server rejects it.
public struct OAuthClientCredentialsAuthenticator: Authenticator {
  private let endpoint: TokenEndpoint
  private let revocation: TokenEndpoint?
  private let allowsInsecureHTTP: Bool
  private let cache: TokenCache
  private let deadlines: Deadlines

  /// Creates an authenticator.
  ///
  /// - Parameters:
  ///   - clientID: The client identifier.
  ///   - clientSecret: The client secret. No description contains it.
  ///   - tokenURL: The URL of the token endpoint. Its path and query are sent as written.
  ///   - revocationURL: The URL of the revocation endpoint (RFC 7009); `nil` if there is none.
  ///   - allowsInsecureHTTP: Whether the secret and the token may be sent over plain HTTP to other
  ///     hosts, where they can be intercepted.
  ///   - clock: The clock that measures the age of the token.
  public init(
    clientID: String, clientSecret: String, tokenURL: String, revocationURL: String? = nil,
    allowsInsecureHTTP: Bool = false, clock: any Clock<Duration> = ContinuousClock()
  ) {
    let clock = RuntimeClock(clock)
    let deadlines = Deadlines(clock: clock)
    let secret = ServiceAccountSecret(clientID: clientID, clientSecret: clientSecret)
    func endpoint(_ setting: String, _ url: String) -> TokenEndpoint {
      TokenEndpoint(
        secret: secret, setting: setting, url: url, allowsInsecureHTTP: allowsInsecureHTTP,
        deadlines: deadlines)
    }
    self.deadlines = deadlines
    self.endpoint = endpoint("token URL", tokenURL)
    revocation = revocationURL.map { endpoint("revocation URL", $0) }
    self.allowsInsecureHTTP = allowsInsecureHTTP
    cache = TokenCache(clock: clock)
  }

  /// Creates an exchange with a token, and once more with a new one if an old one is rejected.
  ///
  /// - Throws: ``AuthenticationError`` if the credentials must not be sent or are rejected;
  ///   ``EndpointError/api(_:)`` if the token endpoint fails.
  public func authenticate(_ request: HTTPRequest, body: HTTPBody?, exchange: HTTPTransport.Send)
    async throws
    -> TransportResponse
  {
    try Host.checkSafety(of: request, allowsInsecureHTTP: allowsInsecureHTTP)
    let (used, isNew) = try await cache.token { try await endpoint.token(through: exchange) }
    var response = try await exchange(request.with(used.token), body)
    guard response.head.status == .unauthorized, !isNew else { return response }
    guard body?.isReplayable ?? true else {
      throw AuthenticationError(reason: .bodyAlreadySent)
    }
    response.body = HTTPBody(try await deadlines.drain(response.body))
    let (next, _) = try await cache.token(rejected: used.number) {
      try await endpoint.token(through: exchange)
    }
    // If new tokens are rejected as well, they are not replaced again and again.
    guard next.number != used.number else { return response }
    return try await exchange(request.with(next.token), body)
  }

}

extension OAuthClientCredentialsAuthenticator: TokenRevoking {
  func revokeToken(through exchange: HTTPTransport.Send) async throws {
    guard let revocation else {
      throw EndpointError.configuration(
        setting: "revocation URL", reason: "is not set; give it to the authenticator")
    }
    guard let entry = cache.current else { return }
    // If the request fails, the token may still be valid, so it is kept for another attempt.
    try await revocation.revoke(entry.token, through: exchange)
    cache.remove(entry.number)
  }
}

extension HTTPRequest {
  fileprivate func with(_ token: AccessToken) -> HTTPRequest {
    var request = self
    request.headerFields[.authorization] = token.authorization
    return request
  }
}
