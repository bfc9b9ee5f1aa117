/// The response to a Digest challenge: what client and server both compute.
///
/// See RFC 7616, section 3.4.1, and RFC 2617 for challenges without a quality of protection.
package struct DigestComputation: Sendable {
  package var algorithm: DigestAlgorithm
  package var username: String
  package var realm: String
  package var password: String
  package var nonce: String
  package var method: String
  package var uri: String
  /// Absent where the challenge offers no quality of protection.
  package var protection: Protection?

  /// What the quality of protection `auth` adds.
  package struct Protection: Hashable, Sendable {
    package var count: String
    package var clientNonce: String

    /// Makes it of the texts that stand in the header field.
    package init(count: String, clientNonce: String) {
      self.count = count
      self.clientNonce = clientNonce
    }
  }

  /// Makes a computation.
  package init(
    algorithm: DigestAlgorithm, username: String, realm: String, password: String, nonce: String,
    method: String, uri: String, protection: Protection?
  ) {
    self.algorithm = algorithm
    self.username = username
    self.realm = realm
    self.password = password
    self.nonce = nonce
    self.method = method
    self.uri = uri
    self.protection = protection
  }

  /// The response, in lower-case hexadecimal digits.
  package var response: String {
    var key = algorithm.hex("\(username):\(realm):\(password)")
    if algorithm.isSession, let protection {
      key = algorithm.hex("\(key):\(nonce):\(protection.clientNonce)")
    }
    let request = algorithm.hex("\(method):\(uri)")
    guard let protection else { return algorithm.hex("\(key):\(nonce):\(request)") }
    return algorithm.hex(
      "\(key):\(nonce):\(protection.count):\(protection.clientNonce):auth:\(request)")
  }

  /// The hash of user name and realm that stands for the user name where the challenge asks for it.
  package var usernameHash: String { algorithm.hex("\(username):\(realm)") }
}

extension DigestComputation: CustomStringConvertible, CustomReflectable {
  /// What can be shown: not the password.
  package var description: String { "DigestComputation(\(method) \(uri))" }
  /// Nothing, so that no dump shows the password.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
