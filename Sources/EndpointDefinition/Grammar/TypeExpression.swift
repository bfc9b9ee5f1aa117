/// A type as it is written: `T`, `[T]` or `[String: T]`.
indirect enum TypeExpression: AttributeValue {
  /// A scalar or a declared type.
  case name(TypeName)
  /// A list of values.
  case list(TypeExpression)
  /// A JSON object whose fields all have one type.
  case map(TypeExpression)

  static let form = AttributeForm.text

  init(_ attribute: XMLAttribute) throws(AttributeProblem) {
    var parser = TypeParser(attribute: attribute)
    self = try parser.type()
  }

  /// The name; `nil` for a list or a map.
  var name: TypeName? { if case .name(let name) = self { name } else { nil } }

  /// The only name that it mentions.
  var innermost: TypeName {
    switch self {
    case .name(let name): name
    case .list(let element), .map(let element): element.innermost
    }
  }
}

/// The name of a type where it is used.
struct TypeName: Sendable {
  var text: String
  var location: SourceLocation
}

/// Parses a type.
private struct TypeParser {
  private let attribute: XMLAttribute
  private var rest: Substring
  private var depth = 0

  init(attribute: XMLAttribute) {
    self.attribute = attribute
    rest = attribute.value[...]
  }

  mutating func type() throws(AttributeProblem) -> TypeExpression {
    let type = try expression()
    skipSpace()
    guard rest.isEmpty else { throw problem("unexpected '\(rest)' after the type; remove it") }
    return type
  }

  private mutating func expression() throws(AttributeProblem) -> TypeExpression {
    skipSpace()
    guard rest.first == "[" else { return .name(try name()) }
    depth += 1
    guard depth <= 16 else {
      throw problem("the type is nested deeper than 16 levels; use a struct")
    }
    rest.removeFirst()
    let start = rest
    let first = try expression()
    skipSpace()
    if rest.first == ":" {
      guard first.name?.text == "String" else {
        rest = start
        throw problem("the keys of a map are strings; write [String: T]")
      }
      rest.removeFirst()
      let value = try expression()
      try close()
      return .map(value)
    }
    try close()
    return .list(first)
  }

  private mutating func name() throws(AttributeProblem) -> TypeName {
    let name = rest.prefix { !"[]:".contains($0) && !$0.isWhitespace }
    guard !name.isEmpty else {
      throw problem("the name of a type is missing; write T, [T] or [String: T]")
    }
    if name.last == "?" {
      throw problem(
        "optional fields have no '?'; write '\(name.dropLast())' without required=\"true\"")
    }
    defer { rest = rest[name.endIndex...] }
    return TypeName(text: String(name), location: attribute.location(at: name.startIndex))
  }

  private mutating func close() throws(AttributeProblem) {
    skipSpace()
    guard rest.first == "]" else { throw problem("']' is missing; write [T] or [String: T]") }
    rest.removeFirst()
    depth -= 1
  }

  private mutating func skipSpace() { rest = rest.drop(while: \.isWhitespace) }

  private func problem(_ message: String) -> AttributeProblem {
    AttributeProblem(message: message, location: attribute.location(at: rest.startIndex))
  }
}
