extension Resolver {
  /// Notes every declared type, so that files can mention each other's.
  mutating func declareTypes() {
    let kinds = ["struct", "enum", "union"]
    for element in documents.flatMap(\.root.children) where kinds.contains(element.name) {
      guard let name = element["name"] else { continue }
      check(typeName: name, of: element.name)
      if ScalarType(rawValue: name.value) != nil {
        report(
          "'\(name.value)' is a type of the language itself; choose another name",
          at: name.valueLocation)
      } else if let other = types[name.value] {
        report(
          "the type '\(name.value)' is declared twice; rename one or remove it",
          at: name.valueLocation,
          notes: [Diagnostic(.note, "the first one is here", at: other.location)])
      } else {
        types[name.value] = element
      }
    }
  }

  /// The type that an element's attributes `type`, `list` and `map` say.
  mutating func typeReference(of element: XMLElement) -> TypeReference? {
    guard let attribute = element["type"] else { return nil }
    let name = attribute.value
    var reference: TypeReference
    if let scalar = ScalarType(rawValue: name) {
      reference = .scalar(scalar)
    } else if types[name] != nil {
      usedTypes.insert(name)
      reference = .named(name)
    } else {
      if isComplete {
        let known = ScalarType.allCases.map(\.rawValue) + types.keys
        report(
          "unknown type '\(name)'" + Suggestion.among(known, for: name), at: attribute.valueLocation
        )
      }
      return nil
    }
    if element.flag("list"), element.flag("map") {
      report(
        "a value cannot be a list and a map at once; remove one", at: element.location)
    }
    if element.flag("map") { reference = .map(reference) }
    if element.flag("list") { reference = .list(reference) }
    return reference
  }

  /// The model of a declared type, unless what it cannot do without is missing.
  mutating func resolve(type element: XMLElement) -> TypeModel? {
    guard let name = element["name"]?.value else { return nil }
    switch element.name {
    case "struct": return .structure(structure(element, name: name))
    case "enum": return .enumeration(enumeration(element, name: name))
    default: return union(element, name: name).map { .union($0) }
    }
  }

  private mutating func structure(_ element: XMLElement, name: String) -> StructModel {
    let fields = element.children("field")
    checkUnique(fields, by: "name") { "the field '\($0)' is declared twice; remove one" }
    var models: [FieldModel] = []
    for field in fields {
      check(swiftNameOf: field)
      guard let name = field["name"], let type = typeReference(of: field) else { continue }
      models.append(
        FieldModel(
          name: name.value, swiftName: field["swift-name"]?.value, type: type,
          isRequired: field.flag("required"), documentation: documentation(of: field)))
    }
    return StructModel(
      name: name, documentation: documentation(of: element), fields: models,
      location: element.location)
  }

  private mutating func enumeration(_ element: XMLElement, name: String) -> EnumModel {
    let cases = element.children("case")
    if cases.isEmpty {
      report(
        "the enum '\(name)' has no <case>; add one or use the type String", at: element.location)
    }
    checkUnique(cases, by: "value") { "the value '\($0)' is declared twice; remove one" }
    cases.forEach { check(swiftNameOf: $0) }
    return EnumModel(
      name: name, documentation: documentation(of: element),
      cases: cases.compactMap { element in
        element["value"].map {
          EnumModel.Case(
            value: $0.value, swiftName: element["swift-name"]?.value,
            documentation: documentation(of: element))
        }
      }, location: element.location)
  }
}
