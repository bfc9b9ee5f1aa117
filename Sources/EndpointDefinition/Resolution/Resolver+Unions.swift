import EndpointModel

extension Resolver {
  /// Returns the model of a union.
  mutating func union(_ element: XMLElement, name: String) -> UnionModel? {
    let variants = element.children("variant")
    if variants.isEmpty, !element.hasUnknownChildren {
      report("the union '\(name)' has no <variant>; add one", at: element.location)
    }
    let discriminator = element["discriminator"]?.value
    checkUnique(variants, by: "value") { "the value '\($0)' is declared twice; remove one" }
    if discriminator == nil {
      checkUnique(variants, by: "type") { "the type '\($0)' is a variant twice; remove one" }
    }
    var models: [UnionModel.Variant] = []
    for variant in variants {
      check(swiftNameOf: variant)
      checkValue(of: variant, discriminator: discriminator)
      guard case .named(let type) = typeReference(of: variant) else {
        if let scalar = variant["type"], ScalarType(rawValue: scalar.value) != nil {
          report(
            "a variant must be a struct or a union, not \(scalar.value)", at: scalar.valueLocation)
        }
        continue
      }
      checkKind(of: type, variant: variant, discriminator: discriminator)
      models.append(
        UnionModel.Variant(
          value: variant["value"]?.value, type: type, swiftName: variant["swift-name"]?.value,
          documentation: documentation(of: variant), requiredFields: requiredFields(of: type),
          isIndirect: variant.flag("indirect"), location: variant.location))
    }
    if let discriminator = element["discriminator"] {
      warnAboutSpelling(of: discriminator, models)
      noteFields(writtenBy: discriminator, models)
    }
    return UnionModel(
      name: name, documentation: documentation(ofType: element),
      selection: discriminator.map { .discriminator($0) } ?? .shape, variants: models,
      sharedFields: sharedFields(of: element), location: element.location)
  }

  /// Returns the fields that all variants have with the same Swift name and type.
  mutating func sharedFields(of element: XMLElement) -> [FieldModel] {
    let variants = element.children("variant").map { variant -> [FieldModel] in
      guard let name = variant["type"]?.value, let type = types[name], type.name == "struct"
      else { return [] }
      return fieldModels(of: type)
    }
    guard let first = variants.first else { return [] }
    return first.compactMap { field in
      let all = variants.compactMap { fields in fields.first { $0.isShared(with: field) } }
      guard all.count == variants.count, !field.isNullable else { return nil }
      var field = field
      // An unknown variant has none of them.
      field.isRequired = false
      return field
    }
  }

  /// Warns about a discriminator that is similar to a field of a variant.
  private mutating func warnAboutSpelling(
    of discriminator: XMLAttribute, _ variants: [UnionModel.Variant]
  ) {
    let names = variants.compactMap { types[$0.type] }.flatMap(fields).compactMap {
      $0["name"]?.value
    }
    guard !names.contains(discriminator.value),
      let similar = Suggestion.closest(to: discriminator.value, among: names)
    else { return }
    warn(
      "no variant has a field '\(discriminator.value)'; did you mean '\(similar)'?",
      at: discriminator.valueLocation)
  }

  /// Records fields of variants with the discriminator's name, which the union encodes itself.
  private mutating func noteFields(
    writtenBy discriminator: XMLAttribute, _ variants: [UnionModel.Variant]
  ) {
    for variant in variants {
      guard let type = types[variant.type], type.name == "struct",
        let field = fields(of: type).first(where: { $0["name"]?.value == discriminator.value })
      else { continue }
      let note = Diagnostic(
        .note, "the union's discriminator is here", at: discriminator.location)
      let warning = Diagnostic(
        .warning,
        "the union writes '\(discriminator.value)' itself and overwrites this field; remove the field",
        at: field.location, notes: [note])
      writtenFields.append((variant.type, warning))
    }
  }

  /// Warns about fields that unions overwrite, in structs that only unions refer to. Elsewhere the
  /// field is needed.
  mutating func warnAboutWrittenFields() {
    diagnostics += writtenFields.filter { !typesBesideUnions.contains($0.type) }.map(\.warning)
  }

  private func requiredFields(of type: String) -> [String] {
    types[type].map(fields)?.filter { $0.flag("required") }.compactMap { $0["name"]?.value } ?? []
  }

  private mutating func checkValue(of variant: XMLElement, discriminator: String?) {
    switch (discriminator, variant["value"]) {
    case (let discriminator?, nil):
      report(
        "the variant has no value for the discriminator '\(discriminator)'; add value=\"…\"",
        at: variant.location)
    case (nil, let value?):
      report(
        "a union without a discriminator selects by shape; remove the value or add discriminator",
        at: value.location)
    default: return
    }
  }

  private mutating func checkKind(of type: String, variant: XMLElement, discriminator: String?) {
    guard let declaration = types[type], let attribute = variant["type"] else { return }
    if declaration.name == "enum" || declaration.name == "alias" {
      report(
        "a variant must be a struct or a union, not the \(declaration.name) '\(type)'",
        at: attribute.valueLocation)
    } else if discriminator == nil, declaration.name == "union" {
      report(
        "a union cannot be selected by shape; add a discriminator or list its variants here",
        at: attribute.valueLocation)
    } else if discriminator == nil, requiredFields(of: type).isEmpty {
      report(
        "'\(type)' has no required field, so it cannot be distinguished from other variants; make one required or name a discriminator",
        at: attribute.valueLocation)
    }
  }
}

extension FieldModel {
  /// Whether two fields of different structs can be one property.
  fileprivate func isShared(with other: FieldModel) -> Bool {
    (swiftName ?? name) == (other.swiftName ?? other.name) && type == other.type
      && unit == other.unit && isNullable == other.isNullable
  }
}
