/// What the values of a parameter or a field must be like.
struct ConstraintsDeclaration {
  let pattern: Located<String>?
  let minimum: Located<Double>?
  let maximum: Located<Double>?
  let minLength: Located<Int>?
  let maxLength: Located<Int>?
  let minItems: Located<Int>?
  let maxItems: Located<Int>?
  let uniqueItems: Located<Bool>?
  let values: Located<WordList>?

  init(_ element: XMLElement) {
    pattern = element[Self.pattern]
    minimum = element[Self.minimum]
    maximum = element[Self.maximum]
    minLength = element[Self.minLength]
    maxLength = element[Self.maxLength]
    minItems = element[Self.minItems]
    maxItems = element[Self.maxItems]
    uniqueItems = element[Self.uniqueItems]
    values = element[Self.values]
  }

  private static let pattern: Attribute<String> = .optional(
    "pattern", "A regular expression that matches a part of every value.")
  private static let minimum: Attribute<Double> = .optional("minimum", "The smallest number.")
  private static let maximum: Attribute<Double> = .optional("maximum", "The largest number.")
  private static let minLength: Attribute<Int> = .optional(
    "min-length", "The shortest length in characters.")
  private static let maxLength: Attribute<Int> = .optional(
    "max-length", "The longest length in characters.")
  private static let minItems: Attribute<Int> = .optional(
    "min-items", "The smallest number of items of a list.")
  private static let maxItems: Attribute<Int> = .optional(
    "max-items", "The largest number of items of a list.")
  private static let uniqueItems: Attribute<Bool> = .optional(
    "unique-items", "Whether the items of a list differ from one another.")
  private static let values: Attribute<WordList> = .optional(
    "values", "The accepted values, separated by spaces.")

  static let attributes: [any AttributeRule] = [
    pattern, minimum, maximum, minLength, maxLength, minItems, maxItems, uniqueItems, values,
  ]
}
