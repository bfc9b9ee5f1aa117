/// A pass over the bytes of a JSON document that validates them and lists the values.
///
/// It validates the grammar of RFC 8259, UTF-8, and the nesting.
struct JSONScanner {
  /// The reason why bytes are not a document.
  struct Flaw: Error, CustomStringConvertible {
    let description: String
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var position = 0
  private var entries: [JSONIndex.Entry] = []
  /// The positions of the entries of the containers that are not closed.
  private var open: [Int] = []

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// Returns the values of the document.
  mutating func scan() throws(Flaw) -> [JSONIndex.Entry] {
    entries.reserveCapacity(bytes.count / 10 + 4)
    if byte(at: 0) == 0xEF, byte(at: 1) == 0xBB, byte(at: 2) == 0xBF { position = 3 }
    repeat {
      try scanValue()
    } while try continues()
    skipSpace()
    guard position == bytes.count else { throw unexpected("after the value") }
    return entries
  }

  /// The byte at a position, or 0 after the end. 0 is invalid everywhere in a document.
  @inline(__always) private func byte(at position: Int) -> UInt8 {
    position < bytes.count ? bytes[position] : 0
  }

  private mutating func skipSpace() {
    while case let byte = byte(at: position),
      byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    {
      position += 1
    }
  }

  /// Scans a scalar, or the beginning of a container up to its first value.
  private mutating func scanValue() throws(Flaw) {
    skipSpace()
    let start = position
    switch byte(at: position) {
    case UInt8(ascii: "\""): try scanString()
    case UInt8(ascii: "{"): try begin(.object)
    case UInt8(ascii: "["): try begin(.array)
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      append(try scanNumber(), from: start, to: position)
    case UInt8(ascii: "t"):
      try skip("true")
      append(.yes, from: start, to: position)
    case UInt8(ascii: "f"):
      try skip("false")
      append(.no, from: start, to: position)
    case UInt8(ascii: "n"):
      try skip("null")
      append(.null, from: start, to: position)
    default: throw unexpected("where a value is expected")
    }
  }

  /// Scans what follows a value, up to the next value; returns `false` at the end of the document.
  private mutating func continues() throws(Flaw) -> Bool {
    while let container = open.last {
      let isObject = entries[container].kind == .object
      // The last entry is the container's own directly after its beginning.
      let isEmpty = entries.count == container + 1
      skipSpace()
      switch byte(at: position) {
      case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
        position += 1
        open.removeLast()
        entries[container].next = UInt32(entries.count)
        continue
      case UInt8(ascii: ",") where !isEmpty: position += 1
      default:
        guard isEmpty else { throw unexpected("after a value") }
      }
      entries[container].length += 1
      if isObject { try scanName() }
      return true
    }
    return false
  }

  private mutating func begin(_ kind: JSONIndex.Entry.Kind) throws(Flaw) {
    guard open.count < JSONIndex.depthLimit else {
      throw Flaw(description: "it is nested deeper than \(JSONIndex.depthLimit) levels")
    }
    open.append(entries.count)
    entries.append(.init(kind: kind, start: UInt32(truncatingIfNeeded: position)))
    position += 1
  }

  private mutating func scanName() throws(Flaw) {
    skipSpace()
    guard byte(at: position) == UInt8(ascii: "\"") else {
      throw unexpected("where a name is expected")
    }
    try scanString()
    skipSpace()
    guard byte(at: position) == UInt8(ascii: ":") else { throw unexpected("after a name") }
    position += 1
  }

  private mutating func append(_ kind: JSONIndex.Entry.Kind, from start: Int, to end: Int) {
    entries.append(
      .init(
        kind: kind, start: UInt32(truncatingIfNeeded: start),
        length: UInt32(truncatingIfNeeded: end - start),
        next: UInt32(truncatingIfNeeded: entries.count + 1)))
  }

  private mutating func skip(_ word: StaticString) throws(Flaw) {
    for offset in 0..<word.utf8CodeUnitCount
    where byte(at: position + offset) != word.utf8Start[offset] {
      throw unexpected("where a value is expected")
    }
    position += word.utf8CodeUnitCount
  }

