import Crypto
package import Foundation

/// A hash function of HTTP Digest. Weaker ones are less than stronger ones.
///
/// See RFC 7616, section 6.1.
public enum DigestHash: String, CaseIterable, Sendable, Comparable {
  /// MD5, which Atlas offers. It is broken for signatures, but hides the password in transit.
  case md5 = "MD5"
  /// SHA-256.
  case sha256 = "SHA-256"
  /// SHA-512/256, which is SHA-512 with other initial values, truncated to 256 bits.
  case sha512256 = "SHA-512-256"

  /// Whether a hash function is weaker than another.
  public static func < (a: DigestHash, b: DigestHash) -> Bool { a.strength < b.strength }

  private var strength: Int {
    switch self {
    case .md5: 0
    case .sha256: 1
    case .sha512256: 2
    }
  }

  /// Returns the hash of bytes in lower-case hexadecimal digits.
  package func hex(_ data: some DataProtocol) -> String {
    switch self {
    case .md5: Insecure.MD5.hash(data: data).hexadecimal
    case .sha256: SHA256.hash(data: data).hexadecimal
    case .sha512256: SHA512256.hash(Data(data)).hexadecimal
    }
  }

  /// Returns the hash of strings in UTF-8 joined by colons, in lower-case hexadecimal digits.
  package func hex(_ texts: String...) -> String {
    let size = texts.reduce(0) { $0 + $1.utf8.count + 1 }
    return withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { buffer in
      var end = 0
      for (index, text) in texts.enumerated() {
        if index > 0 {
          buffer[end] = UInt8(ascii: ":")
          end += 1
        }
        var text = text
        text.withUTF8 { utf8 in
          buffer[end...].copyBytes(from: utf8)
          end += utf8.count
        }
      }
      return hex(UnsafeRawBufferPointer(rebasing: buffer[..<end]))
    }
  }

  private func hex(_ bytes: UnsafeRawBufferPointer) -> String {
    switch self {
    case .md5: Self.hex(bytes, with: Insecure.MD5())
    case .sha256: Self.hex(bytes, with: SHA256())
    case .sha512256: SHA512256.hash(Data(bytes)).hexadecimal
    }
  }

  @inline(__always)
  private static func hex(_ bytes: UnsafeRawBufferPointer, with function: some HashFunction)
    -> String
  {
    var function = function
    function.update(bufferPointer: bytes)
    return function.finalize().hexadecimal
  }

  /// Returns the hash of a body, which it reads.
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
