import EndpointDefinition
import EndpointModel

extension TypeImporter {
  /// Returns the type of a schema of objects: a struct if properties are known, else a map.
  mutating func object(_ schema: DocumentNode, in scope: Scope) -> Imported {
    if let base = extended(scope), let union = unionOfExtensions(base, schema: schema, in: scope) {
      return union
    }
    let properties = schema["properties"]?.members ?? []
    guard !properties.isEmpty || schema.flag("x-struct") else { return map(schema, in: scope) }
    if schema["additionalProperties"]?.object?.members.isEmpty == false {
      report.add("properties beside the known ones are ignored", at: schema)
    }
    return structure(schema, in: scope)
  }

  /// Declares a struct, also one without properties.
  mutating func structure(_ schema: DocumentNode, in scope: Scope) -> Imported {
    var fields: [FieldDraft] = []
    // Properties can refer to the struct.
    _ = declare(.structure(fields: [], examples: []), for: schema, in: scope)
    let required = Set((schema["required"]?.elements ?? []).compactMap(\.string))
    for property in schema["properties"]?.members ?? [] {
      guard isExpressible(property.name) else {
        report.add("a property with this name cannot be expressed", at: property.value)
        continue
      }
      fields.append(
        field(
          property.name, property.value, isRequired: required.contains(property.name), in: scope))
    }
    return declare(
      .structure(fields: fields, examples: examples(of: schema)), for: schema, in: scope)
  }

  private func isExpressible(_ name: String) -> Bool {
    !name.allSatisfy(\.isWhitespace) && !name.unicodeScalars.contains(where: \.isControl)
  }

  private mutating func field(
    _ name: String, _ schema: DocumentNode, isRequired: Bool, in scope: Scope
  ) -> FieldDraft {
    let imported = type(of: schema, in: scope.part(name))
    let access: FieldAccess? =
      schema.flag("readOnly") || imported.schema.flag("readOnly")
      ? .read : schema.flag("writeOnly") || imported.schema.flag("writeOnly") ? .write : nil
    return FieldDraft(
      name: name, swiftName: schema["x-swift-name"]?.string, type: imported.type,
      unit: imported.unit, isRequired: isRequired,
      isNullable: imported.isNullable && imported.unit == nil,
      isIndirect: schema.flag("x-indirect"), access: access,
      constraints: constraints(of: imported, at: schema), documentation: documentation(of: schema))
  }

  private mutating func map(_ schema: DocumentNode, in scope: Scope) -> Imported {
    let values = schema["additionalProperties"] ?? schema["patternProperties"]?.members.first?.value
    guard let values, values.object?.members.isEmpty == false else {
      return Imported(type: .map(.json), schema: schema)
    }
    let value = type(of: values, in: scope.part("value"))
    if value.isNullable { report.add("null as a value of a map cannot be expressed", at: values) }
    return Imported(type: .map(value.type), schema: schema)
  }

  /// Returns the type of a component that is declared as an alias of another type.
  mutating func alias(of schema: DocumentNode, in scope: Scope) -> Imported? {
    guard schema.flag("x-alias"), scope.isComponent else { return nil }
    guard declarations[scope.key] == nil else {
      return Imported(type: .named(scope.key), schema: schema)
    }
    // Within the alias, the schema is like any other.
    var target = schema.object ?? .init()
    target["x-alias"] = nil
    let inner = type(
      of: DocumentNode(.object(target), at: schema.position), in: scope.part("alias"))
    return declare(.alias(inner.type), for: schema, in: scope)
  }
}
