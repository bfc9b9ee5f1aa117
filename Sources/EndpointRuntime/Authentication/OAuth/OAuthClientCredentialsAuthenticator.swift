import Foundation
public import HTTPTypes

/// OAuth 2.0 client credentials (RFC 6749, section 4.4; RFC 6750).
///
/// The identifier and the secret are sent only to the token URL, in exchange for an access token.
/// All requests share the token. One of them replaces it shortly before it expires, or when the
/// server rejects it.
public struct OAuthClientCredentialsAuthenticator: Authenticator {
  private let endpoint: TokenEndpoint
  private let allowsInsecureHTTP: Bool
  private let cache: TokenCache
  private let deadlines: Deadlines

  /// Creates an authenticator.
  ///
  /// - Parameters:
  ///   - clientID: The client identifier.
  ///   - clientSecret: The client secret. No description contains it.
  ///   - tokenURL: The URL of the token endpoint. Its path and query are sent as written.
  ///   - allowsInsecureHTTP: Whether the secret and the token may be sent over plain HTTP to other
  ///     hosts, where they can be intercepted.
  ///   - clock: The clock that measures the age of the token.
  public init(
    clientID: String, clientSecret: String, tokenURL: String, allowsInsecureHTTP: Bool = false,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    let clock = RuntimeClock(clock)
    deadlines = Deadlines(clock: clock)
    endpoint = TokenEndpoint(
      secret: ServiceAccountSecret(clientID: clientID, clientSecret: clientSecret), url: tokenURL,
      allowsInsecureHTTP: allowsInsecureHTTP, deadlines: deadlines)
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

extension HTTPRequest {
  fileprivate func with(_ token: AccessToken) -> HTTPRequest {
    var request = self
    request.headerFields[.authorization] = token.authorization
    return request
  }
}
