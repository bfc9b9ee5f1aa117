import Crypto
package import Foundation

/// A hash function of HTTP Digest; one is less than another if it is weaker.
///
/// See RFC 7616, section 6.1.
public enum DigestHash: String, CaseIterable, Sendable, Comparable {
  /// MD5, which Atlas asks for. It is broken as a signature; here it hides the password on the way.
  case md5 = "MD5"
  /// SHA-256.
  case sha256 = "SHA-256"
  /// SHA-512/256: SHA-512 with values of its own to begin with, cut to 256 bits.
  case sha512256 = "SHA-512-256"

  /// Whether one is weaker than the other.
  public static func < (a: DigestHash, b: DigestHash) -> Bool { a.strength < b.strength }

  private var strength: Int {
    switch self {
    case .md5: 0
    case .sha256: 1
    case .sha512256: 2
    }
  }

  /// The hash of bytes, in lower-case hexadecimal digits.
  package func hex(_ data: some DataProtocol) -> String {
    switch self {
    case .md5: Insecure.MD5.hash(data: data).hexadecimal
    case .sha256: SHA256.hash(data: data).hexadecimal
    case .sha512256: SHA512256.hash(Data(data)).hexadecimal
    }
  }

  /// The hash of texts in UTF-8 with colons between them, in lower-case hexadecimal digits.
  package func hex(_ texts: String...) -> String {
    switch self {
    case .md5: Self.hex(texts, with: Insecure.MD5())
    case .sha256: Self.hex(texts, with: SHA256())
    case .sha512256: SHA512256.hash(Data(texts.joined(separator: ":").utf8)).hexadecimal
    }
  }

  private static func hex(_ texts: [String], with function: some HashFunction) -> String {
    var function = function
    for (index, text) in texts.enumerated() {
      var text = text
      if index > 0 { withUnsafeBytes(of: UInt8(ascii: ":")) { function.update(bufferPointer: $0) } }
      text.withUTF8 { function.update(bufferPointer: UnsafeRawBufferPointer($0)) }
    }
    return function.finalize().hexadecimal
  }

  /// The hash of a body, which is read for it.
  func hex(_ body: HTTPBody) async throws -> String {
    if let data = body.data { return hex(data) }
    switch self {
    case .md5: return try await hex(body, with: Insecure.MD5())
    case .sha256: return try await hex(body, with: SHA256())
    case .sha512256:
      var hash = SHA512256()
      for try await chunk in body { hash.update(chunk) }
      return hash.finalize().hexadecimal
    }
  }

  private func hex(_ body: HTTPBody, with function: some HashFunction) async throws -> String {
    var function = function
    for try await chunk in body { function.update(data: chunk) }
    return function.finalize().hexadecimal
  }
}
