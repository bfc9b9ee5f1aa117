import Foundation
import HTTPTypes

/// A supported Digest challenge.
struct DigestChallenge: Hashable, Sendable {
  /// The quality of protection.
  enum Protection: Hashable, Sendable {
    /// The method and the request-target are signed as in RFC 2069.
    case none
    /// `auth`: the method and the request-target are signed.
    case request
    /// `auth-int`: the method, the request-target, and the body are signed.
    case requestAndBody
  }

  /// The reason why a challenge is not supported.
  struct Flaw: Error {
    let text: String

    init(_ text: String) { self.text = text }
  }

  var realm: String
  var nonce: String
  /// The nonce for the key of a session form, which is the first one of the session.
  var sessionNonce: String
  var opaque: String?
  var algorithm: DigestAlgorithm
  /// The name of the algorithm in the challenge; `nil` if it has none, and then credentials have
  /// none.
  var algorithmName: String?
  var protection: Protection
  var isStale: Bool
  var wantsUsernameHash: Bool
  /// The path prefixes of the protection space; empty for the whole server.
  var domain: [String]

  /// Returns the strongest supported challenge, the first of equals.
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

  /// Parses a challenge.
  ///
  /// - Throws: The reason why the challenge is not supported.
  init(_ challenge: AuthenticationChallenge) throws(Flaw) {
    guard challenge.isScheme("Digest") else { throw Flaw("is another scheme") }
    guard !challenge.hasDuplicates else { throw Flaw("a parameter appears twice") }
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
    isStale = challenge["stale"]?.filter { !$0.isWhitespace }.lowercased() == "true"
    wantsUsernameHash = challenge["userhash"]?.lowercased() == "true"
    domain = (challenge["domain"] ?? "").split(separator: " ").map(String.init)
    guard [realm, nonce, opaque ?? ""].allSatisfy(\.isFieldContent) else {
      throw Flaw("a parameter has a control character")
    }
  }

  /// Whether a path is in the protection space (RFC 7616, section 3.3).
  func covers(_ path: String) -> Bool {
    domain.isEmpty || domain.contains { path.hasPrefix($0) }
  }

  /// Whether signing a rejected request again can help: the challenge has another nonce, or another
  /// key of a session form.
  func permitsRetry(after used: DigestChallenge) -> Bool {
    if isStale || nonce != used.nonce { return true }
    let hasOtherKey =
      sessionNonce != used.sessionNonce || realm != used.realm || algorithm != used.algorithm
    return algorithm.isSession && hasOtherKey
  }

  /// Reduces the domain to paths of the server. A domain that does not contain the request is
  /// ignored.
  mutating func limitDomain(to request: HTTPRequest) {
    domain = domain.compactMap { Self.path(of: $0, authority: request.authority ?? "") }
    if !covers(request.path ?? "/") { domain = [] }
  }

  /// Returns the path of a URI; `nil` if it is on another server.
  private static func path(of uri: String, authority: String) -> String? {
    guard let end = uri.firstRange(of: "://") else { return uri }
    let rest = uri[end.upperBound...]
    let start = rest.firstIndex(of: "/") ?? rest.endIndex
    guard rest[..<start].lowercased() == authority.lowercased() else { return nil }
    return start == rest.endIndex ? "/" : String(rest[start...])
  }
}

extension DigestChallenge.Protection {
  /// Returns the quality of protection for a challenge's `qop`; `auth` if it is offered. An empty
  /// list is treated as no list.
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
  /// Whether the string contains no line breaks and other control characters.
  var isFieldContent: Bool {
    utf8.allSatisfy { ($0 >= 0x20 && $0 != 0x7F) || $0 == 0x09 }
  }
}
