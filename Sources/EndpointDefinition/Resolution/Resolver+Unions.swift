import EndpointModel

extension Resolver {
  /// Returns the model of a union.
  mutating func union(_ declaration: UnionDeclaration, name: String) -> UnionModel {
    if declaration.variants.isEmpty, !declaration.hasUnknownChildren {
      report("the union '\(name)' has no <variant>; add one", at: declaration.location)
    }
    let discriminator = declaration.discriminator
    checkUnique(declaration.variants.map { ($0.value, $0.location) }) {
      "the value '\($0)' is declared twice; remove one"
    }
    if discriminator == nil { checkUniqueTypes(of: declaration.variants) }
    let variants = declaration.variants.compactMap {
      variant($0, discriminator: discriminator?.value)
    }
    if let discriminator {
      warnAboutSpelling(of: discriminator, variants)
      noteFields(writtenBy: discriminator, variants)
    }
    return UnionModel(
      name: name, documentation: documentation(ofType: declaration.documentation),
      selection: discriminator.map { .discriminator($0.value) } ?? .shape, variants: variants,
      sharedFields: sharedFields(of: declaration), location: declaration.location)
  }

  private mutating func checkUniqueTypes(of variants: [VariantDeclaration]) {
    var first: [String: SourceLocation] = [:]
    for variant in variants {
      guard let name = variant.typeName else { continue }
      if let other = first[name.text] {
        report(
          "the type '\(name.text)' is a variant twice; remove one", at: name.location,
          notes: [Diagnostic(.note, "the first one is here", at: other)])
      } else {
        first[name.text] = variant.location
      }
    }
  }

  private mutating func variant(
    _ declaration: VariantDeclaration, discriminator: String?
  ) -> UnionModel.Variant? {
    check(swiftName: declaration.swiftName)
    checkValue(of: declaration, discriminator: discriminator)
    guard let expression = declaration.type else { return nil }
    guard let name = expression.value.name else {
      report(
        "a variant must be a struct or a union, not a list or a map; wrap it in a struct",
        at: expression.valueLocation)
      return nil
    }
    guard case .named(let type) = reference(expression.value, isVariant: true) else {
      report("a variant must be a struct or a union, not \(name.text)", at: name.location)
      return nil
    }
    checkKind(of: name, discriminator: discriminator)
    return UnionModel.Variant(
      value: declaration.value?.value, type: type, swiftName: declaration.swiftName?.value,
      documentation: documentation(declaration.documentation),
      requiredFields: requiredFields(of: type), isIndirect: declaration.isIndirect,
      location: declaration.location)
  }

  /// Returns the fields that all variants have with the same Swift name and type.
  func sharedFields(of union: UnionDeclaration) -> [FieldModel] {
    let variants = union.variants.map { variant -> [FieldModel] in
      guard let name = variant.typeName?.text, case .structure(let structure) = types[name] else {
        return []
      }
      return fieldModels(of: structure)
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
    of discriminator: Located<String>, _ variants: [UnionModel.Variant]
  ) {
    let names = variants.flatMap { fields(ofStruct: $0.type) }.compactMap { $0.name?.value }
    guard !names.contains(discriminator.value),
      let similar = Suggestion.closest(to: discriminator.value, among: names)
    else { return }
    warn(
      "no variant has a field '\(discriminator.value)'; did you mean '\(similar)'?",
      at: discriminator.valueLocation)
  }

  /// Records fields of variants with the discriminator's name, which the union encodes itself.
  private mutating func noteFields(
    writtenBy discriminator: Located<String>, _ variants: [UnionModel.Variant]
  ) {
    for variant in variants {
      let fields = fields(ofStruct: variant.type)
      guard let field = fields.first(where: { $0.name?.value == discriminator.value }) else {
        continue
      }
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

  /// Returns the fields of the struct with a name; empty for other types.
  private func fields(ofStruct name: String) -> [FieldDeclaration] {
    guard case .structure(let structure) = types[name] else { return [] }
    return fields(of: structure).map(\.declaration)
  }

  private func requiredFields(of type: String) -> [String] {
    fields(ofStruct: type).filter(\.isRequired).compactMap { $0.name?.value }
  }

  private mutating func checkValue(of variant: VariantDeclaration, discriminator: String?) {
    switch (discriminator, variant.value) {
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

  private mutating func checkKind(of name: TypeName, discriminator: String?) {
    switch types[name.text] {
    case nil: return
    case .enumeration, .alias:
      report(
        "a variant must be a struct or a union, not the \(types[name.text]?.kind ?? "") '\(name.text)'",
        at: name.location)
    case .union where discriminator == nil:
      report(
        "a union cannot be selected by shape; add a discriminator or list its variants here",
        at: name.location)
    case .structure where discriminator == nil && requiredFields(of: name.text).isEmpty:
      report(
        "'\(name.text)' has no required field, so it cannot be distinguished from other variants; make one required or name a discriminator",
        at: name.location)
    case .structure, .union: return
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
