import EndpointDefinition
import EndpointModel

extension DefinitionWriter {
  /// Returns the element of a declared type.
  func element(_ type: TypeDraft) -> MarkupElement {
    switch type.form {
    case .structure(let fields, let examples):
      var element = MarkupElement("struct", [("name", type.name)])
      element.add(type.documentation)
      for field in fields { element.add(self.element(field)) }
      for example in examples { element.add(example) }
      return element
    case .enumeration(let cases):
      var element = MarkupElement("enum", [("name", type.name)])
      element.add(type.documentation)
      for value in cases { element.add(self.element(value)) }
      return element
    case .union(let discriminator, let variants):
      var element = MarkupElement(
        "union", [("name", type.name), ("discriminator", discriminator)])
      element.add(type.documentation)
      for variant in variants { element.add(self.element(variant)) }
      return element
    case .alias(let target):
      var element = MarkupElement("alias", [("name", type.name)])
      element.set("type", target.description)
      element.add(type.documentation)
      return element
    }
  }

  /// Returns the element of a case.
  func element(_ value: CaseDraft) -> MarkupElement {
    var element = MarkupElement("case", [("value", value.value), ("swift-name", value.swiftName)])
    element.add(value.documentation)
    return element
  }

  /// Returns the element of a variant.
  func element(_ variant: VariantDraft) -> MarkupElement {
    var element = MarkupElement(
      "variant",
      [
        ("value", variant.value), ("type", variant.type),
        ("indirect", variant.isIndirect ? "true" : nil), ("swift-name", variant.swiftName),
      ])
    element.add(variant.documentation)
    return element
  }

  /// Returns the element of a field.
  func element(_ field: FieldDraft) -> MarkupElement {
    var element = MarkupElement("field", [("name", field.name)])
    element.set("type", field.type.description)
    if field.isRequired { element.set("required", "true") }
    if field.isNullable { element.set("nullable", "true") }
    if field.isIndirect { element.set("indirect", "true") }
    element.set("access", field.access?.rawValue)
    if field.isSensitive { element.set("sensitive", "true") }
    element.set("unit", field.unit?.rawValue)
    element.set(field.constraints)
    element.set("swift-name", field.swiftName)
    element.add(field.documentation)
    return element
  }
}
