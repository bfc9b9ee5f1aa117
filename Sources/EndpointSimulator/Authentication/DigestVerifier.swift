import EndpointModel
import EndpointRuntime
import HTTPTypes

/// Verifies Digest credentials (RFC 7616).
///
/// Each nonce count is accepted once, in any order, as concurrent requests send them.
actor DigestVerifier {
  /// The result.
  enum Verdict: Sendable {
    case accepted
    /// The value of `WWW-Authenticate` to respond with.
    case rejected(challenge: String)
  }

  private let credentials: SimulatedCredentials
  private let policy: DigestPolicy
  private var counts: [String: Set<UInt32>] = [:]

  init(credentials: SimulatedCredentials, policy: DigestPolicy) {
    self.credentials = credentials
    self.policy = policy
  }

  /// Verifies the credentials of a request.
  func verify(_ request: IncomingRequest) -> Verdict {
    guard let field = request.headerFields[.authorization],
      let response = AuthenticationChallenge.parse([field]).first, response.isScheme("Digest"),
      isRight(response, for: request), let nonce = response["nonce"],
      let count = response["nc"].flatMap({ UInt32($0, radix: 16) }), count > 0
    else { return .rejected(challenge: challenge(isStale: false)) }
    // Only a client that knows the password learns that its nonce is stale.
    guard let used = counts[nonce], used.count < policy.usesOfNonce,
      !used.contains(count)
    else {
      return .rejected(challenge: challenge(isStale: true))
    }
    counts[nonce]?.insert(count)
    return .accepted
  }

  /// Whether the digest is that of the password.
  private func isRight(_ response: AuthenticationChallenge, for request: IncomingRequest) -> Bool {
    guard !response.hasDuplicates, let algorithm = DigestAlgorithm(name: policy.algorithm),
      response["username"] == credentials.username, response["realm"] == policy.realm,
      response["uri"] == request.target, response["qop"] == "auth",
      DigestAlgorithm(name: response["algorithm"]) == algorithm,
      let nonce = response["nonce"], let count = response["nc"], count.utf8.count == 8,
      count.allSatisfy(\.isHexDigit),
      let cnonce = response["cnonce"], let value = response["response"]
    else { return false }
    let expected = DigestComputation(
      algorithm: algorithm, username: credentials.username, realm: policy.realm,
      password: credentials.password, nonce: nonce, method: request.method, uri: request.target,
      protection: .init(count: count, cnonce: cnonce)
    ).response
    return value.isEqualInConstantTime(to: expected)
  }

  private func challenge(isStale: Bool) -> String {
    let nonce =
      String(UInt64.random(in: .min ... .max), radix: 36)
      + String(UInt64.random(in: .min ... .max), radix: 36)
    counts[nonce] = []
    return "Digest realm=\"\(policy.realm)\", domain=\"\", nonce=\"\(nonce)\", "
      + "algorithm=\(policy.algorithm), qop=\"auth\", stale=\(isStale)"
  }
}
