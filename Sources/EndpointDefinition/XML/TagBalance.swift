/// Checks whether tags match, in bytes that need not be well-formed.
struct TagBalance {
  private let bytes: [UInt8]
  private var position: Int

  /// Whether the rest of a file closes exactly the open elements.
  ///
  /// - Parameters:
  ///   - open: The names of the open elements, the outermost first.
  ///   - offset: The offset of the rest.
  static func closes(_ open: [String], in bytes: [UInt8], from offset: Int) -> Bool {
    var balance = TagBalance(bytes: bytes, position: min(offset, bytes.count))
    return balance.closes(open)
  }

  private init(bytes: [UInt8], position: Int) {
    self.bytes = bytes
    self.position = position
  }

  private mutating func closes(_ open: [String]) -> Bool {
    var open = open
    while let tag = nextTag() {
      switch tag {
      case .start(let name): open.append(name)
      case .end(let name):
        guard open.popLast() == name else { return false }
      case .other: continue
      }
    }
    return open.isEmpty
  }

  private enum Tag {
    case start(String)
    case end(String)
    /// An empty element, a comment, a CDATA section, or a processing instruction.
    case other
  }

  private mutating func nextTag() -> Tag? {
    guard let start = bytes[position...].firstIndex(of: UInt8(ascii: "<")) else { return nil }
    for (opening, closing) in [("<!--", "-->"), ("<![CDATA[", "]]>"), ("<?", "?>")]
    where bytes[start...].starts(with: opening.utf8) {
      position = bytes[start...].firstRange(of: Array(closing.utf8))?.upperBound ?? bytes.count
      return .other
    }
    let isEnd = bytes[safe: start + 1] == UInt8(ascii: "/")
    let nameStart = min(start + (isEnd ? 2 : 1), bytes.count)
    let name = bytes[nameStart...].prefix { $0 > 0x20 && !">/".utf8.contains($0) }
    position = end(ofTagFrom: nameStart)
    let text = String(decoding: name, as: UTF8.self)
    if isEnd { return .end(text) }
    return bytes[safe: position - 2] == UInt8(ascii: "/") ? .other : .start(text)
  }

  /// Returns the offset after the `>` of a tag, whose attribute values can contain others.
  private func end(ofTagFrom start: Int) -> Int {
    var quote: UInt8?
    for index in start..<bytes.count {
      let byte = bytes[index]
      if let open = quote {
        if byte == open { quote = nil }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return index + 1
      }
    }
    return bytes.count
  }
}
