import Foundation

/// The values of a JSON document in a flat list, from one validating pass over its bytes.
///
/// A value is an entry. The elements of an array follow its entry; so do the members of an object,
/// each of which is the entry of its name before its value.
final class JSONIndex: Sendable {
  /// A value, or the name of a member.
  struct Entry {
    enum Kind: UInt8 {
      case null, no, yes, integer, number, string, escapedString, array, object
    }

    let kind: Kind
    /// The position of the first byte; of a string, the one after its quotation mark.
    let start: UInt32
    /// The number of bytes; of a string, without its quotation marks; of a container, the number of
    /// its elements or members.
    var length: UInt32 = 0
    /// The position of the entry after the value.
    var next: UInt32 = 0
  }

  /// The maximum nesting. It is safe on a stack of 512 KiB, which threads have on some platforms.
  static let depthLimit = 64

  /// The document in UTF-8.
  let bytes: [UInt8]
  /// The first entry is the document's value.
  let entries: [Entry]

  /// Creates the index of a document in UTF-8, perhaps after a byte order mark.
  ///
  /// - Throws: `DecodingError.dataCorrupted` if the document does not conform to RFC 8259, or is
  ///   nested deeper than ``depthLimit``.
  init(utf8 bytes: [UInt8]) throws {
    guard bytes.count < UInt32.max else {
      throw Self.invalid("it has more than 4 GiB")
    }
    self.bytes = bytes
    entries = try bytes.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      do throws(JSONScanner.Flaw) {
        return try scanner.scan()
      } catch {
        throw Self.invalid(error.description)
      }
    }
  }

  /// Creates the index of a document in UTF-8 or, where that is invalid, in ISO 8859-1.
  ///
  /// - Throws: `DecodingError.dataCorrupted` as ``init(utf8:)`` does.
  convenience init(_ body: Data) throws {
    do {
      try self.init(utf8: [UInt8](body))
    } catch {
      // Some responses are in ISO 8859-1, whatever they declare.
      let converted = Charset.utf8(body)
      guard converted.count != body.count else { throw error }
      try self.init(utf8: [UInt8](converted))
    }
  }

  /// The index of a document that is null.
  static let null = JSONIndex(bytes: [], entries: [Entry(kind: .null, start: 0, next: 1)])

  private init(bytes: [UInt8], entries: [Entry]) {
    self.bytes = bytes
    self.entries = entries
  }

  private static func invalid(_ problem: String) -> DecodingError {
    .dataCorrupted(.init(codingPath: [], debugDescription: problem))
  }

  /// The bytes of a scalar.
  func withBytes<Result>(
    of entry: Entry, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    // Only the scanner creates entries, from positions that it has read in the same bytes.
    try bytes.withUnsafeBufferPointer { bytes in
      let start = Int(entry.start)
      return try body(UnsafeBufferPointer(rebasing: bytes[start..<(start + Int(entry.length))]))
    }
  }

  /// Returns the path from the document's value to an entry.
  func path(to target: Int) -> [FieldName] {
    var path: [FieldName] = []
    var position = 0
    while position < target, entries[position].kind == .array || entries[position].kind == .object {
      let isObject = entries[position].kind == .object
      var (child, element) = (position + 1, 0)
      while true {
        let value = isObject ? child + 1 : child
        let next = Int(entries[value].next)
        if target < next {
          path.append(
            isObject ? FieldName(stringValue: text(of: entries[child])) : FieldName(index: element))
          // The path to a name is that to its value.
          if value > target { return path }
          position = value
          break
        }
        (child, element) = (next, element + 1)
      }
    }
    return path
  }
}
