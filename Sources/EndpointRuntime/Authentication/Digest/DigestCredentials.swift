import HTTPTypes

/// A user name and a password, which no description shows.
struct DigestCredentials: Sendable, CustomStringConvertible, CustomReflectable {
  let username: String
  let password: String

  var description: String { "DigestCredentials(redacted)" }
  var customMirror: Mirror { Mirror(self, children: [:]) }

  /// What stands for the user name and the password in answers to a challenge.
  ///
  /// - Parameter clientNonce: The client's nonce of a session form.
  func key(for challenge: DigestChallenge, clientNonce: String) -> String {
    DigestComputation.key(
      challenge.algorithm, username: username, realm: challenge.realm, password: password,
      nonce: challenge.sessionNonce, clientNonce: clientNonce)
  }

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
      algorithm: challenge.algorithm, key: signature.key, nonce: challenge.nonce,
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
    text += usernameField(answering: challenge)
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
  private func usernameField(answering challenge: DigestChallenge) -> String {
    if challenge.wantsUsernameHash {
      return "username=\"\(challenge.algorithm.hash.hex("\(username):\(challenge.realm)"))\""
    }
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
