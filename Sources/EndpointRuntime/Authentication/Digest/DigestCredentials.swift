/// A user name and a password. No description contains them.
struct DigestCredentials: Sendable, CustomStringConvertible, CustomReflectable {
  let username: String
  let password: String

  var description: String { "DigestCredentials(redacted)" }
  var customMirror: Mirror { Mirror(self, children: [:]) }

  /// Returns the parts of `Authorization` that all requests of a challenge share.
  ///
  /// - Parameter cnonce: The cnonce of a session form.
  func template(for challenge: DigestChallenge, cnonce: String) -> AuthorizationTemplate {
    let algorithm = challenge.algorithm
    return AuthorizationTemplate(
      key: DigestComputation.key(
        algorithm, username: username, realm: challenge.realm, password: password,
        nonce: challenge.sessionNonce, cnonce: cnonce),
      username: challenge.wantsUsernameHash
        ? algorithm.hash.hex(username, challenge.realm) : username,
      for: challenge)
  }
}
