import Crypto
import Foundation

/// A hash algorithm of HTTP Digest, with or without a session key.
///
/// See RFC 7616, section 6.1.
package struct DigestAlgorithm: Hashable, Sendable {
  /// The hash function.
  package enum Hash: String, CaseIterable, Sendable, Comparable {
    case md5 = "MD5"
    case sha256 = "SHA-256"
    case sha512256 = "SHA-512-256"

    /// Whether one is weaker than the other.
    package static func < (a: Hash, b: Hash) -> Bool {
      (allCases.firstIndex(of: a) ?? 0) < (allCases.firstIndex(of: b) ?? 0)
    }
  }

  /// The hash function.
  package var hash: Hash
  /// Whether the key is made anew for each session (`-sess`).
  package var isSession: Bool

  /// Makes an algorithm.
  package init(_ hash: Hash, isSession: Bool = false) {
    self.hash = hash
    self.isSession = isSession
  }

  /// The algorithm of a name, which is compared without regard to case; MD5 if there is none.
  package init?(name: String?) {
    let name = (name ?? "MD5").uppercased()
    isSession = name.hasSuffix("-SESS")
    guard let hash = Hash(rawValue: isSession ? String(name.dropLast(5)) : name) else { return nil }
    self.hash = hash
  }

  /// The name as it stands in header fields.
  package var name: String { hash.rawValue + (isSession ? "-sess" : "") }

  /// The hash of a text's UTF-8, in lower-case hexadecimal digits.
  package func hex(_ text: String) -> String {
    let data = Data(text.utf8)
    return switch hash {
    case .md5: Insecure.MD5.hash(data: data).hexadecimal
    case .sha256: SHA256.hash(data: data).hexadecimal
    case .sha512256: SHA512256.hash(data).hexadecimal
    }
  }
}

extension Sequence<UInt8> {
  fileprivate var hexadecimal: String {
    var text = ""
    for byte in self {
      if byte < 16 { text += "0" }
      text += String(byte, radix: 16)
    }
    return text
  }
}
