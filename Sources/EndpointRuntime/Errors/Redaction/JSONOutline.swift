import EndpointModel

/// The outline of a JSON document: its structure and names, with the type in place of each scalar
/// value.
///
/// A response can contain secrets under any name, so errors and logs show only the outline. It is
/// created in one pass without recursion, also for incomplete documents.
struct JSONOutline {
  private let bytes: ArraySlice<UInt8>
  private var position: Int
  private var depth = 0
  private var outline: [UInt8] = []

  private init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    position = bytes.startIndex
  }

  /// Returns the outline of the object, array, or string that the bytes begin with.
  ///
  /// - Returns: The outline, and the number of bytes that it represents; `nil` if the bytes begin with
  ///   something else.
  static func text(of bytes: ArraySlice<UInt8>) -> (text: String, length: Int)? {
    var outline = JSONOutline(bytes)
    outline.skipByteOrderMark()
    outline.skipSpace()
    guard let first = outline.next, [UInt8(ascii: "{"), UInt8(ascii: "["), quote].contains(first)
    else { return nil }
    outline.read()
    return (
      String(decoding: outline.outline, as: UTF8.self), outline.position - bytes.startIndex
    )
  }

  private static let quote = UInt8(ascii: "\"")

  private var next: UInt8? { position < bytes.endIndex ? bytes[position] : nil }

  private mutating func skipByteOrderMark() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { position += 3 }
  }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { position += 1 }
  }

  private mutating func read() {
    repeat {
      guard let byte = next, readToken(byte) else {
        outline += Array(" …".utf8)
        return
      }
      skipSpace()
    } while depth > 0
  }

  /// Reads a token; returns `false` if it is invalid or incomplete.
  private mutating func readToken(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "{"), UInt8(ascii: "["):
      depth += 1
      copy(byte)
    case UInt8(ascii: "}"), UInt8(ascii: "]"):
      depth -= 1
      copy(byte)
    case UInt8(ascii: ","), UInt8(ascii: ":"): copy(byte)
    case Self.quote: return readString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      skip { $0.isDigit || "+-.eE".utf8.contains($0) }
      outline += Array("<number>".utf8)
    default:
      let start = position
      skip(while: \.isLetter)
      let word = bytes[start..<position]
      guard ["true", "false", "null"].contains(where: { word.elementsEqual($0.utf8) }) else {
        return false
      }
      outline += word
    }
    return true
  }

  private mutating func copy(_ byte: UInt8) {
    outline.append(byte)
    position += 1
  }

  private mutating func skip(while condition: (UInt8) -> Bool) {
    while let byte = next, condition(byte) { position += 1 }
  }

  /// Copies a string that is a member's name, and replaces any other string.
  private mutating func readString() -> Bool {
    let start = position
    position += 1
    while let byte = next, byte != Self.quote {
      position += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    guard next != nil else {
      position = bytes.endIndex
      outline += Array("<string>".utf8)
      return false
    }
    position += 1
    let string = bytes[start..<position]
    skipSpace()
    outline += next == UInt8(ascii: ":") ? Array(string) : Array("<string>".utf8)
    return true
  }
}
