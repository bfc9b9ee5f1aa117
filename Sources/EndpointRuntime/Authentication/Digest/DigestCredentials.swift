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
    return DigestComputation(
      algorithm: challenge.algorithm, key: signature.key, nonce: challenge.nonce,
      method: request.method.rawValue, uri: request.path ?? "/",
      protection: challenge.protection == .none
        ? nil
        : DigestComputation.Protection(
          count: signature.count.hexadecimal,
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
    appendUsername(answering: challenge, to: &text)
    text.append(", realm=", quoted: challenge.realm)
    text.append(", nonce=", quoted: challenge.nonce)
    text.append(", uri=", quoted: computation.uri)
    text.append(", response=", quoted: computation.response)
    if let name = challenge.algorithmName { text.append(", algorithm=", name) }
    if let opaque = challenge.opaque { text.append(", opaque=", quoted: opaque) }
    if let protection = computation.protection {
      text.append(", qop=", protection.name)
      text.append(", nc=", protection.count)
      text.append(", cnonce=", quoted: protection.clientNonce)
    }
    if challenge.wantsUsernameHash { text += ", userhash=true" }
    return text
  }

  /// The user name as text, as a hash, or, where it is not ASCII, in the form of RFC 8187.
  private func appendUsername(answering challenge: DigestChallenge, to text: inout String) {
    if challenge.wantsUsernameHash {
      let hash = challenge.algorithm.hash.hex(username, challenge.realm)
      text.append("username=", quoted: hash)
    } else if username.utf8.allSatisfy({ $0 < 0x80 }) {
      text.append("username=", quoted: username)
    } else {
      text.append("username*=UTF-8''", username.percentEncoded)
    }
  }
}

extension String {
  fileprivate mutating func append(_ name: String, _ value: String) {
    self += name
    self += value
  }

  /// Appends a value as a quoted string of RFC 9110, section 5.6.4.
  fileprivate mutating func append(_ name: String, quoted value: String) {
    self += name
    self += "\""
    if value.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
      for character in value.unicodeScalars {
        if character == "\"" || character == "\\" { self += "\\" }
        unicodeScalars.append(character)
      }
    } else {
      self += value
    }
    self += "\""
  }
}
