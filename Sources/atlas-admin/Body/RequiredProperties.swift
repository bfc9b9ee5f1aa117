import EndpointHelp
import EndpointModel
import EndpointRuntime

/// Finds required properties that a body does not have.
struct RequiredProperties {
  let types: CatalogTypes

  /// Returns the paths of the missing properties.
  func missing(in value: JSON, _ type: TypeReference, at path: FieldPath = FieldPath(steps: []))
    -> [String]
  {
    switch (types.underlying(type), value) {
    case (.list(let element), .array(let elements)):
      return elements.enumerated().flatMap { index, value in
        missing(in: value, element, at: FieldPath(steps: path.steps + [.index(index)]))
      }
    case (.map(let element), .object(let members)):
      return members.sorted { $0.key < $1.key }.flatMap { name, value in
        missing(in: value, element, at: path.appending(name))
      }
    case (.named(let name), .object(let members)):
      return fields(of: name, in: value).flatMap { field in
        if let member = members[field.name] {
          return missing(in: member, field.type, at: path.appending(field.name))
        }
        let isMissing = field.isRequired && field.access != .read
        return isMissing ? [path.appending(field.name).description] : []
      }
    default: return []
    }
  }

  /// Returns the fields of a struct, or of the selected variant of a union.
  private func fields(of type: String, in value: JSON) -> [FieldDescriptor] {
    guard case .union(let union)? = types[type]?.kind else { return types[type]?.fields ?? [] }
    let lookup = FieldLookup(types: types, value: value)
    guard let name = union.discriminator else { return [] }
    let fields = lookup.fields(of: type)
    return value[name] == nil ? fields.filter { $0.name == name } : fields
  }
}
