/// The locations in a start tag.
struct StartTag {
  /// The offset of the tag's `<`.
  let offset: Int
  /// The attributes in order.
  let attributes: [Attribute]

  /// The locations of an attribute.
  struct Attribute {
    /// The name as written, including the prefix.
    let label: String
    /// The offset of the name.
    let name: Int
    /// The offsets of the value without its quotes.
    let value: Range<Int>
  }

  /// Finds the tag that ends at an offset or directly after it.
  ///
  /// Attribute values cannot contain `<`, so the nearest one before the offset begins the tag.
  init(endingAt end: Int, in bytes: [UInt8]) {
    let end = min(end, bytes.count)
    let start = bytes[..<end].lastIndex(of: UInt8(ascii: "<")) ?? 0
    var cursor = start + 1
    func skip(while condition: (UInt8) -> Bool) {
      while cursor < bytes.count, condition(bytes[cursor]) { cursor += 1 }
    }
    let isSpace: (UInt8) -> Bool = { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    let isName: (UInt8) -> Bool = { byte in
      !isSpace(byte) && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">")
        && byte != UInt8(ascii: "/")
    }

    var attributes: [Attribute] = []
    skip(while: isName)
    while true {
      skip(while: isSpace)
      let name = cursor
      skip(while: isName)
      guard cursor > name else { break }
      let nameEnd = cursor
      skip { isSpace($0) || $0 == UInt8(ascii: "=") }
      guard let quote = bytes[safe: cursor], quote == 0x22 || quote == 0x27 else { break }
      cursor += 1
      let value = cursor
      skip { $0 != quote }
      attributes.append(
        Attribute(
          label: String(decoding: bytes[name..<nameEnd], as: UTF8.self), name: name,
          value: value..<cursor))
      cursor += 1
    }
    offset = start
    self.attributes = attributes
  }

  /// Returns the first attribute with a name.
  subscript(_ label: String) -> Attribute? { attributes.first { $0.label == label } }

  /// The first attribute whose name appears before.
  var duplicate: Attribute? {
    var labels: Set<String> = []
    return attributes.first { !labels.insert($0.label).inserted }
  }
}
