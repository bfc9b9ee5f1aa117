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

  /// Why a challenge cannot be answered, in words.
  struct Flaw: Error {
    let text: String

    init(_ text: String) { self.text = text }
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
    let usable = challenges.compactMap { try? DigestChallenge($0) }
      .filter { $0.algorithm.hash >= minimum }
    return usable.reduce(nil) { best, next in
      guard let best, best.algorithm.hash >= next.algorithm.hash else { return next }
      return best
    }
  }

  /// Reads a challenge.
  ///
  /// - Throws: Why it cannot be answered.
  init(_ challenge: AuthenticationChallenge) throws(Flaw) {
    guard challenge.isScheme("Digest") else { throw Flaw("is another scheme") }
    guard !challenge.hasDuplicates else { throw Flaw("a parameter stands twice") }
    guard let nonce = challenge["nonce"], !nonce.isEmpty else { throw Flaw("there is no nonce") }
    algorithmName = challenge["algorithm"]
    guard let algorithm = DigestAlgorithm(name: algorithmName) else {
      throw Flaw("the algorithm '\(algorithmName?.prefix(40) ?? "")' is not known")
    }
    guard let protection = Protection(options: challenge["qop"]) else {
      throw Flaw("the qop '\(challenge["qop"]?.prefix(40) ?? "")' is not known")
    }
    guard protection != .none || !algorithm.isSession else {
      throw Flaw("\(algorithm.name) needs a qop")
    }
    realm = challenge["realm"] ?? ""
    self.nonce = nonce
    sessionNonce = nonce
    opaque = challenge["opaque"]
    self.algorithm = algorithm
    self.protection = protection
    isStale = challenge["stale"]?.lowercased() == "true"
    wantsUsernameHash = challenge["userhash"]?.lowercased() == "true"
    domain = (challenge["domain"] ?? "").split(separator: " ").map(Self.path)
    guard [realm, nonce, opaque ?? ""].allSatisfy(\.isFieldContent) else {
      throw Flaw("a parameter has a control character")
    }
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
  /// What a challenge's `qop` offers: `auth` where it can be had. A list of nothing is like no list.
  fileprivate init?(options: String?) {
    let names = (options ?? "").split(separator: ",").map { option in
      option.filter { !$0.isWhitespace }.lowercased()
    }
    if names.allSatisfy(\.isEmpty) {
      self = .none
    } else if names.contains("auth") {
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
