import EndpointModel
import EndpointRuntime

extension CatalogTypes {
  /// Returns the fields of a resource after a change: nested objects are changed as well, maps and
  /// lists are replaced, and null removes a field.
  ///
  /// - Parameter type: The type of the resource; `nil` if it is not known.
  func merged(
    _ changes: [String: JSON], into old: [String: JSON], as type: TypeReference?
  ) -> [String: JSON] {
    let fields = type.flatMap { self.fields(of: $0, for: .object(old.merging(changes) { $1 })) }
    var result = old
    for (name, value) in changes {
      let field = fields?.fields.first { $0.name == name }
      if value == .null {
        result[name] = field?.isNullable == true ? .null : nil
      } else if let changes = value.object, let old = old[name]?.object,
        let inner = field?.type, self.fields(of: inner, for: value) != nil
      {
        result[name] = .object(merged(changes, into: old, as: inner))
      } else {
        result[name] = value
      }
    }
    return result
  }

  /// Returns a body without secrets, without null, and without what only responses have.
  func stored(_ members: [String: JSON], as type: TypeReference?) -> [String: JSON] {
    guard let type, let fields = fields(of: type, for: .object(members)) else {
      return members.filter { $0.value != .null }
    }
    var result = members.filter { $0.value != .null }
    for field in fields.fields {
      guard let value = result[field.name] else { continue }
      if field.isSensitive || field.access == .read {
        result[field.name] = nil
      } else {
        result[field.name] = stored(value, as: field.type)
      }
    }
    return result
  }

  /// Returns fields without secrets.
  func withoutSecrets(_ members: [String: JSON], as type: TypeReference) -> [String: JSON] {
    guard let fields = fields(of: type, for: .object(members)) else { return members }
    var result = members
    for field in fields.fields {
      guard let value = result[field.name] else { continue }
      result[field.name] = field.isSensitive ? nil : withoutSecrets(value, as: field.type)
    }
    return result
  }

  private func withoutSecrets(_ value: JSON, as type: TypeReference) -> JSON {
    switch (value, underlying(type)) {
    case (.array(let elements), .list(let element)):
      .array(elements.map { withoutSecrets($0, as: element) })
    case (.object(let members), let type): .object(withoutSecrets(members, as: type))
    default: value
    }
  }

  private func stored(_ value: JSON, as type: TypeReference) -> JSON {
    switch (value, underlying(type)) {
    case (.array(let elements), .list(let element)):
      .array(elements.map { stored($0, as: element) })
    case (.object(let members), .map(let element)):
      .object(members.mapValues { stored($0, as: element) })
    case (.object(let members), let type): .object(stored(members, as: type))
    default: value
    }
  }
}
