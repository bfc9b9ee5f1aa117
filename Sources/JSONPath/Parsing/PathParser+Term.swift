import EndpointRuntime
import Foundation

extension PathParser {
  /// Parses a literal, a query, or a function call.
  mutating func parseTerm() throws(JSONPathError) -> FilterTerm {
    switch scanner.next {
    case "@", "$": return .query(try parseFilterQuery())
    case "'", "\"": return .operand(.literal(.string(try parseString())))
    case "-": return .operand(.literal(try parseNumber()))
    case let next? where next.isDigit: return .operand(.literal(try parseNumber()))
    case let next? where next.isLowercaseLetter: return try parseWord()
    default: throw scanner.expected("a query, a literal, or a function")
    }
  }

  private mutating func parseFilterQuery() throws(JSONPathError) -> PathQuery {
    let isRelative = scanner.take() == "@"
    let segments = try nested { parser throws(JSONPathError) in try parser.parseSegments() }
    return PathQuery(isRelative: isRelative, segments: segments)
  }

  /// Parses `true`, `false`, `null`, or a function call.
  private mutating func parseWord() throws(JSONPathError) -> FilterTerm {
    let start = scanner.position
    let name = scanner.take { $0.isLowercaseLetter || $0.isDigit || $0 == "_" }
    guard scanner.skip("(") else {
      switch name {
      case "true": return .operand(.literal(true))
      case "false": return .operand(.literal(false))
      case "null": return .operand(.literal(.null))
      default: throw scanner.error("'\(name)' is not a literal; write strings in quotes", at: start)
      }
    }
    let term = try nested { parser throws(JSONPathError) in
      try parser.parseCall(name, at: start)
    }
    scanner.skipBlanks()
    guard scanner.skip(")") else { throw scanner.expected("')'") }
    return term
  }

  private mutating func parseCall(_ name: String, at start: Int) throws(JSONPathError)
    -> FilterTerm
  {
    switch name {
    case "length": return .operand(.length(try parseValueArgument()))
    case "count": return .operand(.count(try parseQueryArgument(of: name)))
    case "value": return .operand(.value(try parseQueryArgument(of: name)))
    case "match", "search":
      let text = try parseValueArgument()
      scanner.skipBlanks()
      guard scanner.skip(",") else { throw scanner.expected("','") }
      let pattern = try parseValueArgument()
      return .test(.match(text, pattern: pattern, isWhole: name == "match"))
    default:
      throw scanner.error(
        "unknown function '\(name)'; the functions are length, count, match, search, and value",
        at: start)
    }
  }

  private mutating func parseValueArgument() throws(JSONPathError) -> Operand {
    scanner.skipBlanks()
    let start = scanner.position
    return try operand(of: try parseTerm(), at: start)
  }

  private mutating func parseQueryArgument(of function: String) throws(JSONPathError) -> PathQuery {
    scanner.skipBlanks()
    let start = scanner.position
    guard case .query(let query) = try parseTerm() else {
      throw scanner.error("the argument of \(function)(…) must be a query", at: start)
    }
    return query
  }

  private mutating func parseNumber() throws(JSONPathError) -> JSON {
    let start = scanner.position
    var text = scanner.skip("-") ? "-" : ""
    let digits = scanner.take(while: \.isDigit)
    guard !digits.isEmpty else { throw scanner.expected("a digit") }
    guard !digits.hasPrefix("0") || digits.count == 1 else {
      throw scanner.error("a number has no leading zero", at: start)
    }
    text += digits
    if scanner.skip(".") {
      let fraction = scanner.take(while: \.isDigit)
      guard !fraction.isEmpty else { throw scanner.expected("a digit") }
      text += "." + fraction
    }
    if scanner.skip("e") || scanner.skip("E") {
      let sign = scanner.skip("-") ? "-" : scanner.skip("+") ? "+" : ""
      let exponent = scanner.take(while: \.isDigit)
      guard !exponent.isEmpty else { throw scanner.expected("a digit") }
      text += "e" + sign + exponent
    }
    guard let number = try? JSONDecoder().decode(JSON.self, from: Data(text.utf8)) else {
      throw scanner.error("the number is out of range", at: start)
    }
    return number
  }
}
