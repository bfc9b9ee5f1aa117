import EndpointModel

/// A parameter in the path, the query, or the header.
struct ParameterDeclaration {
  let parameterLocation: ParameterLocation
  let name: Located<String>?
  let type: Located<TypeExpression>?
  let isExploded: Located<Bool>?
  let isRequired: Bool
  let defaultValue: Located<String>?
  let unit: UnitDeclaration
  let constraints: ConstraintsDeclaration
  let swiftName: Located<String>?
  let documentation: DocumentationDeclaration
  let location: SourceLocation

  init(_ element: XMLElement, in parameterLocation: ParameterLocation) {
    self.parameterLocation = parameterLocation
    name = element[Self.name]
    type = element[Self.type]
    isExploded = element[Self.explode]
    isRequired = parameterLocation == .path || element[Self.required]?.value == true
    defaultValue = element[Self.defaultValue]
    unit = UnitDeclaration(element)
    constraints = ConstraintsDeclaration(element)
    swiftName = element[FieldDeclaration.swiftName]
    documentation = DocumentationDeclaration(element)
    location = element.location
  }

  private static let name: Attribute<String> = .required("name", "The name on the wire.")
  private static let type: Attribute<TypeExpression> = .required(
    "type", "A scalar, an enum, or an alias of one; [T] for a list, which a path cannot have.")
  private static let explode: Attribute<Bool> = .optional(
    "explode",
    "Whether each value of a list is a parameter of its own  or all are in one, with commas between them. Defaults to true."
  )
  private static let required: Attribute<Bool> = .optional(
    "required", "Whether the parameter is required.")
  private static let defaultValue: Attribute<String> = .optional(
    "default", "The value that the server uses if the parameter is missing.")
  private static func rule(_ summary: String, _ attributes: [any AttributeRule]) -> Grammar.Rule {
    Grammar.Rule(
      summary: summary,
      attributes: [name, type] + attributes + [UnitDeclaration.unit]
        + ConstraintsDeclaration.attributes + [FieldDeclaration.swiftName]
    ).documented()
  }

  static let pathRule = rule(
    "The value of a placeholder of paths. In <api> and <endpoints> it is shared by all paths with the placeholder.",
    [])
  static let queryRule = rule("A query parameter.", [explode, required, defaultValue])
  static let headerRule = rule("A header field.", [required, defaultValue])
}
