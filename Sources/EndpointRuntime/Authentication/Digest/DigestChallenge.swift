import Foundation

/// A Digest challenge that can be answered.
struct DigestChallenge: Hashable, Sendable {
  /// What the response covers beside the credentials.
  enum Protection: Hashable, Sendable {
    /// Method and target, in the form of RFC 2069.
    case none
    /// Method and target (`auth`).
    case request
    /// Method, target and body (`auth-int`).
    case requestAndBody
  }

  var realm: String
  var nonce: String
  /// The nonce that the key of a session form is made of: the first one of the session.
  var sessionNonce: String
  var opaque: String?
  var algorithm: DigestAlgorithm
  /// The algorithm's name as the challenge writes it; absent where it does not, and then not sent.
  var algorithmName: String?
  var protection: Protection
  var isStale: Bool
  var wantsUsernameHash: Bool
  /// The beginnings of the paths that the challenge is for; all paths if there are none.
  var domain: [String]

  /// The strongest of the challenges that can be answered; of equals, the first.
  static func best(
    of challenges: [AuthenticationChallenge], minimum: DigestHash = .md5
  ) -> DigestChallenge? {
    let usable = challenges.compactMap(DigestChallenge.init)
      .filter { $0.algorithm.hash >= minimum }
    return usable.reduce(nil) { best, next in
      guard let best, best.algorithm.hash >= next.algorithm.hash else { return next }
      return best
    }
  }

  /// Fails for other schemes and for challenges that cannot be answered.
  init?(_ challenge: AuthenticationChallenge) {
    guard challenge.isScheme("Digest"), !challenge.hasDuplicates,
      let nonce = challenge["nonce"], !nonce.isEmpty,
      let algorithm = DigestAlgorithm(name: challenge["algorithm"]),
      let protection = Protection(options: challenge["qop"]),
      protection != .none || !algorithm.isSession
    else { return nil }
    realm = challenge["realm"] ?? ""
    self.nonce = nonce
    sessionNonce = nonce
    opaque = challenge["opaque"]
    self.algorithm = algorithm
    algorithmName = challenge["algorithm"]
    self.protection = protection
    isStale = challenge["stale"]?.lowercased() == "true"
    wantsUsernameHash = challenge["userhash"]?.lowercased() == "true"
    domain = (challenge["domain"] ?? "").split(separator: " ").map(Self.path)
    guard [realm, nonce, opaque ?? ""].allSatisfy(\.isFieldContent) else { return nil }
  }

  /// Whether a path is in the space that the challenge is for (RFC 7616, section 3.3).
  func covers(_ path: String) -> Bool {
    domain.isEmpty || domain.contains { path.hasPrefix($0) }
  }

  /// The path of a URI of the domain; what it says of other servers is not for us.
  private static func path(of uri: Substring) -> String {
    guard let end = uri.firstRange(of: "://") else { return String(uri) }
    return String(uri[end.upperBound...].drop { $0 != "/" })
  }
}

extension DigestChallenge.Protection {
  /// What a challenge's `qop` offers: `auth` where it can be had.
  fileprivate init?(options: String?) {
    guard let options else {
      self = .none
      return
    }
    let names = options.split(separator: ",").map { option in
      option.filter { !$0.isWhitespace }.lowercased()
    }
    if names.contains("auth") {
      self = .request
    } else if names.contains("auth-int") {
      self = .requestAndBody
    } else {
      return nil
    }
  }
}

extension String {
  /// Whether the string can stand in a header field: without line breaks and other controls.
  var isFieldContent: Bool {
    utf8.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }
  }
}
