/// The response to a Digest challenge: what client and server both compute.
///
/// See RFC 7616, section 3.4.1, and RFC 2617 for challenges without a quality of protection.
package struct DigestComputation: Sendable {
  package var algorithm: DigestAlgorithm
  package var username: String
  package var realm: String
  package var password: String
  package var nonce: String
  /// The nonce that the key of a session form is made of; the same unless it has been replaced.
  package var sessionNonce: String
  /// The method; empty where the server proves that it knows the password.
  package var method: String
  package var uri: String
  /// Absent where the challenge offers no quality of protection.
  package var protection: Protection?

  /// What a quality of protection adds.
  package struct Protection: Hashable, Sendable {
    package var count: String
    package var clientNonce: String
    /// The hash of the body, where it is covered (`auth-int`).
    package var bodyHash: String?

    /// Makes it of the texts that stand in the header field.
    package init(count: String, clientNonce: String, bodyHash: String? = nil) {
      self.count = count
      self.clientNonce = clientNonce
      self.bodyHash = bodyHash
    }

    /// Its name.
    package var name: String { bodyHash == nil ? "auth" : "auth-int" }
  }

  /// Makes a computation.
  package init(
    algorithm: DigestAlgorithm, username: String, realm: String, password: String, nonce: String,
    sessionNonce: String? = nil, method: String, uri: String, protection: Protection?
  ) {
    self.algorithm = algorithm
    self.username = username
    self.realm = realm
    self.password = password
    self.nonce = nonce
    self.sessionNonce = sessionNonce ?? nonce
    self.method = method
    self.uri = uri
    self.protection = protection
  }

  /// The response, in lower-case hexadecimal digits.
  package var response: String {
    let hash = algorithm.hash
    var key = hash.hex("\(username):\(realm):\(password)")
    if algorithm.isSession, let protection {
      key = hash.hex("\(key):\(sessionNonce):\(protection.clientNonce)")
    }
    let covered = protection?.bodyHash.map { ":\($0)" } ?? ""
    let request = hash.hex("\(method):\(uri)\(covered)")
    guard let protection else { return hash.hex("\(key):\(nonce):\(request)") }
    return hash.hex(
      "\(key):\(nonce):\(protection.count):\(protection.clientNonce):\(protection.name):\(request)")
  }

  /// The hash of user name and realm that stands for the user name where the challenge asks for it.
  package var usernameHash: String { algorithm.hash.hex("\(username):\(realm)") }
}

extension DigestComputation: CustomStringConvertible, CustomReflectable {
  /// What can be shown: not the password.
  package var description: String { "DigestComputation(\(method) \(uri))" }
  /// Nothing, so that no dump shows the password.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension String {
  /// Compares all bytes, so that the time taken does not tell how many are right.
  package func isEqualInConstantTime(to other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return zip(utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
