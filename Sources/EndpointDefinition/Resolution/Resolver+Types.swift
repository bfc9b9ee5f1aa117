import EndpointModel

extension Resolver {
  /// Records all declared endpoints and types, so that files can refer to each other.
  mutating func declareNames() {
    var first: [String: XMLElement] = [:]
    for element in documents.flatMap(\.root.children) {
      guard let name = element["name"] else { continue }
      let isType = Grammar.declarations.contains(element.name)
      guard isType || element.name == "endpoint" else { continue }
      if let problem = problem(withName: name, of: element, after: first[name.value]) {
        diagnostics.append(problem)
        if isType { misnamedTypes.append(name.value) } else { hasMisnamedEndpoint = true }
      }
      first[name.value] = first[name.value] ?? element
      if isType { declare(name.value, as: element) } else { endpoints[name.value] = element }
    }
    for name in ambiguousTypes { types[name] = nil }
  }

  private func problem(
    withName name: XMLAttribute, of element: XMLElement, after other: XMLElement?
  ) -> Diagnostic? {
    if ScalarType(rawValue: name.value) != nil {
      return Diagnostic(
        .error, "'\(name.value)' is a type of the language itself; choose another name",
        at: name.valueLocation)
    }
    if let other {
      return Diagnostic(
        .error, "the name '\(name.value)' is declared twice; rename one or remove it",
        at: name.valueLocation,
        notes: [Diagnostic(.note, "the first one is here", at: other.location)])
    }
    return element.name == "endpoint" ? nil : problem(withTypeName: name, of: element.name)
  }

  private mutating func declare(_ name: String, as element: XMLElement) {
    if types[name] != nil || ScalarType(rawValue: name) != nil { ambiguousTypes.insert(name) }
    types[name] = element
  }

  /// Removes reports of unknown names that an invalid type name explains.
  mutating func removeConsequencesOfMisnaming() {
    guard Set(unknownTypes.values).count <= misnamedTypes.count else { return }
    diagnostics.removeAll { unknownTypes[$0] != nil }
  }

  /// Reports an unknown type.
  mutating func reportUnknown(
    _ kind: String, _ attribute: XMLAttribute, known: some Sequence<String>
  ) {
    guard isComplete else { return }
    let name = attribute.value
    let meant =
      ScalarType(otherName: name)?.rawValue ?? Suggestion.closest(to: name, among: known)
    if let meant { usedTypes.insert(meant) }
    report(
      "unknown \(kind) '\(name)'" + (meant.map { "; did you mean '\($0)'?" } ?? ""),
      at: attribute.valueLocation)
    if let last = diagnostics.last { unknownTypes[last] = name }
  }

  /// Returns the type in the attributes `type`, `list`, and `map`, even if its name is unknown: see
  /// ``isOpaque(_:)``.
  mutating func typeReference(of element: XMLElement) -> TypeReference? {
    guard let attribute = element["type"] else { return nil }
    let name = attribute.value
    var reference: TypeReference
    if ambiguousTypes.contains(name) {
      reference = .named(name)
    } else if let scalar = ScalarType(rawValue: name) {
      reference = .scalar(scalar)
    } else if types[name] != nil {
      usedTypes.insert(name)
      if element.name != "variant" { typesBesideUnions.insert(name) }
      reference = .named(name)
    } else {
      reportUnknown(
        "type", attribute, known: ScalarType.allCases.map(\.rawValue) + types.keys)
      reference = .named(name)
    }
    if element.flag("list"), element.flag("map") {
      report(
        "a value cannot be a list and a map at once; declare an <alias> for the inner one",
        at: element.location)
    }
    if element.flag("map") { reference = .map(reference) }
    if element.flag("list") { reference = .list(reference) }
    return reference
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
    while case .named(let name) = type, let element = types[name], element.name == "alias",
      let target = element["type"]?.value, seen.insert(name).inserted
    {
      let scalar = ambiguousTypes.contains(target) ? nil : ScalarType(rawValue: target)
      type = scalar.map { .scalar($0) } ?? .named(target)
      if element.flag("map") { type = .map(type) }
      if element.flag("list") { type = .list(type) }
    }
    return type
  }

  /// Returns the unit of a numeric date or duration.
  mutating func unit(of element: XMLElement, type: TypeReference) -> TimeUnit? {
    if isOpaque(type) { return nil }
    let isCollection = element.flag("list") || element.flag("map")
    switch (underlying(type), element["unit"]) {
    case (.scalar(.duration), nil):
      report(
        "a Duration needs its unit; add unit=\"seconds\" or another", at: element.location)
      return nil
    case (.list(.scalar(.duration)), _), (.map(.scalar(.duration)), _):
      report(
        "a Duration cannot be in a list or a map; use Int64",
        at: element["type"]?.valueLocation ?? element.location)
      return nil
    case (_, nil): return nil
    case (.scalar(.duration), let unit?), (.scalar(.date), let unit?):
      if let known = TimeUnit(rawValue: unit.value) { return known }
      let names = TimeUnit.allCases.map(\.rawValue)
      report(
        "unknown unit '\(unit.value)'; write one of \(names.joined(separator: ", "))"
          + Suggestion.among(names, for: unit.value), at: unit.valueLocation)
      return nil
    case (_, let unit?):
      report(
        "only a Duration or a Date\(isCollection ? " outside of lists and maps" : "") has a unit; remove it",
        at: unit.location)
      return nil
    }
  }

  /// Returns the model of a declared type; `nil` if a required part is missing.
  mutating func resolve(type element: XMLElement) -> TypeModel? {
    guard let name = element["name"]?.value else { return nil }
    switch element.name {
    case "struct": return .structure(structure(element, name: name))
    case "enum": return .enumeration(enumeration(element, name: name))
    case "alias": return alias(element, name: name).map { .alias($0) }
    default: return union(element, name: name).map { .union($0) }
    }
  }

  /// Returns the documentation of a declared type.
  mutating func documentation(ofType element: XMLElement) -> Documentation {
    let isReplaced = element.child("deprecated") != nil
    return documentation(of: element, replaceableBy: isReplaced ? Array(types.keys) : [])
  }

  private mutating func alias(_ element: XMLElement, name: String) -> AliasModel? {
    guard let type = typeReference(of: element) else { return nil }
    if case .scalar(.duration) = underlying(type) {
      report(
        "a Duration has its unit where it is used, so it cannot have an alias; use Duration directly",
        at: element["type"]?.valueLocation ?? element.location)
    }
    return AliasModel(
      name: name, documentation: documentation(ofType: element), type: type,
      location: element.location)
  }

  private mutating func enumeration(_ element: XMLElement, name: String) -> EnumModel {
    let cases = element.children("case")
    if cases.isEmpty, !element.hasUnknownChildren {
      report(
        "the enum '\(name)' has no <case>; add one or use the type String", at: element.location)
    }
    checkUnique(cases, by: "value") { "the value '\($0)' is declared twice; remove one" }
    cases.forEach { check(swiftNameOf: $0) }
    let values = cases.compactMap { $0["value"]?.value }
    return EnumModel(
      name: name, documentation: documentation(ofType: element),
      cases: cases.compactMap { element in
        guard let value = element["value"] else { return nil }
        return EnumModel.Case(
          value: value.value, swiftName: element["swift-name"]?.value,
          documentation: documentation(of: element, replaceableBy: values),
          location: element.location)
      }, location: element.location)
  }
}
