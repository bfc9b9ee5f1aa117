import EndpointModel

/// A JSON object with known fields.
struct StructDeclaration {
  let name: Located<String>?
  let members: [Member]
  let examples: [ExampleDeclaration]
  let documentation: DocumentationDeclaration
  let location: SourceLocation
  let hasUnknownChildren: Bool

  /// A part of a struct, in the order of the file.
  enum Member {
    case field(FieldDeclaration)
    case include(IncludeDeclaration)
  }

  init(_ element: XMLElement) {
    name = element[TypeDeclaration.nameAttribute]
    members = element.children.compactMap { child in
      switch child.name {
      case "field": .field(FieldDeclaration(child))
      case "include": .include(IncludeDeclaration(child))
      default: nil
      }
    }
    examples = element.children("example").map(ExampleDeclaration.init)
    documentation = DocumentationDeclaration(element)
    location = element.location
    hasUnknownChildren = element.hasUnknownChildren
  }

  /// Its own fields.
  var fields: [FieldDeclaration] {
    members.compactMap { if case .field(let field) = $0 { field } else { nil } }
  }

  /// The structs that it includes.
  var includes: [IncludeDeclaration] {
    members.compactMap { if case .include(let include) = $0 { include } else { nil } }
  }

  static let rule = Grammar.Rule(
    summary: "A JSON object with known fields. Unknown fields are ignored.",
    attributes: [TypeDeclaration.nameAttribute], repeated: ["include", "field", "example"]
  ).documented()
}

/// Includes all fields of another struct.
struct IncludeDeclaration {
  let type: Located<String>?
  let location: SourceLocation

  init(_ element: XMLElement) {
    type = element[Self.type]
    location = element.location
  }

  private static let type: Attribute<String> = .required("type", "The other struct.")

  static let rule = Grammar.Rule(
    summary: "Includes all fields of another struct.", attributes: [type])
}

/// A field of a JSON object.
struct FieldDeclaration {
  let name: Located<String>?
  let type: Located<TypeExpression>?
  let isRequired: Bool
  let isNullable: Bool
  let indirect: Located<Bool>?
  let access: Located<FieldAccess>?
  let isSensitive: Bool
  let unit: UnitDeclaration
  let constraints: ConstraintsDeclaration
  let swiftName: Located<String>?
  let documentation: DocumentationDeclaration
  let location: SourceLocation

  init(_ element: XMLElement) {
    name = element[Self.name]
    type = element[Self.type]
    isRequired = element[Self.required]?.value == true
    isNullable = element[Self.nullable]?.value == true
    indirect = element[TypeDeclaration.indirect]
    access = element[Self.access]
    isSensitive = element[Self.sensitive]?.value == true
    unit = UnitDeclaration(element)
    constraints = ConstraintsDeclaration(element)
    swiftName = element[Self.swiftName]
    documentation = DocumentationDeclaration(element)
    location = element.location
  }

  var isIndirect: Bool { indirect?.value == true }

  private static let name: Attribute<String> = .required("name", "The name in JSON.")
  private static let type: Attribute<TypeExpression> = .required(
    "type", "The type: a scalar or a declared type T, a list [T], or a map [String: T].")
  private static let required: Attribute<Bool> = .optional(
    "required", "Whether the field is always present.")
  private static let nullable: Attribute<Bool> = .optional(
    "nullable", "Whether null differs from absence.")
  private static let access: Attribute<FieldAccess> = .optional(
    "access", "Whether the field is only in responses (read) or only in requests (write).")
  private static let sensitive: Attribute<Bool> = .optional(
    "sensitive", "Whether the value is a secret, which descriptions do not show.")
  /// All elements with a name on the wire have it.
  static let swiftName: Attribute<String> = .optional(
    "swift-name", "The name in Swift. Defaults to a name derived from the one on the wire.")

  static let rule = Grammar.Rule(
    summary: "A field of a JSON object.",
    attributes: [name, type, required, nullable, TypeDeclaration.indirect, access, sensitive]
      + [UnitDeclaration.unit] + ConstraintsDeclaration.attributes + [swiftName]
  ).documented()
}

/// The unit of a numeric date or duration.
struct UnitDeclaration {
  let value: TimeUnit?
  /// The attribute even if its value is invalid.
  let attribute: XMLAttribute?

  init(_ element: XMLElement) {
    value = element[Self.unit]?.value
    attribute = element[Self.unit.name]
  }

  static let unit: Attribute<TimeUnit> = .optional(
    "unit", "The unit of a numeric Date or Duration.")
}
