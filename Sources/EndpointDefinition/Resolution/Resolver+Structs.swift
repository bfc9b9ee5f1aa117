import EndpointModel

extension Resolver {
  /// Returns the model of a struct with the fields of included structs.
  mutating func structure(_ element: XMLElement, name: String) -> StructModel {
    var first: [String: XMLElement] = [:]
    var models: [FieldModel] = []
    warnAboutOrder(of: element.children("field"))
    let names = fields(of: element).compactMap { $0["name"]?.value }
    for member in element.children {
      switch member.name {
      case "field":
        guard noteField(member, at: member, in: &first) else { continue }
        if let field = field(member, siblings: names) { models.append(field) }
      case "include":
        guard let included = included(member, in: name) else { continue }
        for inner in fields(of: included) where noteField(inner, at: member, in: &first) {
          // A problem of the field is reported at its declaration.
          let reported = diagnostics
          if let field = field(inner, siblings: names) { models.append(field) }
          diagnostics = reported
        }
      default: continue
      }
    }
    let examples = self.examples(of: element, type: .named(name))
    return StructModel(
      name: name, documentation: documentation(ofType: element), fields: models,
      examples: examples, location: element.location)
  }

  /// Returns the elements of a struct's fields, including those of included structs.
  func fields(of element: XMLElement) -> [XMLElement] {
    var fields: [XMLElement] = []
    var seen: Set<String> = [element["name"]?.value ?? ""]
    var rest = Array(element.children.reversed())
    while let member = rest.popLast() {
      if member.name == "field" { fields.append(member) }
      if member.name == "include", let name = member["type"]?.value, let other = types[name],
        other.name == "struct", seen.insert(name).inserted
      {
        rest += other.children.reversed()
      }
    }
    return fields
  }

  /// Returns the models of a struct's fields, including those of included structs.
  mutating func fieldModels(of element: XMLElement) -> [FieldModel] {
    // A problem of a field is reported when its struct is resolved.
    let reported = diagnostics
    defer { diagnostics = reported }
    return fields(of: element).compactMap { field($0, siblings: []) }
  }

  /// Records a field by its name; returns `false` if the struct already has one with that name.
  private mutating func noteField(
    _ field: XMLElement, at declaration: XMLElement, in first: inout [String: XMLElement]
  ) -> Bool {
    guard let name = field["name"] else { return true }
    guard let other = first[name.value] else {
      first[name.value] = declaration
      return true
    }
    report(
      declaration.name == "include"
        ? "the included struct has a field '\(name.value)' as well; rename or remove one"
        : "the field '\(name.value)' is declared twice; remove one",
      at: declaration.name == "include" ? declaration.location : name.valueLocation,
      notes: [Diagnostic(.note, "the first one is here", at: other.location)])
    return false
  }

  private mutating func included(_ element: XMLElement, in name: String) -> XMLElement? {
    guard let attribute = element["type"] else { return nil }
    let structs = types.filter { $0.value.name == "struct" }
    guard let other = structs[attribute.value] else {
      if ambiguousTypes.contains(attribute.value) { return nil }
      if let declaration = types[attribute.value] {
        report(
          "only a struct can be included, not the \(declaration.name) '\(attribute.value)'",
          at: attribute.valueLocation)
      } else {
        reportUnknown("struct", attribute, known: structs.keys)
      }
      return nil
    }
    usedTypes.insert(attribute.value)
    typesBesideUnions.insert(attribute.value)
    if includes(of: attribute.value).contains(name) || attribute.value == name {
      report(
        "'\(name)' includes itself through '\(attribute.value)'; remove this",
        at: attribute.valueLocation)
      return nil
    }
    return other
  }

  /// Returns the names of all structs that a struct includes, also indirectly.
  private func includes(of name: String) -> Set<String> {
    var names: Set<String> = []
    var rest = [name]
    while let name = rest.popLast() {
      for include in types[name]?.children("include") ?? [] {
        guard let other = include["type"]?.value, names.insert(other).inserted else { continue }
        rest.append(other)
      }
    }
    return names
  }

  private mutating func field(_ element: XMLElement, siblings: [String]) -> FieldModel? {
    check(swiftNameOf: element)
    guard let name = element["name"], let type = typeReference(of: element) else { return nil }
    if let indirect = element["indirect"], element.flag("indirect") {
      if case .named(let name) = underlying(type), types[name]?.name != "enum" {
      } else {
        report("only structs and unions can be indirect; remove this", at: indirect.location)
      }
    }
    if let unit = element["unit"], element.flag("nullable") {
      report("a field with a unit cannot be nullable; remove one of the two", at: unit.location)
    }
    return FieldModel(
      name: name.value, swiftName: element["swift-name"]?.value, type: type,
      unit: unit(of: element, type: type), isRequired: element.flag("required"),
      isNullable: element.flag("nullable"), isIndirect: element.flag("indirect"),
      documentation: documentation(of: element, replaceableBy: siblings),
      location: element.location)
  }
}
