import Foundation

/// A violation of the syntax of JSON, with its location.
struct JSONSyntaxError: Error, Hashable, CustomStringConvertible {
  /// The number of the line, from 1.
  let line: Int
  /// The number of the character in the line, from 1.
  let column: Int
  /// The problem.
  let problem: String

  var description: String { "line \(line), column \(column): \(problem)" }
}

/// Checks the syntax of JSON (RFC 8259). Foundation's decoder does not report the location of an
/// error, and accepts more than JSON.
struct JSONSyntax {
  private let bytes: [UInt8]
  private var position = 0
  /// The closing bracket of each open array and object.
  private var closings: [Unicode.Scalar] = []

  private init(_ document: Data) { bytes = Array(document) }

  /// Checks a document.
  ///
  /// - Throws: The first violation.
  static func check(_ document: Data) throws(JSONSyntaxError) {
    var syntax = JSONSyntax(document)
    try syntax.checkEncoding()
    try syntax.skipValue()
    while let closing = syntax.closings.last {
      if syntax.skip(",") {
        if closing == "}" { try syntax.skipName() }
        try syntax.skipValue()
      } else if syntax.skip(closing) {
        syntax.closings.removeLast()
      } else {
        throw syntax.expected("',' or '\(closing)'")
      }
    }
    syntax.skipSpace()
    if syntax.next != nil { throw syntax.expected("the end of the document") }
  }

  private func checkEncoding() throws(JSONSyntaxError) {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let scalar): offset += scalar.count
      case .emptyInput: return
      case .error: throw error("the byte is not UTF-8", at: offset)
      }
    }
  }

  /// Skips a value, or the beginning of an array or object.
  private mutating func skipValue() throws(JSONSyntaxError) {
    while true {
      skipSpace()
      switch next {
      case "{":
        position += 1
        if skip("}") { return }
        closings.append("}")
        try skipName()
      case "[":
        position += 1
        if skip("]") { return }
        closings.append("]")
      case "\"": return try skipString()
      case "-": return try skipNumber()
      case _ where isDigit: return try skipNumber()
      default:
        for literal in ["true", "false", "null"]
        where bytes[position...].starts(with: literal.utf8) {
          position += literal.utf8.count
          return
        }
        throw expected("a value")
      }
    }
  }

  private mutating func skipName() throws(JSONSyntaxError) {
    skipSpace()
    guard next == "\"" else { throw expected("a name in double quotes") }
    try skipString()
    guard skip(":") else { throw expected("':'") }
  }

  private mutating func skipString() throws(JSONSyntaxError) {
    let start = position
    position += 1
    while let character = next {
      guard character.value >= 0x20 else {
        throw error("a control character in a string must be escaped")
      }
      position += 1
      switch character {
      case "\"": return
      case "\\": try skipEscape()
      default: continue
      }
    }
    throw error("the string has no closing quotation mark", at: start)
  }

  private mutating func skipEscape() throws(JSONSyntaxError) {
    switch next {
    case "\"", "\\", "/", "b", "f", "n", "r", "t": position += 1
    case "u":
      position += 1
      for _ in 0..<4 {
        guard let digit = next, digit.properties.isASCIIHexDigit else {
          throw expected("a hexadecimal digit")
        }
        position += 1
      }
    default: throw expected("an escape such as \\n")
    }
  }

  private mutating func skipNumber() throws(JSONSyntaxError) {
    if next == "-" { position += 1 }
    if next == "0" { position += 1 } else { try skipDigits() }
    if next == "." {
      position += 1
      try skipDigits()
    }
    if next == "e" || next == "E" {
      position += 1
      if next == "+" || next == "-" { position += 1 }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(JSONSyntaxError) {
    guard isDigit else { throw expected("a digit") }
    while isDigit { position += 1 }
  }

  private mutating func skipSpace() {
    while let character = next, " \n\r\t".unicodeScalars.contains(character) { position += 1 }
  }

  /// Skips a character and the space before it; returns `false` if another one is next.
  private mutating func skip(_ character: Unicode.Scalar) -> Bool {
    skipSpace()
    guard next == character else { return false }
    position += 1
    return true
  }

  private var isDigit: Bool { next.map { ("0"..."9").contains($0) } ?? false }

  /// The next byte, as a scalar; `nil` at the end.
  private var next: Unicode.Scalar? {
    position < bytes.count ? Unicode.Scalar(bytes[position]) : nil
  }

  private func expected(_ what: String) -> JSONSyntaxError {
    let found = String(decoding: bytes[position...].prefix(16), as: UTF8.self).first
    return error("expected \(what), found \(found.map { "'\($0)'" } ?? "the end of the document")")
  }

  private func error(_ problem: String, at offset: Int? = nil) -> JSONSyntaxError {
    let lines = bytes[..<(offset ?? position)].split(
      separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let column = (lines.last ?? []).count { $0 & 0xC0 != 0x80 }
    return JSONSyntaxError(line: lines.count, column: column + 1, problem: problem)
  }
}
