import EndpointModel
import Foundation

/// An access token. No description contains it.
///
/// See RFC 6749, section 5.1, and RFC 6750.
struct AccessToken: Sendable, CustomStringConvertible, CustomReflectable {
  private let text: String
  /// The lifetime after the request; `nil` if the server does not specify it.
  let lifetime: Duration?

  var description: String { "AccessToken(redacted)" }
  var customMirror: Mirror { Mirror(self, children: [:]) }

  /// The value of `Authorization`.
  var authorization: String { "Bearer \(text)" }

  /// The strings that must not appear in errors.
  var forms: [String] { [text, text.percentEncoded] }

  /// The form parameters that request the revocation of the token (RFC 7009, section 2.1).
  var revocationForm: String { "token=\(text.percentEncoded)&token_type_hint=access_token" }

  /// The time before the expiry at which the token is replaced: a minute, or a tenth of the
  /// lifetime.
  var margin: Duration { lifetime.map { min(.seconds(60), $0 / 10) } ?? .zero }

  /// The reason why a response has no usable token.
  struct Flaw: Error {
    let text: String

    init(_ text: String) { self.text = text }
  }

  /// Decodes the response of a token endpoint.
  ///
  /// - Throws: A description of the problem.
  init(_ body: Data) throws(Flaw) {
    let body = body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body
    guard let first = body.first(where: { !" \t\r\n".utf8.contains($0) }) else {
      throw Flaw("the body is empty")
    }
    guard first != UInt8(ascii: "<") else { throw Flaw("the body is an HTML page") }
    guard let response = JSONCoding.document(Data(body)).flatMap(Response.init) else {
      throw Flaw("the body is not a JSON object")
    }
    if let type = response.type, type.lowercased() != "bearer" {
      throw Flaw("the token type '\(type.printable)' is not supported; only 'Bearer' is")
    }
    guard let token = response.token, !token.isEmpty else {
      throw Flaw("there is no 'access_token'")
    }
    guard token.isVisibleText else {
      throw Flaw("the 'access_token' contains characters that are invalid in a header field")
    }
    text = token
    lifetime = response.lifetime
  }

  /// The members of a token response (RFC 6749, section 5.1), in the forms that servers send.
  private struct Response {
    let token: String?
    /// `nil` if it is missing, which means a bearer token in practice.
    let type: String?
    /// `nil` if it is missing or malformed.
    let lifetime: Duration?

    /// Creates the response; `nil` if the document is not an object.
    init?(_ json: JSON) {
      guard case .object(let members) = json else { return nil }
      token = members["access_token"]?.string
      let type = members["token_type"]?.string?.trimmingCharacters(in: .whitespaces)
      self.type = type?.isEmpty == true ? nil : type
      let lifetime = members["expires_in"]
      let number =
        lifetime?.double
        ?? lifetime?.string.flatMap { Double($0.trimmingCharacters(in: .whitespaces)) }
      // At most a year, so that clocks do not overflow.
      self.lifetime = number.flatMap { $0.isFinite && $0 > 0 ? .seconds(min($0, 31_536_000)) : nil }
    }
  }
}

extension String {
  /// Whether the characters are those of RFC 6749, appendix A.12, and valid in a header field.
  fileprivate var isVisibleText: Bool {
    !hasPrefix(" ") && !hasSuffix(" ") && utf8.allSatisfy { (0x20...0x7E).contains($0) }
  }

  /// The beginning, without control characters.
  fileprivate var printable: String {
    String(
      unicodeScalars.filter { $0.properties.generalCategory != .control }.prefix(40).map(
        Character.init))
  }
}
