import HTTPTypes

/// A user name and a password, which no description shows.
struct DigestCredentials: Sendable, CustomStringConvertible, CustomReflectable {
  let username: String
  let password: String

  var description: String { "DigestCredentials(redacted)" }
  var customMirror: Mirror { Mirror(self, children: [:]) }

  /// What answers a challenge.
  ///
  /// - Parameters:
  ///   - signature: The challenge, and what the client adds to it.
  ///   - bodyHash: The hash of the request's body, where the challenge's protection covers it.
  func computation(
    for request: HTTPRequest, with signature: DigestSession.Signature, bodyHash: String?
  ) -> DigestComputation {
    let challenge = signature.challenge
    let digits = String(signature.count, radix: 16)
    return DigestComputation(
      algorithm: challenge.algorithm, username: username, realm: challenge.realm,
      password: password, nonce: challenge.nonce, sessionNonce: challenge.sessionNonce,
      method: request.method.rawValue, uri: request.path ?? "/",
      protection: challenge.protection == .none
        ? nil
        : DigestComputation.Protection(
          count: String(repeating: "0", count: 8 - digits.count) + digits,
          clientNonce: signature.clientNonce, bodyHash: bodyHash))
  }

  /// The value of `Authorization` that answers a challenge.
  ///
  /// See RFC 7616, section 3.4.
  func authorization(of computation: DigestComputation, answering challenge: DigestChallenge)
    -> String
  {
    var text = "Digest "
    text.reserveCapacity(512)
    text += usernameField(of: computation, hashed: challenge.wantsUsernameHash)
    text += ", realm=\(challenge.realm.quoted), nonce=\(challenge.nonce.quoted)"
    text += ", uri=\(computation.uri.quoted), response=\"\(computation.response)\""
    if let name = challenge.algorithmName { text += ", algorithm=\(name)" }
    if let opaque = challenge.opaque { text += ", opaque=\(opaque.quoted)" }
    if let protection = computation.protection {
      text += ", qop=\(protection.name), nc=\(protection.count)"
      text += ", cnonce=\(protection.clientNonce.quoted)"
    }
    if challenge.wantsUsernameHash { text += ", userhash=true" }
    return text
  }

  /// The user name as text, as a hash, or, where it is not ASCII, in the form of RFC 8187.
  private func usernameField(of computation: DigestComputation, hashed: Bool) -> String {
    if hashed { return "username=\"\(computation.usernameHash)\"" }
    if username.utf8.allSatisfy({ $0 < 0x80 }) { return "username=\(username.quoted)" }
    return "username*=UTF-8''\(username.percentEncoded)"
  }
}

extension String {
  /// The string as a quoted string of RFC 9110, section 5.6.4.
  fileprivate var quoted: String {
    guard utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) else {
      return "\"\(self)\""
    }
    var text = "\""
    for character in unicodeScalars {
      if character == "\"" || character == "\\" { text += "\\" }
      text.unicodeScalars.append(character)
    }
    return text + "\""
  }
}
