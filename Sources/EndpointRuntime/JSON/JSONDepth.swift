import Foundation

/// The nesting of a JSON document, which decoders process recursively.
enum JSONDepth {
  /// The maximum nesting. It is safe on a stack of 512 KiB, which threads have on some platforms.
  static let limit = 64

  /// Checks the nesting of a document before it is decoded.
  ///
  /// - Throws: `DecodingError.dataCorrupted` if the document is nested deeper than ``limit``.
  static func check(_ document: Data) throws {
    guard document.withUnsafeBytes({ exceedsLimit($0) }) else { return }
    throw DecodingError.dataCorrupted(
      .init(codingPath: [], debugDescription: "it is nested deeper than \(limit) levels"))
  }

  private static func exceedsLimit(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var depth = 0
    var isString = false
    var isEscaped = false
    for byte in bytes {
      if isString {
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isString = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "\""): isString = true
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        depth += 1
        if depth > limit { return true }
      case UInt8(ascii: "]"), UInt8(ascii: "}"): depth -= 1
      default: continue
      }
    }
    return false
  }
}
