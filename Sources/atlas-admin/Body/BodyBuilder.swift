import EndpointHelp
import EndpointModel
import EndpointRuntime

/// Sets properties of a body by their types in the definition.
struct BodyBuilder {
  let types: CatalogTypes
  /// The type of the body.
  let type: TypeReference

  /// Returns a document with assignments applied in order.
  ///
  /// - Parameter document: The document to begin with; `nil` for none.
  /// - Throws: A usage failure that names the property.
  func document(_ document: JSON?, setting assignments: [BodyAssignment]) throws -> JSON {
    var document = document
    for assignment in assignments {
      let assigner = PropertyAssigner(types: types, assignment: assignment)
      document = try assigner.assign(at: 0, of: type, field: nil, to: document)
    }
    return document ?? .object([:])
  }
}

/// Applies one assignment.
private struct PropertyAssigner {
  let types: CatalogTypes
  let assignment: BodyAssignment

  private var steps: [FieldPath.Step] { assignment.path.steps }

  /// Returns a value with the assignment applied.
  ///
  /// - Parameters:
  ///   - position: The index of the next step of the path.
  ///   - type: The type of the value; `nil` for any.
  ///   - field: The field with the value or with the list around it; `nil` if there is none.
  ///   - value: The value so far; `nil` if it is missing.
  func assign(
    at position: Int, of type: TypeReference?, field: FieldDescriptor?, to value: JSON?
  ) throws -> JSON {
    let type = type.map(types.underlying)
    guard position < steps.count else {
      return try assigned(to: type, field: field, previous: value)
    }
    switch (steps[position], type) {
    case (.index(let index), .list(let element)):
      return try assign(at: position, index, of: element, field: field, in: value)
    case (.index(let index), nil), (.index(let index), .json?):
      return try assign(at: position, index, of: nil, field: nil, in: value)
    case (.name, .list(let element)):
      guard (value?.array?.count ?? 0) < 2 else {
        throw failure(position, "the list has several elements; give the index, such as [0]")
      }
      // The fields of the only element, so that the index can be left out.
      return .array([
        try assign(at: position, of: element, field: field, to: value?.array?.first)
      ])
    case (.name(let name), .map(let element)):
      return try assign(at: position, name, of: element, field: nil, in: value)
    case (.name(let name), nil), (.name(let name), .json?):
      return try assign(at: position, name, of: nil, field: nil, in: value)
    case (.name(let name), .named(let typeName)):
      let fields = FieldLookup(types: types, value: value).fields(of: typeName)
      guard !fields.isEmpty else { throw failure(position, "a \(typeName) has no properties") }
      let field = try find(name, among: fields, of: typeName, position)
      return try assign(at: position, field.name, of: field.type, field: field, in: value)
    case (.name, let type?), (.index, let type?):
      throw failure(position, "a \(type) has no properties")
    }
  }

  private func assign(
    at position: Int, _ name: String, of type: TypeReference?, field: FieldDescriptor?,
    in value: JSON?
  ) throws -> JSON {
    var members = value?.object ?? [:]
    members[name] = try assign(at: position + 1, of: type, field: field, to: members[name])
    return .object(members)
  }

  private func assign(
    at position: Int, _ index: Int, of type: TypeReference?, field: FieldDescriptor?,
    in value: JSON?
  ) throws -> JSON {
    var elements = value?.array ?? []
    guard index <= elements.count else {
      throw failure(
        position, "the list has \(elements.count) elements; the next index is [\(elements.count)]")
    }
    let previous = elements.dropFirst(index).first
    let element = try assign(at: position + 1, of: type, field: field, to: previous)
    if index < elements.count { elements[index] = element } else { elements.append(element) }
    return .array(elements)
  }

  private func find(
    _ name: String, among fields: [FieldDescriptor], of type: String, _ position: Int
  ) throws -> FieldDescriptor {
    let plain = name.plainName
    let field =
      fields.first { $0.name == name } ?? fields.first { $0.name.plainName == plain }
      ?? fields.first { $0.swiftName.plainName == plain }
    guard let field else {
      let suggestion = NearestName.find(name, among: fields.map(\.name))
        .map { "did you mean '\($0)'?" }
      throw failure(
        position,
        "\(type) has no property '\(name)'; "
          + (suggestion ?? "'atlas-admin explain \(type)' lists its properties"))
    }
    guard field.access != .read || isJSON else {
      throw failure(position, "the server sets '\(field.name)'; to send it anyway, use :=")
    }
    return field
  }

  private var isJSON: Bool { if case .json = assignment.value { true } else { false } }

  private func failure(_ position: Int, _ problem: String) -> CommandFailure {
    let end = min(position + 1, steps.count)
    return CommandFailure(.usage, "--set \(FieldPath(steps: Array(steps[..<end]))): \(problem)")
  }
}

extension PropertyAssigner {
  /// Returns the value that is assigned.
  private func assigned(
    to type: TypeReference?, field: FieldDescriptor?, previous: JSON?
  ) throws -> JSON {
    switch assignment.value {
    case .json(let json): return json
    case .text(let text):
      if case .list(let element) = type {
        // Each assignment adds an element.
        let added = try json(text, of: types.underlying(element), field: field)
        return .array((previous?.array ?? []) + [added])
      }
      return try json(text, of: type, field: field)
    }
  }

  private func json(_ text: String, of type: TypeReference?, field: FieldDescriptor?) throws
    -> JSON
  {
    var cases: [String] = []
    switch type {
    case nil, .json?: return BodyValue.any(text)
    case .map?, .list?: throw failure(steps.count - 1, "use := with JSON")
    case .named(let name)?:
      cases = types[name]?.cases.map(\.value) ?? []
      guard !cases.isEmpty else {
        throw failure(
          steps.count - 1, "a \(name) is an object; set its properties, or use := with JSON")
      }
    case .scalar?: break
    }
    let type = type ?? .json
    let check = ValueCheck(
      name: "--set \(assignment.path)", type: type, unit: field?.unit, cases: cases,
      constraints: field?.constraints ?? .init())
    return BodyValue.json(try check.value(of: text), of: type, unit: field?.unit)
  }
}
