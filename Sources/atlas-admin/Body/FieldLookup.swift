import EndpointModel
import EndpointRuntime

/// Finds the fields that an object can have.
struct FieldLookup {
  let types: CatalogTypes
  /// The object so far, which can select the variant of a union.
  var value: JSON?

  /// Returns the fields of a struct, or of all variants of a union that the object can be.
  func fields(of type: String) -> [FieldDescriptor] { fields(of: type, depth: 0) }

  private func fields(of type: String, depth: Int) -> [FieldDescriptor] {
    guard depth < 8, let descriptor = types[type] else { return [] }
    switch descriptor.kind {
    case .structure(let fields): return fields
    case .enumeration: return []
    case .alias(let other):
      guard case .named(let name) = types.underlying(other) else { return [] }
      return fields(of: name, depth: depth + 1)
    case .union(let union):
      var fields: [FieldDescriptor] = []
      let selected = union.discriminator.flatMap { value?[$0]?.string }
      if let name = union.discriminator {
        fields.append(
          FieldDescriptor(
            name: name, swiftName: name, type: .string, isRequired: true,
            constraints: .init(values: union.variants.compactMap(\.value)),
            documentation: .init(summary: "Selects the variant.")))
      }
      for variant in union.variants where selected == nil || variant.value == selected {
        for field in self.fields(of: variant.type, depth: depth + 1)
        where !fields.contains(where: { $0.name == field.name }) {
          fields.append(field)
        }
      }
      return fields
    }
  }

  /// Returns the field at the end of a path; `nil` if it has none with a known type.
  func field(at path: FieldPath, of type: TypeReference) -> FieldDescriptor? {
    var type = types.underlying(type)
    var value = value
    var field: FieldDescriptor?
    for step in path.steps {
      switch step {
      case .index(let index):
        guard case .list(let element) = type else { return nil }
        type = types.underlying(element)
        value = value?.array?.dropFirst(index).first
      case .name(let name):
        if case .list(let element) = type {
          type = types.underlying(element)
          value = value?.array?.first
        }
        if case .map(let element) = type {
          type = types.underlying(element)
          value = value?[name]
          continue
        }
        guard case .named(let typeName) = type else { return nil }
        let fields = FieldLookup(types: types, value: value).fields(of: typeName)
        let plain = name.plainName
        guard
          let found = fields.first(where: { $0.name == name })
            ?? fields.first(where: { $0.name.plainName == plain || $0.swiftName.plainName == plain }
            )
        else { return nil }
        field = found
        type = types.underlying(found.type)
        value = value?[found.name]
      }
    }
    return field
  }
}
