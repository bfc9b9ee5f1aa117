import Foundation

/// A token that stands for a service account for some time, which no description shows.
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

  /// Reads what a token endpoint answered.
  ///
  /// - Throws: ``AuthenticationFailure`` if it is no bearer token.
  init(_ body: Data) throws {
    guard let answer = try? JSONDecoder().decode(Answer.self, from: body),
      answer.token_type.lowercased() == "bearer", answer.access_token.isBearerToken
    else { throw AuthenticationFailure(reason: .unusableToken) }
    text = answer.access_token
    // A year at most, so that no number is too large for a clock.
    lifetime = answer.expires_in.map { .seconds(min(max($0, 0), 31_536_000)) }
  }

  /// The members of RFC 6749 that matter here, under their names.
  private struct Answer: Decodable {
    var access_token: String
    var token_type: String
    var expires_in: Double?
  }
}

extension String {
  /// Whether it has the characters of a bearer token (RFC 6750, section 2.1).
  fileprivate var isBearerToken: Bool {
    !isEmpty
      && utf8.allSatisfy {
        $0.isUnreserved || [UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "=")].contains($0)
      }
  }
}
