/// Reads the text of a file into nodes.
///
/// The file must be well-formed, which libxml2 has checked, and have no document type.
package struct MarkupParser {
  private let bytes: [UInt8]
  private var scanner: MarkupScanner

  private init(_ bytes: [UInt8]) {
    self.bytes = bytes
    scanner = MarkupScanner(bytes)
  }

  /// Returns the nodes of a file.
  ///
  /// - Parameter bytes: The file in UTF-8 with line feeds.
  package static func parse(_ bytes: [UInt8]) -> [MarkupNode] {
    var parser = MarkupParser(bytes)
    return parser.nodes()
  }

  /// Returns the nodes up to the end tag of their element, or to the end of the file. The recursion
  /// is bounded by the depth that libxml2 has checked.
  private mutating func nodes() -> [MarkupNode] {
    var nodes: [MarkupNode] = []
    while let token = scanner.next() {
      switch token {
      case .start(let tag): nodes.append(.element(element(tag)))
      case .end: return nodes
      case .text(let range): nodes.append(.text(text(range)))
      case .verbatim(let range):
        let lineStart = bytes[..<range.lowerBound].lastIndex(of: UInt8(ascii: "\n"))
        let column = text((lineStart.map { $0 + 1 } ?? 0)..<range.lowerBound).count
        nodes.append(.verbatim(.init(text: text(range), column: column)))
      }
    }
    return nodes
  }

  private mutating func element(_ tag: StartTag) -> MarkupElement {
    MarkupElement(
      name: tag.name, attributes: tag.attributes.map { ($0.label, text($0.value)) },
      children: tag.isEmpty ? [] : nodes())
  }

  private func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
}
