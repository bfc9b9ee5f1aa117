/// Checks whether tags match, in bytes that need not be well-formed.
enum TagBalance {
  /// Whether the rest of a file closes exactly the open elements.
  ///
  /// - Parameters:
  ///   - open: The names of the open elements, the outermost first.
  ///   - offset: The offset of the rest.
  static func closes(_ open: [String], in bytes: [UInt8], from offset: Int) -> Bool {
    var open = open
    var scanner = MarkupScanner(bytes, from: offset)
    while let token = scanner.next() {
      switch token {
      case .start(let tag) where !tag.isEmpty: open.append(tag.name)
      case .end(let name):
        guard open.popLast() == name else { return false }
      case .start, .text, .verbatim: continue
      }
    }
    return open.isEmpty
  }
}
