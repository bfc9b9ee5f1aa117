import EndpointModel
import EndpointRuntime

extension EndpointExplanation {
  /// The explanation for programs.
  var json: JSON {
    let details = catalog.details(of: endpoint.name) ?? .init()
    var members: [String: JSON] = [
      "name": .string(endpoint.name), "tag": .string(endpoint.tag),
      "summary": .string(endpoint.summary), "method": .string(endpoint.method),
      "url": .string(catalog.api.url(of: endpoint)), "deprecated": .bool(endpoint.isDeprecated),
      "paginated": .bool(endpoint.isPaginated), "roles": .strings(details.roles),
      "parameters": .array(EndpointFlags(endpoint, in: catalog).flags.map(\.json)),
      "responses": .array(details.responses.map(\.json)),
      "waiters": .strings(details.waiters.map(\.name)),
    ]
    members["description"] = details.documentation.details.map { .string($0) }
    if let body = endpoint.body {
      members["body"] = [
        "type": .string(body.description), "contentType": .string(endpoint.bodyContentType),
        "required": .bool(details.body?.isRequired ?? true),
      ]
    }
    let roots = [endpoint.body?.jsonType, endpoint.responseType].compactMap { $0 }
    let names = TypeClosure(types: catalog.types).names(from: roots)
    members["types"] = .object(
      Dictionary(names.compactMap { name in catalog.types[name].map { (name, $0.json) } }) { $1 })
    return .object(members)
  }
}

/// Finds the types that types refer to.
struct TypeClosure {
  let types: CatalogTypes

  /// Returns the names of declared types that are reachable from some types.
  func names(from roots: [TypeReference]) -> Set<String> {
    var names: Set<String> = []
    var rest = roots
    while let type = rest.popLast() {
      switch type {
      case .list(let element), .map(let element): rest.append(element)
      case .scalar: continue
      case .named(let name):
        guard names.insert(name).inserted, let kind = types[name]?.kind else { continue }
        switch kind {
        case .structure(let fields): rest += fields.map(\.type)
        case .union(let union): rest += union.variants.map { .named($0.type) }
        case .alias(let other): rest.append(other)
        case .enumeration: continue
        }
      }
    }
    return names
  }
}

extension JSON {
  /// Creates an array of strings.
  static func strings(_ strings: [String]) -> JSON { .array(strings.map { .string($0) }) }
}

extension EndpointFlag {
  fileprivate var json: JSON {
    var members: [String: JSON] = [
      "flag": .string(name), "name": .string(parameter.name),
      "in": .string(parameter.location.rawValue), "type": .string(parameter.type.description),
      "required": .bool(parameter.isRequired),
    ]
    members["summary"] = summary.map { .string($0) }
    members["default"] = parameter.defaultValue.map { .string($0) }
    members["unit"] = parameter.unit.map { .string($0.rawValue) }
    if !values.isEmpty { members["values"] = .strings(values) }
    return .object(members)
  }
}

extension ResponseDetails {
  fileprivate var json: JSON {
    var members: [String: JSON] = ["statuses": .array(statuses.map { .integer(Int64($0)) })]
    members["type"] = type.map { .string($0.description) }
    members["contentType"] = contentType.map { .string($0) }
    members["summary"] = documentation.summary.map { .string($0) }
    return .object(members)
  }
}

extension TypeDescriptor {
  /// The type for programs.
  var json: JSON {
    var members: [String: JSON] = ["name": .string(name)]
    members["summary"] = documentation.summary.map { .string($0) }
    switch kind {
    case .structure(let fields): members["properties"] = .array(fields.map(\.json))
    case .enumeration(let cases): members["values"] = .strings(cases.map(\.value))
    case .alias(let type): members["alias"] = .string(type.description)
    case .union(let union):
      members["discriminator"] = union.discriminator.map { .string($0) }
      members["variants"] = .array(
        union.variants.map { variant in
          var members: [String: JSON] = ["type": .string(variant.type)]
          members["value"] = variant.value.map { .string($0) }
          return .object(members)
        })
    }
    return .object(members)
  }
}

extension FieldDescriptor {
  fileprivate var json: JSON {
    var members: [String: JSON] = [
      "name": .string(name), "type": .string(type.description), "required": .bool(isRequired),
    ]
    members["summary"] = documentation.summary.map { .string($0) }
    members["unit"] = unit.map { .string($0.rawValue) }
    members["access"] = access.map { .string($0.rawValue) }
    if isNullable { members["nullable"] = true }
    if !constraints.values.isEmpty { members["values"] = .strings(constraints.values) }
    return .object(members)
  }
}
