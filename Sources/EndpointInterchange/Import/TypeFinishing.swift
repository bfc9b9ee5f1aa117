import EndpointGeneration
import EndpointModel

/// Brings imported types into the form that the reader of definitions requires.
struct TypeFinishing {
  /// The types by name, and the names in their order.
  var types: [String: TypeDraft]
  let order: [String]
  /// The keys of the types in the document by name.
  var sources: [String: String] = [:]

  /// Removes the discriminators from variants that only unions with them refer to, since unions
  /// write them themselves.
  ///
  /// - Parameter others: The types that are referred to from elsewhere.
  mutating func removeDiscriminators(except others: Set<String>) {
    var discriminators: [String: Set<String>] = [:]
    var kept = others
    for type in types.values {
      if case .union(let discriminator, let variants) = type.form {
        for variant in variants {
          discriminators[variant.type, default: []].insert(discriminator ?? "")
        }
      } else {
        kept.formUnion(type.references.compactMap(\.declaredName))
      }
    }
    for (name, discriminator) in discriminators
    where discriminator.count == 1 && !kept.contains(name) {
      guard case .structure(var fields, let examples) = types[name]?.form else { continue }
      fields.removeAll { discriminator.contains($0.name) }
      types[name]?.form = .structure(fields: fields, examples: examples)
    }
  }

  /// Makes fields optional that would require a value of their own type, which has no value then.
  mutating func breakRequiredCycles() {
    for name in order {
      guard case .structure(var fields, let examples) = types[name]?.form else { continue }
      for index in fields.indices where fields[index].isRequired && !fields[index].isNullable {
        guard case .named(let other) = fields[index].type, requires(other, name) else { continue }
        fields[index].isRequired = false
      }
      types[name]?.form = .structure(fields: fields, examples: examples)
    }
  }

  /// Whether a value of a type requires a value of another.
  private func requires(_ start: String, _ goal: String) -> Bool {
    var seen: Set<String> = []
    var rest = [start]
    while let name = rest.popLast() {
      if name == goal { return true }
      guard seen.insert(name).inserted, case .structure(let fields, _) = types[name]?.form else {
        continue
      }
      for field in fields where field.isRequired && !field.isNullable {
        if case .named(let other) = field.type { rest.append(other) }
      }
    }
    return false
  }

  /// Stores values indirectly where a type would contain itself.
  mutating func breakContainment() {
    var finished: Set<String> = []
    for name in order where !finished.contains(name) {
      visit(name, path: [], finished: &finished)
    }
  }

  private mutating func visit(_ name: String, path: Set<String>, finished: inout Set<String>) {
    guard let type = types[name], !finished.contains(name) else { return }
    let path = path.union([name])
    switch type.form {
    case .structure(var fields, let examples):
      for index in fields.indices where !fields[index].isIndirect {
        guard case .named(let other) = fields[index].type else { continue }
        if path.contains(other) {
          fields[index].isIndirect = true
          types[name]?.form = .structure(fields: fields, examples: examples)
        } else {
          visit(other, path: path, finished: &finished)
        }
      }
    case .union(let discriminator, var variants):
      for index in variants.indices where !variants[index].isIndirect {
        if path.contains(variants[index].type) {
          variants[index].isIndirect = true
          types[name]?.form = .union(discriminator: discriminator, variants)
        } else {
          visit(variants[index].type, path: path, finished: &finished)
        }
      }
    case .alias(.named(let other)): visit(other, path: path, finished: &finished)
    case .enumeration, .alias: break
    }
    finished.insert(name)
  }

  /// Sorts required fields before optional ones, and names members whose names collide in Swift.
  mutating func arrangeMembers() {
    for name in order {
      switch types[name]?.form {
      case .structure(let fields, let examples):
        var arranged = fields.filter(\.isRequired) + fields.filter { !$0.isRequired }
        var names = MemberNames(reserved: ["hashValue"])
        for index in arranged.indices where arranged[index].swiftName == nil {
          arranged[index].swiftName = names.override(for: arranged[index].name)
        }
        types[name]?.form = .structure(fields: arranged, examples: examples)
      case .enumeration(var cases):
        var names = MemberNames(reserved: ["allCases"])
        for index in cases.indices where cases[index].swiftName == nil {
          cases[index].swiftName = names.override(for: cases[index].value)
        }
        types[name]?.form = .enumeration(cases)
      case .union(let discriminator, var variants):
        var names = MemberNames(reserved: ["unknown", "hashValue"])
        for index in variants.indices where variants[index].swiftName == nil {
          variants[index].swiftName = names.override(
            for: variants[index].value ?? variants[index].type)
        }
        types[name]?.form = .union(discriminator: discriminator, variants)
      case .alias, nil: continue
      }
    }
  }
}

extension EndpointDraft {
  /// Names parameters whose names collide in Swift.
  mutating func nameParameters() {
    var names = MemberNames(
      reserved: Set((body == nil ? [] : ["body"]) + (isPaginated ? ["page"] : [])))
    for index in parameters.indices where parameters[index].swiftName == nil {
      parameters[index].swiftName = names.override(for: parameters[index].name)
    }
  }
}
