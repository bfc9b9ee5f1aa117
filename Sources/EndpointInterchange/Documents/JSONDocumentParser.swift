import EndpointDefinition
import EndpointModel

/// Parses a JSON document by RFC 8259, with the location of every value.
struct JSONDocumentParser {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let file: String
  private var offset = 0
  private var line = 1
  /// The offset of the first byte of the line.
  private var lineStart = 0
  /// The number of bytes of the line so far that continue a scalar.
  private var continuations = 0
  private var depth = 0

  /// The maximum nesting.
  private static let maximumDepth = 256

  /// Parses the bytes of a file.
  static func parse(_ bytes: [UInt8], file: String) throws(DocumentFailure) -> DocumentNode {
    var result: Result<DocumentNode, DocumentFailure>?
    bytes.withUnsafeBufferPointer { buffer in
      var parser = JSONDocumentParser(bytes: buffer, file: file)
      do throws(DocumentFailure) {
        result = .success(try parser.document())
      } catch {
        result = .failure(error)
      }
    }
    guard let result else { return DocumentNode(.null) }
    return try result.get()
  }

  private init(bytes: UnsafeBufferPointer<UInt8>, file: String) {
    self.bytes = bytes
    self.file = file
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3; lineStart = 3 }
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private var position: DocumentNode.Position {
    .init(line: line, column: offset - lineStart - continuations + 1)
  }

  private mutating func document() throws(DocumentFailure) -> DocumentNode {
    let node = try value()
    skipSpace()
    guard offset == bytes.count else { throw failure("unexpected text after the document") }
    return node
  }

  private mutating func value() throws(DocumentFailure) -> DocumentNode {
    skipSpace()
    let position = position
    switch next {
    case UInt8(ascii: "{"): return DocumentNode(.object(try object()), at: position)
    case UInt8(ascii: "["): return DocumentNode(.array(try array()), at: position)
    case UInt8(ascii: "\""): return DocumentNode(.string(try string()), at: position)
    case let byte? where byte == UInt8(ascii: "-") || byte.isDigit:
      return DocumentNode(.number(try number()), at: position)
    case nil: throw failure("expected a value but the document ends")
    default: return DocumentNode(try word(), at: position)
    }
  }

  private mutating func object() throws(DocumentFailure) -> DocumentObject {
    var members: [DocumentObject.Member] = []
    var names: Set<String> = []
    try elements(until: UInt8(ascii: "}")) { parser throws(DocumentFailure) in
      guard parser.next == UInt8(ascii: "\"") else {
        throw parser.failure("expected a member's name in quotes")
      }
      let position = parser.position
      let name = try parser.string()
      guard names.insert(name).inserted else {
        throw parser.failure("the name '\(name)' appears twice in one object", at: position)
      }
      parser.skipSpace()
      guard parser.next == UInt8(ascii: ":") else { throw parser.failure("expected ':'") }
      parser.offset += 1
      members.append(.init(name: name, value: try parser.value()))
    }
    return DocumentObject(members)
  }

  private mutating func array() throws(DocumentFailure) -> [DocumentNode] {
    var nodes: [DocumentNode] = []
    try elements(until: UInt8(ascii: "]")) { parser throws(DocumentFailure) in
      nodes.append(try parser.value())
    }
    return nodes
  }

