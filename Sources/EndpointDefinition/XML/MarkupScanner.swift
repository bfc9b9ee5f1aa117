/// Splits the bytes of a file into tags, text, and other markup.
///
/// The file need not be well-formed: each part ends at the first occurrence of its delimiter, or at
/// the end of the file.
struct MarkupScanner {
  private let bytes: [UInt8]
  private(set) var position: Int

  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = min(max(position, 0), bytes.count)
  }

  /// A part of a file.
  enum Token {
    case start(StartTag)
    case end(name: String)
    case text(Range<Int>)
    /// A comment, a CDATA section, or a processing instruction, with its delimiters.
    case verbatim(Range<Int>)
  }

  /// Returns the next part; `nil` at the end of the file.
  mutating func next() -> Token? {
    guard position < bytes.count else { return nil }
    let start = position
    guard bytes[start] == UInt8(ascii: "<") else {
      position = bytes[start...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
      return .text(start..<position)
    }
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where bytes[start...].starts(with: opening.utf8) {
      skip(through: closing)
      return .verbatim(start..<position)
    }
    guard bytes[safe: start + 1] == UInt8(ascii: "/") else {
      let tag = StartTag(at: start, in: bytes)
      position = tag.end
      return .start(tag)
    }
    let name = bytes[(start + 2)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
    skip(through: ">")
    return .end(name: String(decoding: name, as: UTF8.self))
  }

  private mutating func skip(through delimiter: String) {
    let rest = bytes[position...]
    position = rest.firstRange(of: Array(delimiter.utf8))?.upperBound ?? bytes.count
  }
}
