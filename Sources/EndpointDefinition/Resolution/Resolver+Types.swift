import EndpointModel

extension Resolver {
  /// Returns a type as it is used, even if its name is unknown: see ``isOpaque(_:)``.
  mutating func reference(_ expression: TypeExpression, isVariant: Bool = false) -> TypeReference {
    switch expression {
    case .list(let element): .list(reference(element, isVariant: isVariant))
    case .map(let value): .map(reference(value, isVariant: isVariant))
    case .name(let name): reference(name, isVariant: isVariant)
    }
  }

  private mutating func reference(_ name: TypeName, isVariant: Bool) -> TypeReference {
    if ambiguousTypes.contains(name.text) { return .named(name.text) }
    if let scalar = ScalarType(rawValue: name.text) { return .scalar(scalar) }
    if types[name.text] != nil {
      usedTypes.insert(name.text)
      if !isVariant { typesBesideUnions.insert(name.text) }
    } else {
      reportUnknown("type", name, known: ScalarType.allCases.map(\.rawValue) + types.keys)
    }
    return .named(name.text)
  }

  /// Whether a type is unknown or declared twice, which has been reported.
  func isOpaque(_ type: TypeReference) -> Bool {
    switch underlying(type) {
    case .scalar: false
    case .named(let name): types[name] == nil
    case .list(let element), .map(let element): isOpaque(element)
    }
  }

  /// Returns a type without its outermost aliases.
  func underlying(_ type: TypeReference) -> TypeReference {
    var type = type
    var seen: Set<String> = []
    while case .named(let name) = type, case .alias(let alias) = types[name],
      let target = alias.type?.value, seen.insert(name).inserted
    {
      type = unchecked(target)
    }
    return type
  }

  /// Returns a type without a report of unknown names.
  private func unchecked(_ expression: TypeExpression) -> TypeReference {
    switch expression {
    case .list(let element): return .list(unchecked(element))
    case .map(let value): return .map(unchecked(value))
    case .name(let name):
      let scalar = ambiguousTypes.contains(name.text) ? nil : ScalarType(rawValue: name.text)
      return scalar.map { .scalar($0) } ?? .named(name.text)
    }
  }

  /// Returns the enum with a name; `nil` for other types.
  func enumeration(_ name: String) -> EnumDeclaration? {
    if case .enumeration(let declaration) = types[name] { declaration } else { nil }
  }

  /// Returns the unit of a numeric date or duration.
  mutating func unit(
    _ unit: UnitDeclaration, of expression: Located<TypeExpression>, type: TypeReference,
    location: SourceLocation
  ) -> TimeUnit? {
    if isOpaque(type) { return nil }
    switch (underlying(type), unit.attribute) {
    case (.scalar(.duration), nil):
      report("a Duration needs its unit; add unit=\"seconds\" or another", at: location)
      return nil
    case (.scalar(.duration), _?), (.scalar(.date), _?): return unit.value
    case (_, let attribute?):
      let isCollection = expression.value.name == nil
      report(
        "only a Duration or a Date\(isCollection ? " outside of lists and maps" : "") has a unit; remove it",
        at: attribute.location)
      return nil
    case (_, nil):
      if mentions(.duration, in: type) {
        report(
          "a Duration cannot be in a list or a map; use Int64",
          at: expression.value.innermost.location)
      }
      return nil
    }
  }

  /// Whether a type is a scalar or a list or a map of it, not through an alias.
  private func mentions(_ scalar: ScalarType, in type: TypeReference) -> Bool {
    switch type {
    case .scalar(let other): scalar == other
    case .named: false
    case .list(let element), .map(let element): mentions(scalar, in: element)
    }
  }

  /// Returns the model of a declared type; `nil` if a required part is missing.
  mutating func resolve(_ type: TypeDeclaration) -> TypeModel? {
    guard let name = type.name?.value else { return nil }
    return switch type {
    case .structure(let declaration): .structure(structure(declaration, name: name))
    case .enumeration(let declaration): .enumeration(enumeration(declaration, name: name))
    case .union(let declaration): .union(union(declaration, name: name))
    case .alias(let declaration): alias(declaration, name: name).map { .alias($0) }
    }
  }

  /// Returns the documentation of a declared type.
  mutating func documentation(ofType declaration: DocumentationDeclaration) -> Documentation {
    documentation(declaration, replaceableBy: types.keys)
  }

  private mutating func alias(_ declaration: AliasDeclaration, name: String) -> AliasModel? {
    guard let expression = declaration.type else { return nil }
    let type = reference(expression.value)
    if underlying(type) == .duration || mentions(.duration, in: type) {
      report(
        "a Duration has its unit where it is used, so it cannot have an alias; use Duration directly",
        at: expression.value.innermost.location)
    }
    return AliasModel(
      name: name, documentation: documentation(ofType: declaration.documentation), type: type,
      location: declaration.location)
  }

  private mutating func enumeration(_ declaration: EnumDeclaration, name: String) -> EnumModel {
    if declaration.cases.isEmpty, !declaration.hasUnknownChildren {
      report(
        "the enum '\(name)' has no <case>; add one or use the type String",
        at: declaration.location)
    }
    checkUnique(declaration.cases.map { ($0.value, $0.location) }) {
      "the value '\($0)' is declared twice; remove one"
    }
    let values = declaration.values
    var cases: [EnumModel.Case] = []
    for element in declaration.cases {
      check(swiftName: element.swiftName)
      guard let value = element.value else { continue }
      cases.append(
        EnumModel.Case(
          value: value.value, swiftName: element.swiftName?.value,
          documentation: documentation(element.documentation, replaceableBy: values),
          location: element.location))
    }
    return EnumModel(
      name: name, documentation: documentation(ofType: declaration.documentation), cases: cases,
      location: declaration.location)
  }
}
