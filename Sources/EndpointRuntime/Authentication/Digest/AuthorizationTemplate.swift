import EndpointModel

/// The parts of `Authorization` that all requests of a challenge share.
struct AuthorizationTemplate: Sendable, CustomReflectable {
  /// The key that is derived from the user name and the password, as secret as they are.
  let key: String
  /// The value up to the request-target, whose quotes it opens.
  private let beginning: String
  /// The value after the response.
  private let end: String

  /// Hides the key from dumps.
  var customMirror: Mirror { Mirror(self, children: [:]) }

  /// Creates the shared parts for a challenge.
  ///
  /// - Parameters:
  ///   - key: The key that is derived from the user name and the password.
  ///   - username: The user name, or its hash if the challenge requests it.
  init(key: String, username: String, for challenge: DigestChallenge) {
    self.key = key
    var beginning = "Digest "
    // RFC 8187 defines the form of names that are not ASCII.
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

  /// Returns the value of `Authorization` for a request.
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
      text += protection.cnonce.quoted
    }
    return text
  }
}

extension String {
  /// The string as a quoted string (RFC 9110, section 5.6.4).
  fileprivate var quoted: String { "\"\(escaped)\"" }

  /// The string with the escapes of a quoted string.
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
