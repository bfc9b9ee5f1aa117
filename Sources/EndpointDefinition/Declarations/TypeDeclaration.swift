/// The declaration of a type.
enum TypeDeclaration {
  case structure(StructDeclaration)
  case enumeration(EnumDeclaration)
  case union(UnionDeclaration)
  case alias(AliasDeclaration)

  /// Creates the declaration of an element; `nil` if it declares no type.
  init?(_ element: XMLElement) {
    switch element.name {
    case "struct": self = .structure(StructDeclaration(element))
    case "enum": self = .enumeration(EnumDeclaration(element))
    case "union": self = .union(UnionDeclaration(element))
    case "alias": self = .alias(AliasDeclaration(element))
    default: return nil
    }
  }

  /// The kind of the type in diagnostics.
  var kind: String {
    switch self {
    case .structure: "struct"
    case .enumeration: "enum"
    case .union: "union"
    case .alias: "alias"
    }
  }

  var name: Located<String>? {
    switch self {
    case .structure(let declaration): declaration.name
    case .enumeration(let declaration): declaration.name
    case .union(let declaration): declaration.name
    case .alias(let declaration): declaration.name
    }
  }

  var location: SourceLocation {
    switch self {
    case .structure(let declaration): declaration.location
    case .enumeration(let declaration): declaration.location
    case .union(let declaration): declaration.location
    case .alias(let declaration): declaration.location
    }
  }

  var hasUnknownChildren: Bool {
    switch self {
    case .structure(let declaration): declaration.hasUnknownChildren
    case .enumeration(let declaration): declaration.hasUnknownChildren
    case .union(let declaration): declaration.hasUnknownChildren
    case .alias: false
    }
  }

  static let nameAttribute: Attribute<String> = .required(
    "name", "The name, unique in the module.")
  /// Fields and variants have it.
  static let indirect: Attribute<Bool> = .optional(
    "indirect", "Whether the value is stored indirectly, so that a type can contain itself.")
}

/// An alias of a type, such as a list of lists.
struct AliasDeclaration {
  let name: Located<String>?
  let type: Located<TypeExpression>?
  let documentation: DocumentationDeclaration
  let location: SourceLocation

  init(_ element: XMLElement) {
    name = element[TypeDeclaration.nameAttribute]
    type = element[Self.type]
    documentation = DocumentationDeclaration(element)
    location = element.location
  }

  private static let type: Attribute<TypeExpression> = .required("type", "The aliased type.")

  static let rule = Grammar.Rule(
    summary: "An alias of a type, such as a list of lists.",
    attributes: [TypeDeclaration.nameAttribute, type]
  ).documented()
}

/// A string enumeration with known values, which keeps others.
struct EnumDeclaration {
  let name: Located<String>?
  let cases: [CaseDeclaration]
  let documentation: DocumentationDeclaration
  let location: SourceLocation
  let hasUnknownChildren: Bool

  init(_ element: XMLElement) {
    name = element[TypeDeclaration.nameAttribute]
    cases = element.children("case").map(CaseDeclaration.init)
    documentation = DocumentationDeclaration(element)
    location = element.location
    hasUnknownChildren = element.hasUnknownChildren
  }

  /// The known values.
  var values: [String] { cases.compactMap { $0.value?.value } }

  static let rule = Grammar.Rule(
    summary: "A string enumeration with known values, which keeps others.",
    attributes: [TypeDeclaration.nameAttribute], repeated: ["case"]
  ).documented()
}

/// A known value of an enumeration.
struct CaseDeclaration {
  let value: Located<String>?
  let swiftName: Located<String>?
  let documentation: DocumentationDeclaration
  let location: SourceLocation

  init(_ element: XMLElement) {
    value = element[Self.value]
    swiftName = element[FieldDeclaration.swiftName]
    documentation = DocumentationDeclaration(element)
    location = element.location
  }

  private static let value: Attribute<String> = .required("value", "The string on the wire.")

  static let rule = Grammar.Rule(
    summary: "A known value.", attributes: [value, FieldDeclaration.swiftName]
  ).documented()
}
