/// One of several JSON objects.
struct UnionDeclaration {
  let name: Located<String>?
  let discriminator: Located<String>?
  let variants: [VariantDeclaration]
  let documentation: DocumentationDeclaration
  let location: SourceLocation
  let hasUnknownChildren: Bool

  init(_ element: XMLElement) {
    name = element[TypeDeclaration.nameAttribute]
    discriminator = element[Self.discriminator]
    variants = element.children("variant").map(VariantDeclaration.init)
    documentation = DocumentationDeclaration(element)
    location = element.location
    hasUnknownChildren = element.hasUnknownChildren
  }

  private static let discriminator: Attribute<String> = .optional(
    "discriminator",
    "The field that selects the variant. Without it, the required fields select it.")

  static let rule = Grammar.Rule(
    summary: "One of several JSON objects. An unknown one is kept.",
    attributes: [TypeDeclaration.nameAttribute, discriminator], repeated: ["variant"]
  ).documented()
}

/// A variant of a union.
struct VariantDeclaration {
  let value: Located<String>?
  let type: Located<TypeExpression>?
  let indirect: Located<Bool>?
  let swiftName: Located<String>?
  let documentation: DocumentationDeclaration
  let location: SourceLocation

  init(_ element: XMLElement) {
    value = element[Self.value]
    type = element[Self.type]
    indirect = element[TypeDeclaration.indirect]
    swiftName = element[FieldDeclaration.swiftName]
    documentation = DocumentationDeclaration(element)
    location = element.location
  }

  var isIndirect: Bool { indirect?.value == true }
  /// The name of its type; `nil` for a list or a map.
  var typeName: TypeName? { type?.value.name }

  private static let value: Attribute<String> = .optional(
    "value", "The value of the discriminator.")
  private static let type: Attribute<TypeExpression> = .required("type", "A struct or a union.")

  static let rule = Grammar.Rule(
    summary: "A variant.",
    attributes: [value, type, TypeDeclaration.indirect, FieldDeclaration.swiftName]
  ).documented()
}
