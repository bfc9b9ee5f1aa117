import Foundation
public import HTTPTypes

/// OAuth 2.0 with the credentials of a service account (RFC 6749, section 4.4; RFC 6750).
///
/// The account's identifier and secret are sent to one place, the token URL, in exchange for a token
/// that stands for them for some time. All calls share a token; a new one is asked for by one of
/// them shortly before the old one ends, or when the server does not take it any more.
public struct ServiceAccountAuthenticator: Authenticator {
  private let secret: Secret
  private let tokenURL: String
  private let allowsInsecureHTTP: Bool
  private let cache: TokenCache

  /// How many bytes an answer with a token may have.
  private static let answerSize = 64 << 10

  /// Makes an authenticator.
  ///
  /// - Parameters:
  ///   - clientID: The account's identifier.
  ///   - clientSecret: Its secret. It appears in no description.
  ///   - tokenURL: Where tokens are given.
  ///   - allowsInsecureHTTP: Whether secret and token may go over plain HTTP to other machines than
  ///     this one, where everybody on the way can read them.
  ///   - clock: What measures how old a token is.
  public init(
    clientID: String, clientSecret: String, tokenURL: String, allowsInsecureHTTP: Bool = false,
    clock: any Clock<Duration> = ContinuousClock()
  ) {
    secret = Secret(clientID: clientID, clientSecret: clientSecret)
    self.tokenURL = tokenURL
    self.allowsInsecureHTTP = allowsInsecureHTTP
    cache = TokenCache(clock: RuntimeClock(clock))
  }

  /// Makes an exchange with a token, and once more with a new one if an old one is refused.
  ///
  /// - Throws: ``AuthenticationFailure`` if the credentials must not be sent or are refused;
  ///   ``EndpointError/api(_:)`` if the server that gives tokens is busy or broken.
  public func authenticate(_ request: HTTPRequest, body: HTTPBody?, exchange: Exchange) async throws
    -> TransportResponse
  {
    try Host.checkSafety(of: request, allowsInsecureHTTP: allowsInsecureHTTP)
    let (used, isNew) = try await cache.token { try await fetchToken(through: exchange) }
    let answer = try await exchange(request.with(used.token), body)
    guard answer.head.status == .unauthorized, !isNew else { return answer }
    guard body?.isReplayable ?? true else {
      throw AuthenticationFailure(reason: .bodyAlreadySent)
    }
    _ = try await answer.body.prefix(bytes: Self.answerSize)
    let (next, _) = try await cache.token(refused: used.number) {
      try await fetchToken(through: exchange)
    }
    return try await exchange(request.with(next.token), body)
  }

  private func fetchToken(through exchange: Exchange) async throws -> AccessToken {
    let request = try tokenRequest()
    let answer = try await exchange(request, HTTPBody(Data("grant_type=client_credentials".utf8)))
    let body = try await answer.body.prefix(bytes: Self.answerSize).data
    guard answer.head.status != .ok else { return try AccessToken(body) }
    var error = APIError(
      status: answer.head.status, head: answer.head, body: body, endpoint: "The token URL",
      rule: ErrorRule(code: "error", detail: "error_description"))
    // Nobody knows what a server says that was just told a secret.
    error.excerpt = ""
    switch error.status.code {
    case 400, 401, 403: throw AuthenticationFailure(reason: .refused, answer: error)
    case 429, 500...599: throw EndpointError.api(error)
    default: throw AuthenticationFailure(reason: .unusableToken, answer: error)
    }
  }

  private func tokenRequest() throws -> HTTPRequest {
    let url: BaseURL
    do throws(EndpointError) {
      url = try BaseURL(tokenURL)
    } catch {
      guard case .invalidRequest(_, let reason) = error else { throw error }
      throw EndpointError.invalidRequest(parameter: "token URL", reason: reason)
    }
    let request = HTTPRequest(
      method: .post, scheme: url.scheme, authority: url.authority,
      path: url.path.isEmpty ? "/" : url.path,
      headerFields: [
        .authorization: secret.authorization, .accept: "application/json",
        .contentType: "application/x-www-form-urlencoded",
      ])
    try Host.checkSafety(of: request, allowsInsecureHTTP: allowsInsecureHTTP)
    return request
  }
}

/// What a service account has, which no description shows.
private struct Secret: Sendable, CustomStringConvertible, CustomReflectable {
  let clientID: String
  let clientSecret: String

  var description: String { "Secret(redacted)" }
  var customMirror: Mirror { Mirror(self, children: [:]) }

  /// The value of `Authorization` (RFC 6749, section 2.3.1).
  var authorization: String {
    let pair = "\(clientID.percentEncoded):\(clientSecret.percentEncoded)"
    return "Basic \(Data(pair.utf8).base64EncodedString())"
  }
}

extension HTTPRequest {
  fileprivate func with(_ token: AccessToken) -> HTTPRequest {
    var request = self
    request.headerFields[.authorization] = token.authorization
    return request
  }
}
