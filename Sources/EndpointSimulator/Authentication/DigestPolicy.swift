/// The authentication policy of a simulator.
public struct DigestPolicy: Sendable {
  /// The name of the algorithm: MD5 or SHA-256.
  public var algorithm: String
  /// The realm.
  public var realm: String
  /// The number of requests for which a nonce is valid. Further requests get a challenge with
  /// `stale=true`.
  public var usesOfNonce: Int

  /// Creates a policy. Defaults to the policy of Atlas.
  public init(
    algorithm: String = "MD5", realm: String = "MMS Public API", usesOfNonce: Int = 1_000
  ) {
    self.algorithm = algorithm
    self.realm = realm
    self.usesOfNonce = usesOfNonce
  }
}
