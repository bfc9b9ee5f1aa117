import EndpointModel

/// The parts of `Authorization` that are the same for all requests of a challenge.
struct AuthorizationTemplate: Sendable, CustomReflectable {
  /// What represents user name and password, as secret as they are.
  let key: String
  /// The field's value up to the request-target, which is in quotes.
  private let beginning: String
  /// What follows the response.
  private let end: String

  /// No dump shows the key.
  var customMirror: Mirror { Mirror(self, children: [:]) }

  /// Puts together what responds a challenge.
  ///
  /// - Parameters:
  ///   - key: What represents user name and password.
  ///   - username: The user name, or its hash where the challenge wants that.
  init(key: String, username: String, responding challenge: DigestChallenge) {
    self.key = key
    var beginning = "Digest "
    // RFC 8187 has the form of what is not ASCII.
    if username.utf8.allSatisfy({ $0 < 0x80 }) {
      beginning += "username=\(username.quoted)"
    } else {
      beginning += "username*=UTF-8''\(username.percentEncoded)"
    }
    beginning += ", realm=\(challenge.realm.quoted), nonce=\(challenge.nonce.quoted), uri=\""
    self.beginning = beginning
    var end = challenge.algorithmName.map { ", algorithm=\($0)" } ?? ""
    if let opaque = challenge.opaque { end += ", opaque=\(opaque.quoted)" }
    if challenge.wantsUsernameHash { end += ", userhash=true" }
    self.end = end
  }

  /// The value of `Authorization` for one request.
  ///
  /// See RFC 7616, section 3.4.
  func authorization(of computation: DigestComputation) -> String {
    var text = beginning
    text.reserveCapacity(512)
    text += computation.uri.escaped
    text += "\", response=\""
    text += computation.response
    text += "\""
    text += end
    if let protection = computation.protection {
      text += ", qop="
      text += protection.name
      text += ", nc="
      text += protection.count
      text += ", cnonce="
      text += protection.clientNonce.quoted
    }
    return text
  }
}

extension String {
  /// The text as a quoted string of RFC 9110, section 5.6.4.
  fileprivate var quoted: String { "\"\(escaped)\"" }

  /// The text as it is in quotes.
  fileprivate var escaped: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
      return self
    }
    var text = ""
    for character in unicodeScalars {
      if character == "\"" || character == "\\" { text += "\\" }
      text.unicodeScalars.append(character)
    }
    return text
  }
}
