import DequeModule
import EndpointModel
import EndpointRuntime
import HTTPTypes

/// Verifies Digest credentials (RFC 7616).
///
/// Each nonce count is accepted once, in any order, as concurrent requests send them.
actor DigestVerifier {
  /// The nonce counts that a nonce was used with.
  private struct UsedCounts {
    /// All counts from 1 up to this one were used.
    var contiguous: UInt32 = 0
    /// The used counts beyond.
    var others: Set<UInt32> = []

    var total: Int { Int(contiguous) + others.count }

    func contains(_ count: UInt32) -> Bool { count <= contiguous || others.contains(count) }

    mutating func insert(_ count: UInt32) {
      others.insert(count)
      while contiguous < .max, others.remove(contiguous + 1) != nil { contiguous += 1 }
    }
  }

  /// The maximum number of nonces; the oldest ones become stale.
  private static let maximumCount = 10_000

  private let credentials: SimulatedCredentials
  private let policy: DigestPolicy
  private var counts: [String: UsedCounts] = [:]
  /// All nonces in the order of their creation, also used up ones.
  private var order: Deque<String> = []

  init(credentials: SimulatedCredentials, policy: DigestPolicy) {
    self.credentials = credentials
    self.policy = policy
  }

  /// Verifies the credentials of a request.
  func verify(_ request: IncomingRequest) -> Authentication.Verdict {
    guard let field = request.headerFields[.authorization],
      let response = AuthenticationChallenge.parse([field]).first, response.isScheme("Digest"),
      isRight(response, for: request), let nonce = response["nonce"],
      let count = response["nc"].flatMap({ UInt32($0, radix: 16) }), count > 0
    else { return .rejected(challenge: challenge(isStale: false)) }
    // Only a client that knows the password learns that its nonce is stale.
    guard let used = counts[nonce], used.total < policy.usesOfNonce, !used.contains(count) else {
      return .rejected(challenge: challenge(isStale: true))
    }
    counts[nonce]?.insert(count)
    return .accepted
  }

  /// Discards all nonces.
  func removeAll() {
    counts = [:]
    order = []
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
    counts[nonce] = UsedCounts()
    order.append(nonce)
    while order.count > Self.maximumCount { counts[order.removeFirst()] = nil }
    return "Digest realm=\"\(policy.realm)\", domain=\"\", nonce=\"\(nonce)\", "
      + "algorithm=\(policy.algorithm), qop=\"auth\", stale=\(isStale)"
  }
}
