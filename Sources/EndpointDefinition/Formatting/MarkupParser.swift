/// Splits the text of a file into nodes.
///
/// The file must be well-formed, which libxml2 has checked, and have no document type. Each part
/// then ends at the first occurrence of its delimiter.
struct MarkupParser {
  private let bytes: [UInt8]
  private var position = 0

  /// - Parameter bytes: The file in UTF-8 with line feeds.
  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Returns the nodes up to the end of the file.
  static func parse(_ bytes: [UInt8]) -> [MarkupNode] {
    var parser = MarkupParser(bytes: bytes)
    return parser.nodes()
  }

  /// Returns the nodes up to the end tag of their element, or to the end of the file.
  private mutating func nodes() -> [MarkupNode] {
    var nodes: [MarkupNode] = []
    while position < bytes.count {
      if starts(with: "</") {
        _ = take(through: ">")
        return nodes
      }
      if starts(with: "<!--") {
        nodes.append(verbatim(through: "-->"))
      } else if starts(with: "<![CDATA[") {
        nodes.append(verbatim(through: "]]>"))
      } else if starts(with: "<?") {
        nodes.append(verbatim(through: "?>"))
      } else if starts(with: "<") {
        nodes.append(.element(element()))
      } else {
        nodes.append(.text(take { $0 != UInt8(ascii: "<") }))
      }
    }
    return nodes
  }

  private mutating func verbatim(through delimiter: String) -> MarkupNode {
    let lineStart = bytes[..<position].lastIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? 0
    let column = String(decoding: bytes[lineStart..<position], as: UTF8.self).count
    return .verbatim(.init(text: take(through: delimiter), column: column))
  }

  private mutating func element() -> MarkupElement {
    position += 1
    var element = MarkupElement(name: take(while: Self.isName), attributes: [], children: [])
    while true {
      skipSpace()
      if starts(with: "/>") {
        position += 2
        return element
      }
      let name = take(while: Self.isName)
      guard !name.isEmpty, position < bytes.count else { break }
      skipSpace()
      position += 1
      skipSpace()
      element.attributes.append((name, value()))
    }
    position += 1
    element.children = nodes()
    return element
  }

  private mutating func value() -> String {
    guard position < bytes.count else { return "" }
    let quote = bytes[position]
    position += 1
    defer { position += 1 }
    return take { $0 != quote }
  }

  private func starts(with text: String) -> Bool {
    bytes[position...].starts(with: text.utf8)
  }

  private mutating func skipSpace() { _ = take(while: Self.isSpace) }

  private mutating func take(while condition: (UInt8) -> Bool) -> String {
    let start = position
    while position < bytes.count, condition(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func take(through delimiter: String) -> String {
    let start = position
    while position < bytes.count, !starts(with: delimiter) { position += 1 }
    position = min(position + delimiter.utf8.count, bytes.count)
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D
  }

  private static func isName(_ byte: UInt8) -> Bool {
    !isSpace(byte) && byte != UInt8(ascii: "=") && byte != UInt8(ascii: ">")
      && byte != UInt8(ascii: "/")
  }
}
