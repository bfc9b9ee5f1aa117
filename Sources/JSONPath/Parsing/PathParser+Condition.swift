import EndpointRuntime

extension PathParser {
  /// Parses a logical expression.
  mutating func parseOr() throws(JSONPathError) -> Condition {
    var alternatives = [try parseAnd()]
    while try skipOperator("||") { alternatives.append(try parseAnd()) }
    return alternatives.count == 1 ? alternatives[0] : .or(alternatives)
  }

  private mutating func parseAnd() throws(JSONPathError) -> Condition {
    var parts = [try parseBasic()]
    while try skipOperator("&&") { parts.append(try parseBasic()) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  /// Skips an operator and the blanks around it; returns `false` if another character is next.
  private mutating func skipOperator(_ text: String) throws(JSONPathError) -> Bool {
    let start = scanner.position
    scanner.skipBlanks()
    guard scanner.skip(text) else {
      scanner.back(to: start)
      return false
    }
    scanner.skipBlanks()
    return true
  }

  private mutating func parseBasic() throws(JSONPathError) -> Condition {
    if scanner.skip("!") {
      scanner.skipBlanks()
      if scanner.next == "(" { return .not(try parseParentheses()) }
      let start = scanner.position
      guard let test = condition(of: try parseTerm(), at: start) else {
        throw scanner.error("'!' needs a query, a test function, or parentheses", at: start)
      }
      return .not(test)
    }
    if scanner.next == "(" { return try parseParentheses() }
    return try parseComparisonOrTest()
  }

  private mutating func parseParentheses() throws(JSONPathError) -> Condition {
    _ = scanner.skip("(")
    scanner.skipBlanks()
    let condition = try nested { parser throws(JSONPathError) in try parser.parseOr() }
    scanner.skipBlanks()
    guard scanner.skip(")") else { throw scanner.expected("')'") }
    return condition
  }

  private mutating func parseComparisonOrTest() throws(JSONPathError) -> Condition {
    let start = scanner.position
    let term = try parseTerm()
    let end = scanner.position
    scanner.skipBlanks()
    for comparison in Comparison.allCases where scanner.skip(comparison.rawValue) {
      let left = try operand(of: term, at: start)
      scanner.skipBlanks()
      let rightStart = scanner.position
      return .comparison(left, comparison, try operand(of: try parseTerm(), at: rightStart))
    }
    scanner.back(to: end)
    guard let condition = condition(of: term, at: start) else {
      throw scanner.error("a value alone is not a test; compare it", at: start)
    }
    return condition
  }

  /// Returns a term as a test; `nil` if it is a value.
  private func condition(of term: FilterTerm, at position: Int) -> Condition? {
    switch term {
    case .query(let query): .exists(query)
    case .test(let condition): condition
    case .operand: nil
    }
  }

  /// Returns a term as a value to compare.
  func operand(of term: FilterTerm, at position: Int) throws(JSONPathError) -> Operand {
    switch term {
    case .operand(let operand): return operand
    case .query(let query):
      guard query.isSingular else {
        throw scanner.error(
          "the query can select several values; compare count(…) or value(…)", at: position)
      }
      return .query(query)
    case .test:
      throw scanner.error("the result of the function cannot be compared", at: position)
    }
  }
}

/// A literal, a query, or a function call, whose role depends on what follows.
enum FilterTerm {
  case operand(Operand)
  case query(PathQuery)
  /// A function call whose result is true or false.
  case test(Condition)
}
