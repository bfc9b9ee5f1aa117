/// The digest that client and server compute for a request.
///
/// See RFC 7616, section 3.4.1, and RFC 2617 for challenges without `qop`.
package struct DigestComputation: Sendable {
  package var algorithm: DigestAlgorithm
  /// The key that is derived from the user name and the password, as secret as they are.
  package var key: String
  package var nonce: String
  /// The method; empty for the response authentication.
  package var method: String
  package var uri: String
  /// `nil` if the challenge has no `qop`.
  package var protection: Protection?

  /// The values that are added by a quality of protection.
  package struct Protection: Hashable, Sendable {
    package var count: String
    package var cnonce: String
    /// The hash of the body for `auth-int`.
    package var bodyHash: String?

    /// Creates the values from the strings in the header field.
    package init(count: String, cnonce: String, bodyHash: String? = nil) {
      self.count = count
      self.cnonce = cnonce
      self.bodyHash = bodyHash
    }

    /// The name of the quality of protection.
    package var name: String { bodyHash == nil ? "auth" : "auth-int" }
  }

  /// Creates a computation.
  ///
  /// - Parameter sessionNonce: The nonce for the key of a session form. Defaults to `nonce`.
  package init(
    algorithm: DigestAlgorithm, username: String, realm: String, password: String, nonce: String,
    sessionNonce: String? = nil, method: String, uri: String, protection: Protection?
  ) {
    self.init(
      algorithm: algorithm,
      key: Self.key(
        algorithm, username: username, realm: realm, password: password,
        nonce: sessionNonce ?? nonce, cnonce: protection?.cnonce),
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

  /// Returns the key, which is the same for all requests of a challenge: `H(A1)` in the RFC.
  static func key(
    _ algorithm: DigestAlgorithm, username: String, realm: String, password: String, nonce: String,
    cnonce: String?
  ) -> String {
    let key = algorithm.hash.hex(username, realm, password)
    guard algorithm.isSession, let cnonce else { return key }
    return algorithm.hash.hex(key, nonce, cnonce)
  }

  /// Returns the digest in lower-case hexadecimal digits.
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
      key, nonce, protection.count, protection.cnonce, protection.name, request)
  }
}

extension DigestComputation: CustomStringConvertible, CustomReflectable {
  /// The description, without the key.
  package var description: String { "DigestComputation(\(method) \(uri))" }
  /// An empty mirror, so that dumps do not contain the key.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension String {
  /// Compares in constant time.
  package func isEqualInConstantTime(to other: String) -> Bool {
    guard utf8.count == other.utf8.count else { return false }
    return zip(utf8, other.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
