import EndpointHelp
import EndpointModel
import EndpointRuntime

extension FieldLookup {
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
