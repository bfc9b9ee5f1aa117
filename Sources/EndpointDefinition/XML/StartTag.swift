/// A start tag as written, with its locations.
struct StartTag {
  /// The offset of the `<`.
  let offset: Int
  /// The offset after the `>`, or where the tag stops being one.
  let end: Int
  let name: String
  /// The attributes in order.
  let attributes: [Attribute]
  /// Whether the tag is that of an empty element.
  let isEmpty: Bool

  /// An attribute as written.
  struct Attribute {
    /// The name, including its prefix.
    let label: String
    /// The offset of the name.
    let name: Int
    /// The offsets of the value without its quotes.
    let value: Range<Int>
  }

  /// Reads the tag that begins at an offset.
  init(at start: Int, in bytes: [UInt8]) {
    var cursor = start + 1
    func take(while condition: (UInt8) -> Bool) -> Range<Int> {
      let start = min(cursor, bytes.count)
      cursor = start
      while cursor < bytes.count, condition(bytes[cursor]) { cursor += 1 }
      return start..<cursor
    }
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    let isName: (UInt8) -> Bool = { byte in
      !isSpace(byte) && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">")
        && byte != UInt8(ascii: "/")
    }
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    offset = start
    name = text(take(while: isName))
    var attributes: [Attribute] = []
    while true {
      _ = take(while: isSpace)
      let name = take(while: isName)
      guard !name.isEmpty else { break }
      _ = take { isSpace($0) || $0 == UInt8(ascii: "=") }
      guard let quote = bytes[safe: cursor], quote == 0x22 || quote == 0x27 else { break }
      cursor += 1
      let value = take { $0 != quote }
      attributes.append(Attribute(label: text(name), name: name.lowerBound, value: value))
      cursor += 1
    }
    self.attributes = attributes
    isEmpty = bytes[safe: cursor] == UInt8(ascii: "/")
    _ = take { $0 != UInt8(ascii: ">") }
    end = min(cursor + 1, bytes.count)
  }

  /// Reads the tag that ends at an offset or directly after it.
  ///
  /// Attribute values cannot contain `<`, so the nearest one before the offset begins the tag.
  init(endingAt end: Int, in bytes: [UInt8]) {
    self.init(
      at: bytes[..<min(end, bytes.count)].lastIndex(of: UInt8(ascii: "<")) ?? 0, in: bytes)
  }

  /// Returns the first attribute with a name.
  subscript(_ label: String) -> Attribute? { attributes.first { $0.label == label } }

  /// The first attribute whose name appears before.
  var duplicate: Attribute? {
    var labels: Set<String> = []
    return attributes.first { !labels.insert($0.label).inserted }
  }
}
