/// The response to a Digest challenge: what client and server both compute.
///
/// See RFC 7616, section 3.4.1, and RFC 2617 for challenges without a quality of protection.
package struct DigestComputation: Sendable {
  package var algorithm: DigestAlgorithm
  /// What represents the user name and the password, as secret as they are.
  package var key: String
  package var nonce: String
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

    /// Makes it of the texts that are in the header field.
    package init(count: String, clientNonce: String, bodyHash: String? = nil) {
      self.count = count
      self.clientNonce = clientNonce
      self.bodyHash = bodyHash
    }

    /// Its name.
    package var name: String { bodyHash == nil ? "auth" : "auth-int" }
  }

  /// Creates a computation.
  ///
  /// - Parameter sessionNonce: The nonce that the key of a session form is made of; the same unless it
  ///   has been replaced.
  package init(
    algorithm: DigestAlgorithm, username: String, realm: String, password: String, nonce: String,
    sessionNonce: String? = nil, method: String, uri: String, protection: Protection?
  ) {
    self.init(
      algorithm: algorithm,
      key: Self.key(
        algorithm, username: username, realm: realm, password: password,
        nonce: sessionNonce ?? nonce, clientNonce: protection?.clientNonce),
      nonce: nonce, method: method, uri: uri, protection: protection)
  }

  /// Creates a computation with a key that is known already.
  init(
    algorithm: DigestAlgorithm, key: String, nonce: String, method: String, uri: String,
    protection: Protection?
  ) {
    self.algorithm = algorithm
    self.key = key
    self.nonce = nonce
    self.method = method
    self.uri = uri
    self.protection = protection
  }

  /// The key, which stays the same as long as a challenge does: `H(A1)` of the RFC.
  static func key(
    _ algorithm: DigestAlgorithm, username: String, realm: String, password: String, nonce: String,
    clientNonce: String?
  ) -> String {
    let key = algorithm.hash.hex(username, realm, password)
    guard algorithm.isSession, let clientNonce else { return key }
    return algorithm.hash.hex(key, nonce, clientNonce)
  }

  /// The response, in lower-case hexadecimal digits.
  package var response: String {
    let hash = algorithm.hash
    let request =
      if let bodyHash = protection?.bodyHash {
        hash.hex(method, uri, bodyHash)
      } else {
        hash.hex(method, uri)
      }
    guard let protection else { return hash.hex(key, nonce, request) }
    return hash.hex(
      key, nonce, protection.count, protection.clientNonce, protection.name, request)
  }
}

extension DigestComputation: CustomStringConvertible, CustomReflectable {
  /// What can be shown: not the key.
  package var description: String { "DigestComputation(\(method) \(uri))" }
  /// Nothing, so that no dump shows the key.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension String {
  /// Compares all bytes, so that the time taken does not tell how many are right.
  package func isEqualInConstantTime(to other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return zip(utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
