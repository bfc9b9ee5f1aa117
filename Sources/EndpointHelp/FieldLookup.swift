package import EndpointModel
package import EndpointRuntime

/// Finds the fields that an object can have.
package struct FieldLookup {
  package let types: CatalogTypes
  /// The object so far, which can select the variant of a union.
  package var value: JSON?

  /// Creates a lookup.
  package init(types: CatalogTypes, value: JSON? = nil) {
    self.types = types
    self.value = value
  }

  /// Returns the fields of a struct, or of all variants of a union that the object can be.
  package func fields(of type: String) -> [FieldDescriptor] { fields(of: type, depth: 0) }

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
}

extension [FieldDescriptor] {
  /// The fields in order, the required ones first.
  package var requiredFirst: [FieldDescriptor] {
    filter(\.isRequired) + filter { !$0.isRequired }
  }
}
