/// How a simulator authenticates callers.
public struct DigestPolicy: Sendable {
  /// The algorithm's name; MD5 or SHA-256.
  public var algorithm: String
  /// The realm.
  public var realm: String
  /// How many requests a nonce is good for; a request beyond meets a stale nonce.
  public var usesOfNonce: Int

  /// Creates a policy, which is Atlas's own unless something else is given.
  public init(
    algorithm: String = "MD5", realm: String = "MMS Public API", usesOfNonce: Int = 1_000
  ) {
    self.algorithm = algorithm
    self.realm = realm
    self.usesOfNonce = usesOfNonce
  }
}
