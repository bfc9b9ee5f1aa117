/// A hash function, used with or without a session key.
///
/// See RFC 7616, section 6.1.
package struct DigestAlgorithm: Hashable, Sendable {
  /// The hash function.
  package var hash: DigestHash
  /// Whether each session has its own key (`-sess`).
  package var isSession: Bool

  /// Creates an algorithm.
  package init(_ hash: DigestHash, isSession: Bool = false) {
    self.hash = hash
    self.isSession = isSession
  }

  /// Creates the algorithm with a name, regardless of case. Defaults to MD5 without a name.
  package init?(name: String?) {
    let name = (name ?? "MD5").uppercased()
    isSession = name.hasSuffix("-SESS")
    guard let hash = DigestHash(rawValue: isSession ? String(name.dropLast(5)) : name) else {
      return nil
    }
    self.hash = hash
  }

  /// The name in header fields.
  package var name: String { hash.rawValue + (isSession ? "-sess" : "") }
}
