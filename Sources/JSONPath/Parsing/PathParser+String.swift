extension PathParser {
  /// Parses a string in single or double quotes.
  mutating func parseString() throws(JSONPathError) -> String {
    let start = scanner.position
    let quote = scanner.take()
    var text = String.UnicodeScalarView()
    while let character = scanner.take() {
      switch character {
      case quote: return String(text)
      case "\\": text.append(try parseEscape(quote))
      case _ where character.value < 0x20:
        throw scanner.error(
          "a control character in a string must be escaped", at: scanner.position - 1)
      default: text.append(character)
      }
    }
    throw scanner.error("the string has no closing quotation mark", at: start)
  }

  /// Parses the rest of an escape.
  private mutating func parseEscape(_ quote: Unicode.Scalar?) throws(JSONPathError)
    -> Unicode.Scalar
  {
    let start = scanner.position - 1
    switch scanner.take() {
    case "b": return "\u{8}"
    case "t": return "\t"
    case "n": return "\n"
    case "f": return "\u{C}"
    case "r": return "\r"
    case "/": return "/"
    case "\\": return "\\"
    case let character? where character == quote: return character
    case "u": return try parseUnicodeEscape(at: start)
    default: throw scanner.error("the escape is invalid", at: start)
    }
  }

  /// Parses the digits of `\uXXXX`, and the low surrogate after a high one.
  private mutating func parseUnicodeEscape(at start: Int) throws(JSONPathError) -> Unicode.Scalar {
    let first = try parseHexadecimal()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first < 0xDC00, scanner.skip("\\u") else {
      throw scanner.error("the escape is half of a surrogate pair", at: start)
    }
    let second = try parseHexadecimal()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw scanner.error("the escape is half of a surrogate pair", at: start) }
    return scalar
  }

  private mutating func parseHexadecimal() throws(JSONPathError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = scanner.next, digit.properties.isASCIIHexDigit,
        let number = UInt32(String(digit), radix: 16)
      else { throw scanner.expected("a hexadecimal digit") }
      value = value << 4 | number
      _ = scanner.take()
    }
    return value
  }
}
