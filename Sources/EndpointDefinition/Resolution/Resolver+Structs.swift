import EndpointModel

extension Resolver {
  /// Resolves the fields of all structs, so that each is resolved once wherever it is needed.
  mutating func resolveFields() {
    for case .structure(let structure) in files.flatMap(\.types) {
      let siblings = fields(of: structure).compactMap { $0.declaration.name?.value }
      ownFields[structure.location] = structure.fields.map { field in
        ResolvedField(declaration: field, model: self.field(field, siblings: siblings))
      }
    }
  }

  /// Returns the model of a struct with the fields of included structs.
  mutating func structure(_ declaration: StructDeclaration, name: String) -> StructModel {
    warnAboutOrder(
      of: declaration.fields.map { ($0.name?.value, $0.isRequired, $0.location) })
    var first: [String: SourceLocation] = [:]
    var models: [FieldModel] = []
    var own = ownFields[declaration.location, default: []][...]
    for member in declaration.members {
      switch member {
      case .field:
        guard let field = own.popFirst(), note(field.declaration, in: &first) else { continue }
        if let model = field.model { models.append(model) }
      case .include(let include):
        guard let included = included(include, in: name) else { continue }
        for field in fields(of: included)
        where note(field.declaration, in: &first, through: include) {
          if let model = field.model { models.append(model) }
        }
      }
    }
    return StructModel(
      name: name, documentation: documentation(ofType: declaration.documentation), fields: models,
      examples: examples(declaration.examples, of: .named(name)), location: declaration.location)
  }

  /// Returns the fields of a struct, including those of included structs.
  ///
  /// They have no models while the fields of all structs are being resolved.
  func fields(of structure: StructDeclaration) -> [ResolvedField] {
    var fields: [ResolvedField] = []
    var seen: Set<String> = [structure.name?.value ?? ""]
    collect(structure, into: &fields, seen: &seen)
    return fields
  }

  private func collect(
    _ structure: StructDeclaration, into fields: inout [ResolvedField], seen: inout Set<String>
  ) {
    // An explicit stack, since definitions can nest thousands of includes.
    var stack = [(structure, structure.members[...], own(structure)[...])]
    while let (structure, rest, ownRest) = stack.popLast() {
      var (members, own) = (rest, ownRest)
      guard let member = members.popFirst() else { continue }
      switch member {
      case .field:
        if let field = own.popFirst() { fields.append(field) }
        stack.append((structure, members, own))
      case .include(let include):
        stack.append((structure, members, own))
        guard let name = include.type?.value, case .structure(let other) = types[name],
          seen.insert(name).inserted
        else { continue }
        stack.append((other, other.members[...], self.own(other)[...]))
      }
    }
  }

  private func own(_ structure: StructDeclaration) -> [ResolvedField] {
    ownFields[structure.location]
      ?? structure.fields.map { ResolvedField(declaration: $0, model: nil) }
  }

  /// Returns the models of a struct's fields, including those of included structs.
  func fieldModels(of structure: StructDeclaration) -> [FieldModel] {
    fields(of: structure).compactMap(\.model)
  }

  /// Records a field by its name; returns `false` if the struct already has one with that name.
  private mutating func note(
    _ field: FieldDeclaration, in first: inout [String: SourceLocation],
    through include: IncludeDeclaration? = nil
  ) -> Bool {
    guard let name = field.name else { return true }
    guard let other = first[name.value] else {
      first[name.value] = include?.location ?? field.location
      return true
    }
    report(
      include != nil
        ? "the included struct has a field '\(name.value)' as well; rename or remove one"
        : "the field '\(name.value)' is declared twice; remove one",
      at: include?.location ?? name.valueLocation,
      notes: [Diagnostic(.note, "the first one is here", at: other)])
    return false
  }

  private mutating func included(
    _ include: IncludeDeclaration, in name: String
  ) -> StructDeclaration? {
    guard let type = include.type else { return nil }
    switch types[type.value] {
    case .structure(let other):
      usedTypes.insert(type.value)
      typesBesideUnions.insert(type.value)
      if type.value == name || includes(of: type.value).contains(name) {
        report(
          "'\(name)' includes itself through '\(type.value)'; remove this",
          at: type.valueLocation)
        return nil
      }
      return other
    case let other?:
      report(
        "only a struct can be included, not the \(other.kind) '\(type.value)'",
        at: type.valueLocation)
    case nil where ambiguousTypes.contains(type.value): break
    case nil:
      let structs = types.filter { if case .structure = $0.value { true } else { false } }
      reportUnknown(
        "struct", TypeName(text: type.value, location: type.valueLocation), known: structs.keys)
    }
    return nil
  }

  /// Returns the names of all structs that a struct includes, also indirectly.
  private func includes(of name: String) -> Set<String> {
    var names: Set<String> = []
    var rest = [name]
    while let name = rest.popLast() {
      guard case .structure(let structure) = types[name] else { continue }
      for include in structure.includes {
        guard let other = include.type?.value, names.insert(other).inserted else { continue }
        rest.append(other)
      }
    }
    return names
  }

  private mutating func field(_ field: FieldDeclaration, siblings: [String]) -> FieldModel? {
    check(swiftName: field.swiftName)
    guard let name = field.name, let expression = field.type else { return nil }
    let type = reference(expression.value)
    if let indirect = field.indirect, indirect.value, !canBeIndirect(type) {
      report("only structs and unions can be indirect; remove this", at: indirect.location)
    }
    if let unit = field.unit.attribute, field.isNullable {
      report("a field with a unit cannot be nullable; remove one of the two", at: unit.location)
    }
    return FieldModel(
      name: name.value, swiftName: field.swiftName?.value, type: type,
      unit: unit(field.unit, of: expression, type: type, location: field.location),
      isRequired: field.isRequired, isNullable: field.isNullable, isIndirect: field.isIndirect,
      access: field.access?.value, isSensitive: field.isSensitive,
      constraints: constraints(field.constraints, of: type),
      documentation: documentation(field.documentation, replaceableBy: siblings),
      location: field.location)
  }

  private func canBeIndirect(_ type: TypeReference) -> Bool {
    guard case .named(let name) = underlying(type) else { return false }
    if case .enumeration = types[name] { return false }
    return true
  }
}
