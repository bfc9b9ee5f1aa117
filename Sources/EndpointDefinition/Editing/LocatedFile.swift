/// A definition file with the offsets of its elements.
package struct LocatedFile: Sendable {
  /// The path, which locations begin with.
  package let path: String
  /// The root element; `nil` if the file has none.
  package let root: LocatedElement?
  /// The bytes without a byte order mark.
  let bytes: [UInt8]
  let hasByteOrderMark: Bool

  /// Reads a file, which must be well-formed.
  package init(path: String, bytes: [UInt8]) {
    hasByteOrderMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
    let bytes = hasByteOrderMark ? Array(bytes.dropFirst(3)) : bytes
    self.path = path
    self.bytes = bytes
    var parser = LocatedParser(SourceText(path: path, bytes: bytes))
    root = parser.elements().elements.first
  }

  /// All elements of the file.
  package var elements: [LocatedElement] {
    var all: [LocatedElement] = []
    var rest = root.map { [$0] } ?? []
    while let element = rest.popLast() {
      all.append(element)
      rest += element.children.reversed()
    }
    return all
  }
}

/// Reads elements with their offsets. The recursion is bounded by the depth that the reader checks.
private struct LocatedParser {
  private let source: SourceText
  private var scanner: MarkupScanner

  init(_ source: SourceText) {
    self.source = source
    scanner = MarkupScanner(source.bytes)
  }

  /// Returns the elements up to an end tag, and the offset after it.
  mutating func elements() -> (elements: [LocatedElement], end: Int) {
    var elements: [LocatedElement] = []
    // A comment above an element, or after it on its line, can exclude it.
    var keepsNext = false
    var isOnLineOfLast = false
    while let token = scanner.next() {
      switch token {
      case .start(let tag):
        let (children, end) = tag.isEmpty ? ([], tag.end) : self.elements()
        elements.append(
          LocatedElement(
            tag: tag, range: tag.offset..<end, children: children, isKept: keepsNext, in: source))
        keepsNext = false
        isOnLineOfLast = true
      case .end: return (elements, scanner.position)
      case .text(let range):
        if source.bytes[range].contains(UInt8(ascii: "\n")) { isOnLineOfLast = false }
      case .verbatim(let range):
        guard String(decoding: source.bytes[range], as: UTF8.self).contains(/sync:\s*keep/) else {
          continue
        }
        if isOnLineOfLast, let last = elements.popLast() {
          elements.append(last.kept)
        } else {
          keepsNext = true
        }
      }
    }
    return (elements, scanner.position)
  }
}
