/// A Digest challenge that can be answered.
struct DigestChallenge: Hashable, Sendable {
  var realm: String
  var nonce: String
  var opaque: String?
  var algorithm: DigestAlgorithm
  /// The algorithm's name as the challenge writes it; absent where it does not, and then not sent.
  var algorithmName: String?
  /// Whether the quality of protection `auth` is offered; otherwise the challenge is of RFC 2069.
  var hasProtection: Bool
  var isStale: Bool
  var wantsUsernameHash: Bool

  /// The strongest of the challenges that can be answered; of equals, the first.
  static func best(of challenges: [AuthenticationChallenge]) -> DigestChallenge? {
    let usable = challenges.compactMap(DigestChallenge.init)
    return usable.reduce(nil) { best, next in
      guard let best, best.algorithm.hash >= next.algorithm.hash else { return next }
      return best
    }
  }

  /// Fails for other schemes and for challenges that cannot be answered.
  init?(_ challenge: AuthenticationChallenge) {
    guard challenge.isScheme("Digest"), !challenge.hasDuplicates,
      let nonce = challenge["nonce"], !nonce.isEmpty,
      let algorithm = DigestAlgorithm(name: challenge["algorithm"])
    else { return nil }
    let protections = challenge["qop"]?.split(separator: ",").map { option in
      option.filter { !$0.isWhitespace }.lowercased()
    }
    guard protections?.contains("auth") ?? true, protections != nil || !algorithm.isSession else {
      return nil
    }
    realm = challenge["realm"] ?? ""
    self.nonce = nonce
    opaque = challenge["opaque"]
    self.algorithm = algorithm
    algorithmName = challenge["algorithm"]
    hasProtection = protections != nil
    isStale = challenge["stale"]?.lowercased() == "true"
    wantsUsernameHash = challenge["userhash"]?.lowercased() == "true"
    guard [realm, nonce, opaque ?? ""].allSatisfy(\.isFieldContent) else { return nil }
  }
}

extension String {
  /// Whether the string can stand in a header field: without line breaks and other controls.
  var isFieldContent: Bool {
    utf8.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }
  }
}
