/// Parses a JSON document and reports the location of the first mistake.
struct JSONTextParser {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  /// The maximum nesting.
  private static let maximumDepth = 64

  /// A syntax error with its line and column.
  struct Mistake: Error {
    var message: String
    var line: Int
    var column: Int
  }

  /// Parses a document.
  static func parse(_ text: String) throws(Mistake) -> JSONText {
    var parser = JSONTextParser(scalars: Array(text.unicodeScalars))
    let value = try parser.value()
    parser.skipSpace()
    guard parser.position == parser.scalars.count else {
      throw parser.mistake("unexpected text after the document")
    }
    return value
  }

  private init(scalars: [Unicode.Scalar]) { self.scalars = scalars }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func value() throws(Mistake) -> JSONText {
    skipSpace()
    switch next {
    case "{":
      var names: Set<String> = []
      return .object(
        try collection(from: "{", to: "}") { p throws(Mistake) in
          p.skipSpace()
          let start = p.position
          let member = try p.member()
          guard names.insert(member.name).inserted else {
            p.position = start
            throw p.mistake("the name '\(member.name)' appears twice in one object")
          }
          return member
        })
    case "[":
      return .array(try collection(from: "[", to: "]") { p throws(Mistake) in try p.value() })
    case "\"": return .string(try string())
    case let scalar? where scalar == "-" || ("0"..."9").contains(scalar): return try number()
    case nil: throw mistake("expected a value but the document ends")
    default: return try word()
    }
  }

  private mutating func collection<Element>(
    from opening: Unicode.Scalar, to closing: Unicode.Scalar,
    _ element: (inout JSONTextParser) throws(Mistake) -> Element
  ) throws(Mistake) -> [Element] {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.maximumDepth else { throw mistake("values are nested too deeply") }
    position += 1
    skipSpace()
    var elements: [Element] = []
    guard next != closing else {
      position += 1
      return elements
    }
    while true {
      elements.append(try element(&self))
      skipSpace()
      switch next {
      case closing:
        position += 1
        return elements
      case ",": position += 1
      default: throw mistake("expected '\(closing)' or ','")
      }
    }
  }

  private mutating func member() throws(Mistake) -> JSONText.Member {
    skipSpace()
    guard next == "\"" else { throw mistake("expected a member's name in quotes") }
    let name = try string()
    skipSpace()
    guard next == ":" else { throw mistake("expected ':'") }
    position += 1
    return JSONText.Member(name: name, value: try value())
  }

  private mutating func word() throws(Mistake) -> JSONText {
    let start = position
    while let scalar = next, ("a"..."z").contains(scalar) { position += 1 }
    switch String(String.UnicodeScalarView(scalars[start..<position])) {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default:
      position = start
      throw mistake("expected a value")
    }
  }

  private mutating func number() throws(Mistake) -> JSONText {
    let start = position
    while let scalar = next, "+-.eE0123456789".unicodeScalars.contains(scalar) { position += 1 }
    let text = String(String.UnicodeScalarView(scalars[start..<position]))
    guard text.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+\-]?[0-9]+)?/) != nil else {
      position = start
      throw mistake("'\(text)' is not a number")
    }
    return .number(text)
  }

  private mutating func string() throws(Mistake) -> String {
    position += 1
    var text = String.UnicodeScalarView()
    while let scalar = next {
      position += 1
      switch scalar {
      case "\"": return String(text)
      case "\\": text.append(try escape())
      case "\u{0}"..."\u{1F}":
        position -= 1
        throw mistake("a control character must be escaped in a string")
      default: text.append(scalar)
      }
    }
    throw mistake("the string does not end")
  }

  private mutating func escape() throws(Mistake) -> Unicode.Scalar {
    guard let scalar = next else { throw mistake("the string does not end") }
    position += 1
    switch scalar {
    case "\"", "\\", "/": return scalar
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u":
      let high = try unit()
      guard UTF16.isLeadSurrogate(high) else { return Unicode.Scalar(high) ?? "\u{FFFD}" }
      // What follows a lone surrogate is read on its own.
      let afterHigh = position
      guard scalars[position...].starts(with: ["\\", "u"]) else { return "\u{FFFD}" }
      position += 2
      let low = try unit()
      guard UTF16.isTrailSurrogate(low) else {
        position = afterHigh
        return "\u{FFFD}"
      }
      return UTF16.decode(UTF16.EncodedScalar([high, low]))
    default:
      position -= 1
      throw mistake("'\\\(scalar)' is not an escape")
    }
  }

  private mutating func unit() throws(Mistake) -> UInt16 {
    let digits = String(String.UnicodeScalarView(scalars[position...].prefix(4)))
    guard digits.utf8.count == 4, digits.allSatisfy(\.isHexDigit),
      let unit = UInt16(digits, radix: 16)
    else {
      throw mistake("expected four hexadecimal digits")
    }
    position += 4
    return unit
  }

  private mutating func skipSpace() {
    while let scalar = next, [" ", "\n", "\r", "\t"].contains(scalar) { position += 1 }
  }

  private func mistake(_ message: String) -> Mistake {
    let before = scalars[..<position]
    let lineStart = before.lastIndex(of: "\n").map { $0 + 1 } ?? 0
    return Mistake(
      message: message, line: before.count { $0 == "\n" } + 1, column: position - lineStart + 1)
  }
}
