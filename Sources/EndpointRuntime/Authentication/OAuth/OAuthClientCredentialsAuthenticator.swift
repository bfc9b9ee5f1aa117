import Foundation
public import HTTPTypes

/// OAuth 2.0 with the credentials of a service account (RFC 6749, section 4.4; RFC 6750).
///
/// The account's identifier and secret are sent to one place, the token URL, in exchange for a token
/// that represents them for some time. All calls share a token; a new one is asked for by one of
/// them shortly before the old one ends, or when the server does not take it any more.
public struct OAuthClientCredentialsAuthenticator: Authenticator {
  private let endpoint: TokenEndpoint
  private let allowsInsecureHTTP: Bool
  private let cache: TokenCache
  private let deadlines: Deadlines

  /// Creates an authenticator.
  ///
  /// - Parameters:
  ///   - clientID: The account's identifier.
  ///   - clientSecret: Its secret. It appears in no description.
  ///   - tokenURL: Where tokens are given. Its path and its query are sent as they are written.
  ///   - allowsInsecureHTTP: Whether secret and token may go over plain HTTP to other machines than
  ///     this one, where everybody on the way can read them.
  ///   - clock: What measures how old a token is.
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
  ///   ``EndpointError/api(_:)`` if the server that gives tokens is busy or broken.
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
    // Where new tokens are rejected as well, they are not asked for without end.
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
