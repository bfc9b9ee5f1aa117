import EndpointRuntime

/// A logical expression of a filter.
indirect enum Condition: Sendable {
  case or([Condition])
  case and([Condition])
  case not(Condition)
  case comparison(Operand, Comparison, Operand)
  /// Whether a query selects a value.
  case exists(PathQuery)
  /// Whether a text matches a regular expression (RFC 9485), whole or in a part.
  case match(Operand, pattern: Operand, isWhole: Bool)
}

/// A value that is compared.
indirect enum Operand: Sendable {
  case literal(JSON)
  /// The value that a singular query selects.
  case query(PathQuery)
  /// The length of a string, an array, or an object.
  case length(Operand)
  /// The number of values that a query selects.
  case count(PathQuery)
  /// The value that a query selects if it selects exactly one.
  case value(PathQuery)
}

/// A comparison operator.
enum Comparison: String, CaseIterable, Sendable {
  // Longer operators precede those that they begin with.
  case equal = "=="
  case notEqual = "!="
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
}