  private mutating func elements(
    until end: UInt8, _ element: (inout Self) throws(DocumentFailure) -> Void
  ) throws(DocumentFailure) {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw failure("values are nested too deeply") }
    offset += 1
    skipSpace()
    if next == end {
      offset += 1
      return
    }
    while true {
      skipSpace()
      try element(&self)
      skipSpace()
      guard let byte = next, byte == end || byte == UInt8(ascii: ",") else {
        throw failure("expected '\(Character(Unicode.Scalar(end)))' or ','")
      }
      offset += 1
      if byte == end { return }
    }
  }

  private mutating func word() throws(DocumentFailure) -> DocumentNode.Content {
    let words: [(StaticString, DocumentNode.Content)] = [
      ("true", .bool(true)), ("false", .bool(false)), ("null", .null),
    ]
    for (word, value) in words {
      let count = word.utf8CodeUnitCount
      guard offset + count <= bytes.count else { continue }
      let isEqual = word.withUTF8Buffer { $0.elementsEqual(bytes[offset..<offset + count]) }
      if isEqual {
        offset += count
        return value
      }
    }
    throw failure("expected a value")
  }

  private mutating func number() throws(DocumentFailure) -> String {
    let start = offset
    let position = position
    func digits(_ parser: inout Self) -> Int {
      let start = parser.offset
      while parser.next?.isDigit == true { parser.offset += 1 }
      return parser.offset - start
    }
    if next == UInt8(ascii: "-") { offset += 1 }
    let integerStart = offset
    let integers = digits(&self)
    var isValid =
      integers == 1 || (integers > 1 && bytes[integerStart] != UInt8(ascii: "0"))
    if next == UInt8(ascii: ".") {
      offset += 1
      isValid = digits(&self) > 0 && isValid
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      offset += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset += 1 }
      isValid = digits(&self) > 0 && isValid
    }
    let text = String(decoding: bytes[start..<offset], as: UTF8.self)
    guard isValid else { throw failure("'\(text)' is not a number", at: position) }
    return text
  }

  private mutating func string() throws(DocumentFailure) -> String {
    offset += 1
    let start = offset
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      if byte & 0xC0 == 0x80 { continuations += 1 }
      offset += 1
    }
    if next == UInt8(ascii: "\"") {
      offset += 1
      return String(decoding: bytes[start..<offset - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<offset])
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        offset += 1
        return String(decoding: text, as: UTF8.self)
      case UInt8(ascii: "\\"): text += Array(String(try escape()).utf8)
      case 0..<0x20: throw failure("a control character must be escaped in a string")
      default:
        if byte & 0xC0 == 0x80 { continuations += 1 }
        text.append(byte)
        offset += 1
      }
    }
    throw failure("the string does not end")
  }

  private mutating func escape() throws(DocumentFailure) -> Character {
    let position = position
    offset += 1
    guard let byte = next else { throw failure("the string does not end") }
    offset += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"):
      return Character(Unicode.Scalar(byte))
    case UInt8(ascii: "n"): return Character(Unicode.Scalar(0x0A))
    case UInt8(ascii: "r"): return Character(Unicode.Scalar(0x0D))
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "u"): return Character(try scalar())
    default: throw failure("the escape is not one of JSON", at: position)
    }
  }

  /// Returns the scalar of `\uXXXX`, or of a pair of surrogates; U+FFFD for a lone surrogate.
  private mutating func scalar() throws(DocumentFailure) -> Unicode.Scalar {
    let high = try unit()
    guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
    let afterHigh = offset
    guard offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    offset += 2
    let low = try unit()
    guard UTF16.isTrailSurrogate(low) else {
      offset = afterHigh
      return "\u{FFFD}"
    }
    return UTF16.decode(UTF16.EncodedScalar([high, low]))
  }

  private mutating func unit() throws(DocumentFailure) -> UInt16 {
    let digits = bytes[offset..<min(offset + 4, bytes.count)]
    guard digits.count == 4, digits.allSatisfy(\.isHexDigit),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw failure("expected four hexadecimal digits") }
    offset += 4
    return unit
  }

  private mutating func skipSpace() {
    while let byte = next {
      switch byte {
      case 0x20, 0x09, 0x0D: offset += 1
      case 0x0A:
        offset += 1
        line += 1
        lineStart = offset
        continuations = 0
      default: return
      }
    }
  }

  private func failure(
    _ message: String, at position: DocumentNode.Position? = nil
  ) -> DocumentFailure {
    DocumentFailure(message, file: file, position: position ?? self.position)
  }
}
