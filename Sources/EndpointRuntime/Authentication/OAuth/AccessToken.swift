import Foundation

/// A token that represents a service account for some time, which no description shows.
///
/// See RFC 6749, section 5.1, and RFC 6750.
struct AccessToken: Sendable, CustomStringConvertible, CustomReflectable {
  private let text: String
  /// How long it is good for after it was asked for, if the server says so.
  let lifetime: Duration?

  var description: String { "AccessToken(redacted)" }
  var customMirror: Mirror { Mirror(self, children: [:]) }

  /// The value of `Authorization`.
  var authorization: String { "Bearer \(text)" }

  /// How long before its end a new one is asked for: a minute, or a tenth of its life.
  var margin: Duration { lifetime.map { min(.seconds(60), $0 / 10) } ?? .zero }

  /// Why a response has no token that can be used, in words.
  struct Flaw: Error {
    let text: String

    init(_ text: String) { self.text = text }
  }

  /// Reads the body of a token endpoint's response.
  ///
  /// - Throws: What is wrong with it.
  init(_ body: Data) throws(Flaw) {
    let body = body.starts(with: [0xEF, 0xBB, 0xBF]) ? body.dropFirst(3) : body
    guard let first = body.first(where: { !" \t\r\n".utf8.contains($0) }) else {
      throw Flaw("the body is empty")
    }
    guard first != UInt8(ascii: "<") else { throw Flaw("the body is a page for browsers") }
    guard (try? JSONDepth.check(body)) != nil,
      let response = try? JSONDecoder().decode(Response.self, from: Charset.utf8(Data(body)))
    else { throw Flaw("the body is not a JSON object") }
    if let type = response.type, type.lowercased() != "bearer" {
      throw Flaw("the token type '\(type.printable)' is not supported; 'Bearer' is")
    }
    guard let token = response.token, !token.isEmpty else {
      throw Flaw("there is no 'access_token'")
    }
    guard token.isVisibleText else {
      throw Flaw("the 'access_token' has characters that no header field can carry")
    }
    text = token
    lifetime = response.lifetime
  }

  /// The members of RFC 6749 that matter here, in the forms in which servers write them.
  private struct Response: Decodable {
    let token: String?
    /// `nil` if the server does not name it, which means a bearer token in practice.
    let type: String?
    /// `nil` if the server does not say it in a form that can be read.
    let lifetime: Duration?

    private enum CodingKeys: String, CodingKey {
      case token = "access_token"
      case type = "token_type"
      case lifetime = "expires_in"
    }

    init(from decoder: any Decoder) throws {
      let members = try decoder.container(keyedBy: CodingKeys.self)
      token = try? members.decode(String.self, forKey: .token)
      let type = (try? members.decode(String.self, forKey: .type))?
        .trimmingCharacters(in: .whitespaces)
      self.type = type?.isEmpty == true ? nil : type
      let number =
        (try? members.decode(Double.self, forKey: .lifetime))
        ?? (try? members.decode(String.self, forKey: .lifetime))
        .flatMap { Double($0.trimmingCharacters(in: .whitespaces)) }
      // A year at most, so that no number is too large for a clock.
      lifetime = number.flatMap { $0.isFinite && $0 > 0 ? .seconds(min($0, 31_536_000)) : nil }
    }
  }
}

extension String {
  /// Whether it has the characters of RFC 6749, appendix A.12, and survives in a header field.
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
