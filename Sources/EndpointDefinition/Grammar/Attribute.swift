/// An attribute of an element, with the type of its value.
struct Attribute<Value: AttributeValue>: AttributeRule {
  let name: String
  let isRequired: Bool
  let summary: String

  var form: AttributeForm { Value.form }

  static func required(_ name: String, _ summary: String) -> Self {
    Self(name: name, isRequired: true, summary: summary)
  }

  static func optional(_ name: String, _ summary: String) -> Self {
    Self(name: name, isRequired: false, summary: summary)
  }

  func problem(with attribute: XMLAttribute) -> AttributeProblem? {
    do throws(AttributeProblem) {
      _ = try Value(attribute)
      return nil
    } catch {
      return error
    }
  }
}

/// An attribute of an element, whatever the type of its value.
protocol AttributeRule: Sendable {
  var name: String { get }
  var isRequired: Bool { get }
  /// The description for the schema and the reference.
  var summary: String { get }
  var form: AttributeForm { get }

  /// Returns the reason why a value is invalid; `nil` if it is valid.
  func problem(with attribute: XMLAttribute) -> AttributeProblem?
}

/// The form of an attribute's values, for the schema and the reference.
enum AttributeForm: Sendable {
  case text
  case bool
  case integer
  case number
  case choice([String])
}

/// The reason why an attribute's value is invalid.
struct AttributeProblem: Error {
  var message: String
  var location: SourceLocation
}

/// A type of attribute values.
protocol AttributeValue: Sendable {
  static var form: AttributeForm { get }

  /// Decodes an attribute.
  init(_ attribute: XMLAttribute) throws(AttributeProblem)
}

/// An attribute that is present and valid.
struct Located<Value: Sendable>: Sendable {
  let value: Value
  let attribute: XMLAttribute

  /// The location of the attribute's name.
  var location: SourceLocation { attribute.location }
  /// The location of the first character of the value.
  var valueLocation: SourceLocation { attribute.valueLocation }
}

extension XMLElement {
  /// Returns the value of an attribute; `nil` if it is missing or invalid.
  subscript<Value>(_ rule: Attribute<Value>) -> Located<Value>? {
    guard let attribute = self[rule.name], let value = try? Value(attribute) else { return nil }
    return Located(value: value, attribute: attribute)
  }
}
