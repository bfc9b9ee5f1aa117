/// Checks that a file is UTF-8 before it is parsed.
struct EncodingCheck {
  let source: SourceText

  /// The problem; `nil` if there is none.
  var problem: XMLProblem? {
    let bytes = source.bytes
    if bytes.allSatisfy({ $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      return XMLProblem(
        "the file is empty; begin it with <endpoints xmlns=\"\(Grammar.namespace)\">",
        at: source.location(at: 0))
    }
    if bytes.starts(with: [0xFE, 0xFF]) || bytes.starts(with: [0xFF, 0xFE])
      || bytes.prefix(4).contains(0)
    {
      return XMLProblem(
        "the file is in UTF-16 or UTF-32; save it as UTF-8", at: source.location(at: 0))
    }
    if let offset = bytes.firstIndex(of: 0) {
      return XMLProblem(
        "the file has a NUL character here; remove it", at: source.location(at: offset))
    }
    if let offset = Self.firstInvalidByte(of: bytes) {
      return XMLProblem(
        "this byte is not UTF-8; save the file as UTF-8", at: source.location(at: offset))
    }
    return declarationProblem
  }

  private var declarationProblem: XMLProblem? {
    let bytes = source.bytes
    guard bytes.starts(with: Array("<?xml".utf8)) else { return nil }
    let declaration = bytes.prefix(while: { $0 != UInt8(ascii: ">") })
    let text = String(decoding: declaration, as: UTF8.self)
    guard let match = text.firstMatch(of: /encoding\s*=\s*["']([^"']*)["']/),
      !["utf-8", "us-ascii", "ascii"].contains(match.1.lowercased())
    else { return nil }
    let offset = text.utf8.distance(from: text.startIndex, to: match.1.startIndex)
    return XMLProblem(
      "the file declares the encoding '\(match.1)'; save it as UTF-8 and declare 'UTF-8'",
      at: source.location(at: offset))
  }

  /// The offset of the first invalid byte; `nil` if there is none.
  private static func firstInvalidByte(of bytes: [UInt8]) -> Int? {
    var decoder = UTF8()
    var iterator = CountingIterator(bytes: bytes)
    while true {
      let start = iterator.position
      switch decoder.decode(&iterator) {
      case .scalarValue: continue
      case .emptyInput: return nil
      case .error: return min(start, bytes.count - 1)
      }
    }
  }

  private struct CountingIterator: IteratorProtocol {
    let bytes: [UInt8]
    var position = 0

    mutating func next() -> UInt8? {
      guard position < bytes.count else { return nil }
      defer { position += 1 }
      return bytes[position]
    }
  }
}
