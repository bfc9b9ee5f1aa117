/// A user name and a password, which no description shows.
struct DigestCredentials: Sendable, CustomStringConvertible, CustomReflectable {
  let username: String
  let password: String

  var description: String { "DigestCredentials(redacted)" }
  var customMirror: Mirror { Mirror(self, children: [:]) }

  /// The value of `Authorization` that answers a challenge.
  ///
  /// See RFC 7616, section 3.4.
  func authorization(
    for request: HTTPRequestLine, answering challenge: DigestChallenge, count: UInt32,
    clientNonce: String
  ) -> String {
    let digits = String(count, radix: 16)
    let protection =
      challenge.hasProtection
      ? DigestComputation.Protection(
        count: String(repeating: "0", count: 8 - digits.count) + digits, clientNonce: clientNonce)
      : nil
    let computation = DigestComputation(
      algorithm: challenge.algorithm, username: username, realm: challenge.realm,
      password: password, nonce: challenge.nonce, method: request.method, uri: request.target,
      protection: protection)
    var fields = [
      usernameField(of: computation, hashed: challenge.wantsUsernameHash),
      "realm=\(challenge.realm.quoted)", "nonce=\(challenge.nonce.quoted)",
      "uri=\(request.target.quoted)", "response=\(computation.response.quoted)",
    ]
    if let name = challenge.algorithmName { fields.append("algorithm=\(name)") }
    if let opaque = challenge.opaque { fields.append("opaque=\(opaque.quoted)") }
    if let protection {
      fields += ["qop=auth", "nc=\(protection.count)", "cnonce=\(clientNonce.quoted)"]
    }
    if challenge.wantsUsernameHash { fields.append("userhash=true") }
    return "Digest " + fields.joined(separator: ", ")
  }

  /// The user name as text, as a hash, or, where it is not ASCII, in the form of RFC 8187.
  private func usernameField(of computation: DigestComputation, hashed: Bool) -> String {
    if hashed { return "username=\(computation.usernameHash.quoted)" }
    if username.utf8.allSatisfy({ $0 < 0x80 }) { return "username=\(username.quoted)" }
    return "username*=UTF-8''\(username.percentEncoded)"
  }
}

/// The part of a request that a Digest response covers.
struct HTTPRequestLine: Sendable {
  var method: String
  var target: String
}

extension String {
  /// The string as a quoted string of RFC 9110, section 5.6.4.
  fileprivate var quoted: String {
    var text = "\""
    for character in unicodeScalars {
      if character == "\"" || character == "\\" { text += "\\" }
      text.unicodeScalars.append(character)
    }
    return text + "\""
  }
}
