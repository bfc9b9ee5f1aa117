import DequeModule
import EndpointRuntime
import Foundation
import Synchronization

/// The token endpoint and the revocation endpoint.
///
/// See RFC 6749, section 4.4, and RFC 7009.
final class TokenService: Sendable {
  private struct Token {
    var client: String
    var expiry: Date
  }

  private struct State {
    var tokens: [String: Token] = [:]
    /// All tokens in the order of their creation, also revoked ones.
    var order: Deque<String> = []
  }

  /// The maximum number of tokens; the oldest ones are discarded.
  private static let maximumCount = 10_000

  private let policy: OAuthPolicy
  private let clock: SimulatedClock
  private let state = Mutex(State())

  init(policy: OAuthPolicy, clock: SimulatedClock) {
    self.policy = policy
    self.clock = clock
  }

  /// Whether a token was issued, has not expired, and has not been revoked.
  func isValid(_ token: String) -> Bool {
    let now = clock.date
    return state.withLock { $0.tokens[token].map { now < $0.expiry } ?? false }
  }

  /// Discards all tokens.
  func removeAll() { state.withLock { $0 = State() } }

  /// Whether a request is for the token endpoint or the revocation endpoint.
  func serves(_ request: IncomingRequest) -> Bool {
    request.path == policy.tokenPath || request.path == policy.revocationPath
  }

  /// Returns the response to a request for one of the endpoints.
  func response(to request: IncomingRequest) -> OutgoingResponse {
    guard request.method == "POST" else {
      var response = OAuthError(405, "invalid_request", "Only POST is allowed.").response
      response.fields.append(("Allow", "POST"))
      return response
    }
    do throws(OAuthError) {
      let form = try form(of: request)
      let client = try client(of: request, form: form)
      return request.path == policy.tokenPath
        ? try issue(form, to: client) : try revoke(form, of: client)
    } catch {
      return error.response
    }
  }

  private func issue(_ form: Query, to client: String) throws(OAuthError) -> OutgoingResponse {
    guard let grant = form["grant_type"] else {
      throw OAuthError(400, "invalid_request", "The parameter grant_type is missing.")
    }
    guard grant == "client_credentials" else {
      throw OAuthError(
        400, "unsupported_grant_type", "The only supported grant type is client_credentials.")
    }
    let token = Self.newToken()
    let expiry = clock.date.addingTimeInterval(policy.tokenLifetime / .seconds(1))
    state.withLock { state in
      state.tokens[token] = Token(client: client, expiry: expiry)
      state.order.append(token)
      while state.order.count > Self.maximumCount {
        state.tokens[state.order.removeFirst()] = nil
      }
    }
    let lifetime = clock.realTime(for: policy.tokenLifetime)
    var response = OutgoingResponse(
      status: 200,
      document: [
        "access_token": .string(token), "token_type": "Bearer",
        "expires_in": .integer(max(lifetime.components.seconds, 1)),
      ])
    response.fields += [("Cache-Control", "no-store"), ("Pragma", "no-cache")]
    return response
  }

  private func revoke(_ form: Query, of client: String) throws(OAuthError) -> OutgoingResponse {
    guard let token = form["token"] else {
      throw OAuthError(400, "invalid_request", "The parameter token is missing.")
    }
    let isOwn = state.withLock { state in
      // A token that is not known is invalid already (RFC 7009, section 2.2).
      guard let known = state.tokens[token] else { return true }
      guard known.client == client else { return false }
      state.tokens[token] = nil
      return true
    }
    guard isOwn else {
      throw OAuthError(400, "invalid_grant", "The token was issued to another client.")
    }
    return OutgoingResponse(status: 200)
  }

  /// Returns the parameters in the body.
  private func form(of request: IncomingRequest) throws(OAuthError) -> Query {
    let type = request.headerFields[.contentType]?.prefix { $0 != ";" }.lowercased()
    guard type == "application/x-www-form-urlencoded", let body = request.body else {
      throw OAuthError(
        400, "invalid_request", "The body must be of type application/x-www-form-urlencoded.")
    }
    let form = Query(target: "?" + String(decoding: body, as: UTF8.self))
    for name in ["grant_type", "token", "client_id", "client_secret"]
    where form.values(name).count > 1 {
      throw OAuthError(400, "invalid_request", "The parameter \(name) is repeated.")
    }
    return form
  }

  /// Returns the identifier of the client, which authenticates by Basic or in the body.
  private func client(of request: IncomingRequest, form: Query) throws(OAuthError) -> String {
    let given: (id: String, secret: String)
    if let field = request.headerFields[.authorization] {
      guard form["client_secret"] == nil else {
        throw OAuthError(
          400, "invalid_request", "The client must not authenticate by more than one method.")
      }
      guard let basic = Self.basicCredentials(in: field) else {
        throw OAuthError(401, "invalid_client", "The client must authenticate by Basic.")
      }
      given = basic
    } else if let id = form["client_id"], let secret = form["client_secret"] {
      given = (id, secret)
    } else {
      throw OAuthError(401, "invalid_client", "The client must authenticate.")
    }
    let isKnown = policy.clients.contains {
      $0.username == given.id && given.secret.isEqualInConstantTime(to: $0.password)
    }
    guard isKnown else {
      throw OAuthError(401, "invalid_client", "The client identifier or its secret is invalid.")
    }
    return given.id
  }

  /// Returns the identifier and the secret, which are encoded as form parameters (RFC 6749, section
  /// 2.3.1).
  private static func basicCredentials(in field: String) -> (id: String, secret: String)? {
    let parts = field.split(separator: " ", maxSplits: 1)
    guard parts.count == 2, parts[0].lowercased() == "basic",
      let data = Data(base64Encoded: String(parts[1])),
      let text = String(validating: data, as: UTF8.self), let colon = text.firstIndex(of: ":")
    else { return nil }
    return (
      Query.decoded(text[..<colon]), Query.decoded(text[text.index(after: colon)...])
    )
  }

  private static func newToken() -> String {
    (0..<4).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
  }
}

/// An error response of the token endpoint (RFC 6749, section 5.2).
private struct OAuthError: Error {
  let status: Int
  let code: String
  let detail: String

  init(_ status: Int, _ code: String, _ detail: String) {
    self.status = status
    self.code = code
    self.detail = detail
  }

  var response: OutgoingResponse {
    var response = OutgoingResponse(
      status: status, document: ["error": .string(code), "error_description": .string(detail)])
    response.fields.append(("Cache-Control", "no-store"))
    if status == 401 {
      response.fields.append(("WWW-Authenticate", "Basic realm=\"oauth\""))
    }
    return response
  }
}
