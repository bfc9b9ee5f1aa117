/// A user name and a password, which no description shows.
struct DigestCredentials: Sendable, CustomStringConvertible, CustomReflectable {
  let username: String
  let password: String

  var description: String { "DigestCredentials(redacted)" }
  var customMirror: Mirror { Mirror(self, children: [:]) }

  /// What is the same in all responses to a challenge.
  ///
  /// - Parameter clientNonce: The client's nonce of a session form.
  func template(for challenge: DigestChallenge, clientNonce: String) -> AuthorizationTemplate {
    let algorithm = challenge.algorithm
    return AuthorizationTemplate(
      key: DigestComputation.key(
        algorithm, username: username, realm: challenge.realm, password: password,
        nonce: challenge.sessionNonce, clientNonce: clientNonce),
      username: challenge.wantsUsernameHash
        ? algorithm.hash.hex(username, challenge.realm) : username,
      responding: challenge)
  }
}