  /// The flaw of a byte that is invalid at its position.
  private func unexpected(_ context: String) -> Flaw {
    guard position < bytes.count else {
      return Flaw(description: "it is not valid JSON: it ends early")
    }
    return Flaw(description: "it is not valid JSON: byte \(position) is unexpected \(context)")
  }
}

// Numbers.
extension JSONScanner {
  private mutating func scanNumber() throws(Flaw) -> JSONIndex.Entry.Kind {
    if byte(at: position) == UInt8(ascii: "-") { position += 1 }
    if byte(at: position) == UInt8(ascii: "0") { position += 1 } else { try skipDigits() }
    var kind = JSONIndex.Entry.Kind.integer
    if byte(at: position) == UInt8(ascii: ".") {
      position += 1
      try skipDigits()
      kind = .number
    }
    if byte(at: position) | 0x20 == UInt8(ascii: "e") {
      position += 1
      if byte(at: position) == UInt8(ascii: "+") || byte(at: position) == UInt8(ascii: "-") {
        position += 1
      }
      try skipDigits()
      kind = .number
    }
    return kind
  }

  private mutating func skipDigits() throws(Flaw) {
    let start = position
    while case 0x30...0x39 = byte(at: position) { position += 1 }
    guard position > start else { throw unexpected("in a number") }
  }
}

// Strings.
extension JSONScanner {
  private mutating func scanString() throws(Flaw) {
    position += 1
    let start = position
    var kind = JSONIndex.Entry.Kind.string
    while true {
      skipPlainBytes()
      switch byte(at: position) {
      case UInt8(ascii: "\""):
        append(kind, from: start, to: position)
        position += 1
        return
      case UInt8(ascii: "\\"):
        kind = .escapedString
        try skipEscape()
      case 0x80...0xFF: try skipCharacter()
      case 0..<0x20: throw unexpected("in a string")
      default: position += 1
      }
    }
  }

  /// Skips bytes, eight at once, that are ASCII and neither control characters, quotation marks nor
  /// backslashes.
  @inline(__always) private mutating func skipPlainBytes() {
    let base = UnsafeRawPointer(bytes.baseAddress)
    while let base, bytes.count - position >= 8 {
      let word = UInt64(
        littleEndian: base.loadUnaligned(fromByteOffset: position, as: UInt64.self))
      let special =
        (word | Self.zeroBytes(word ^ 0x2222_2222_2222_2222)
          | Self.zeroBytes(word ^ 0x5C5C_5C5C_5C5C_5C5C)
          | (word &- 0x2020_2020_2020_2020) & ~word)
        & 0x8080_8080_8080_8080
      guard special == 0 else {
        position += special.trailingZeroBitCount / 8
        return
      }
      position += 8
    }
  }

  /// Sets the highest bit of the lowest byte that is zero. Bytes after it can have the bit too.
  @inline(__always) private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- 0x0101_0101_0101_0101) & ~word
  }

  private mutating func skipEscape() throws(Flaw) {
    position += 1
    switch byte(at: position) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"),
      UInt8(ascii: "f"), UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      position += 1
    case UInt8(ascii: "u"):
      let unit = try skipCodeUnit()
      guard unit & 0xF800 == 0xD800 else { return }
      // A surrogate must be the first of a pair.
      guard unit < 0xDC00, byte(at: position) == UInt8(ascii: "\\"),
        byte(at: position + 1) == UInt8(ascii: "u")
      else { throw unexpected("after a surrogate") }
      position += 1
      guard try skipCodeUnit() & 0xFC00 == 0xDC00 else { throw unexpected("after a surrogate") }
    default: throw unexpected("after a backslash")
    }
  }

  /// Skips the `u` and the digits of an escaped code unit.
  private mutating func skipCodeUnit() throws(Flaw) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      position += 1
      guard let digit = HexDigits.value(byte(at: position)) else {
        throw unexpected("in an escape sequence")
      }
      unit = unit << 4 | digit
    }
    position += 1
    return unit
  }

  /// Skips a character of several bytes (RFC 3629).
  private mutating func skipCharacter() throws(Flaw) {
    let (length, second): (Int, ClosedRange<UInt8>) =
      switch byte(at: position) {
      case 0xC2...0xDF: (2, 0x80...0xBF)
      case 0xE0: (3, 0xA0...0xBF)
      case 0xED: (3, 0x80...0x9F)
      case 0xE1...0xEF: (3, 0x80...0xBF)
      case 0xF0: (4, 0x90...0xBF)
      case 0xF4: (4, 0x80...0x8F)
      case 0xF1...0xF3: (4, 0x80...0xBF)
      default: throw unexpected("in UTF-8")
      }
    guard second.contains(byte(at: position + 1)),
      length < 3 || byte(at: position + 2) & 0xC0 == 0x80,
      length < 4 || byte(at: position + 3) & 0xC0 == 0x80
    else { throw unexpected("in UTF-8") }
    position += length
  }
}
