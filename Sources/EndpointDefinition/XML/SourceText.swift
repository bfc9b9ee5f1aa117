/// The bytes of a definition file with their lines and columns.
struct SourceText: Sendable {
  let path: String
  let bytes: [UInt8]
  private let lineStarts: [Int]

  init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() {
      let endsLine =
        byte == UInt8(ascii: "\n")
        || (byte == UInt8(ascii: "\r") && bytes[safe: offset + 1] != UInt8(ascii: "\n"))
      if endsLine { starts.append(offset + 1) }
    }
    lineStarts = starts
  }

  /// Returns the location of a byte.
  func location(at offset: Int) -> SourceLocation {
    let offset = min(max(offset, 0), bytes.count)
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    // Continuation bytes of UTF-8 do not begin a scalar.
    let column = bytes[lineStarts[low]..<offset].count { $0 & 0xC0 != 0x80 }
    return SourceLocation(file: path, line: low + 1, column: column + 1)
  }
}

extension Array {
  /// The element at an index; `nil` if the index is out of bounds.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
