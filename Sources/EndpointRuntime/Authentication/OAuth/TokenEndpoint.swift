import EndpointModel
import Foundation
import HTTPTypes

/// The token endpoint or the revocation endpoint of an authorization server.
///
/// See RFC 6749, section 4.4, and RFC 7009.
struct TokenEndpoint: Sendable {
  let secret: ServiceAccountSecret
  /// The name of the setting with the URL, for errors.
  let setting: String
  let url: String
  let allowsInsecureHTTP: Bool
  let deadlines: Deadlines

  /// The maximum size of a token response in bytes.
  private static let responseSize = 64 << 10

  /// Fetches a token.
  ///
  /// - Throws: ``AuthenticationError`` if the secret must not be sent, is rejected, or the response
  ///   has no usable token; ``EndpointError/api(_:)`` if the server fails.
  func token(through exchange: HTTPTransport.Send) async throws -> AccessToken {
    let request = try request()
    let response = try await exchange(request, HTTPBody(Data("grant_type=client_credentials".utf8)))
    let head = response.head
    guard head.status.kind == .successful else {
      // The status is enough if the body cannot be read.
      throw failure(head, try await deadlines.drain(response.body))
    }
    let (body, isComplete) = try await response.body.prefix(bytes: Self.responseSize)
    do {
      if let coding = head.headerFields.contentCoding {
        throw AccessToken.Flaw("the body has the content coding '\(coding.prefix(40))'")
      }
      guard isComplete else {
        throw AccessToken.Flaw("the body has more than \(Self.responseSize) bytes")
      }
      return try AccessToken(body)
    } catch let flaw as AccessToken.Flaw {
      var error = error(head, body)
      error.detail = error.rawCode == nil ? flaw.text : error.detail ?? flaw.text
      throw AuthenticationError(reason: .unusableToken, response: error)
    }
  }

  /// Revokes a token. A token that the server does not know is revoked already.
  ///
  /// - Throws: ``AuthenticationError`` if the secret must not be sent or is rejected;
  ///   ``EndpointError/api(_:)`` if the server fails.
  func revoke(_ token: AccessToken, through exchange: HTTPTransport.Send) async throws {
    let response = try await exchange(
      try request(), HTTPBody(Data(token.revocationForm.utf8)))
    let body = try await deadlines.drain(response.body)
    guard response.head.status.kind != .successful else { return }
    var error = error(response.head, body, hiding: token.forms)
    switch error.status.code {
    case 401: throw AuthenticationError(reason: .rejected, response: error)
    case 300...399:
      error.detail = "it redirects, and redirects are not followed"
      throw EndpointError.api(error)
    default: throw EndpointError.api(error)
    }
  }

  private func failure(_ head: HTTPResponse, _ body: Data) -> any Error {
    var error = error(head, body)
    switch error.status.code {
    case 401: return AuthenticationError(reason: .rejected, response: error)
    // Without an error code, the response is not that of a token endpoint.
    case 400, 403:
      return AuthenticationError(
        reason: error.rawCode == nil ? .unusableToken : .rejected, response: error)
    case 408, 425, 429, 500...599: return EndpointError.api(error)
    case 300...399:
      let target = head.headerFields[.location].map { " to '\($0.prefix(200))'" } ?? ""
      error.detail = withoutSecret("it redirects\(target), and redirects are not followed")
      return AuthenticationError(reason: .unusableToken, response: error)
    default: return AuthenticationError(reason: .unusableToken, response: error)
    }
  }

  /// Returns the error of a response, in the form of RFC 6749, section 5.2, or another one.
  ///
  /// - Parameter secrets: Strings that the error must not contain, beside the client secret.
  private func error(
    _ head: HTTPResponse, _ body: Data, hiding secrets: [String] = []
  ) -> APIError {
    let json = JSONCoding.document(body)
    func name(_ names: String...) -> String? {
      names.first { json?[$0]?.string?.isEmpty == false }
    }
    // In some APIs, `error` is a status.
    var error = APIError(
      status: head.status, head: head, body: body, endpoint: "The \(setting)",
      api: APIDescriptor(
        name: "OAuth", baseURL: "",
        error: ErrorShape(
          code: name("error", "errorCode", "code") ?? "errorCode",
          detail: name("error_description", "detail", "message") ?? "detail")))
    // The response can repeat the secret.
    error.excerpt = ""
    error.rawCode = error.rawCode.map { withoutSecret($0, secrets) }
    error.detail = error.detail.map { withoutSecret($0, secrets) }
    for index in error.headerFields.indices {
      error.headerFields[index].value = withoutSecret(error.headerFields[index].value, secrets)
    }
    return error
  }

  private func withoutSecret(_ text: String, _ others: [String] = []) -> String {
    (secret.forms + others).filter { !$0.isEmpty }.reduce(text) {
      $0.contains($1) ? $0.replacing($1, with: "<redacted>") : $0
    }
  }

  private func request() throws -> HTTPRequest {
    let (base, target) = try target()
    let request = HTTPRequest(
      method: .post, scheme: base.scheme, authority: base.authority, path: target,
      headerFields: [
        .authorization: secret.authorization, .accept: "application/json",
        .contentType: "application/x-www-form-urlencoded",
      ])
    try Host.checkSafety(of: request, allowsInsecureHTTP: allowsInsecureHTTP)
    return request
  }

  /// Returns the server, and the request-target of the URL.
  private func target() throws(EndpointError) -> (BaseURL, String) {
    func problem(_ reason: String) -> EndpointError {
      .configuration(setting: setting, reason: reason)
    }
    let authority = url.firstRange(of: "://")?.upperBound ?? url.endIndex
    let end = url[authority...].firstIndex { "/?#".contains($0) } ?? url.endIndex
    let base: BaseURL
    do throws(EndpointError) {
      base = try BaseURL.parsed(String(url[..<end]))
    } catch {
      guard case .configuration(_, let reason) = error else { throw error }
      throw problem(reason)
    }
    let target = url[end...].hasPrefix("/") ? String(url[end...]) : "/" + url[end...]
    guard !target.contains("#") else { throw problem("must not have a fragment") }
    guard RequestTarget.isOriginForm(target) else {
      throw problem("has characters that must be percent-encoded")
    }
    return (base, target)
  }
}

/// A client identifier with its secret. No description contains the secret.
struct ServiceAccountSecret: Sendable, CustomStringConvertible, CustomReflectable {
  let clientID: String
  let clientSecret: String

  var description: String { "ServiceAccountSecret(redacted)" }
  var customMirror: Mirror { Mirror(self, children: [:]) }

  /// The value of `Authorization` (RFC 6749, section 2.3.1).
  var authorization: String { "Basic \(basic)" }

  /// The strings that must not appear in errors.
  fileprivate var forms: [String] { [basic, clientSecret, clientSecret.percentEncoded] }

  private var basic: String {
    Data("\(clientID.percentEncoded):\(clientSecret.percentEncoded)".utf8).base64EncodedString()
  }
}
