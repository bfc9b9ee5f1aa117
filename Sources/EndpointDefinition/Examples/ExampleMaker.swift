package import EndpointModel

/// Generates JSON documents of a type: the author's example, otherwise the required fields, or all
/// fields if none is required.
package struct ExampleMaker {
  private let api: APIModel
  private let types: [String: TypeModel]
  private let showsAll: Bool

  /// The maximum nesting of types in a document.
  private static let maximumDepth = 12

  /// - Parameter showsAll: Whether documents have all fields rather than the required ones.
  package init(_ api: APIModel, showsAll: Bool = false) {
    self.api = api
    self.showsAll = showsAll
    types = Dictionary(api.types.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Returns a document of a type.
  package func example(of type: TypeReference) -> String { value(type, unit: nil, inside: []) }

  /// Returns the body of a response with a type; of a page, with items of the type.
  package func response(_ type: TypeReference, of endpoint: OperationModel) -> String {
    guard endpoint.isPaginated, let pagination = api.pagination else { return example(of: type) }
    let total = pagination.total.map { [(name: $0, value: "1")] } ?? []
    return object([(pagination.items, "[\(example(of: type))]")] + total)
  }

  /// - Parameter path: The names of the enclosing types.
  private func value(_ type: TypeReference, unit: TimeUnit?, inside path: [String]) -> String {
    switch type {
    case .scalar(let scalar): return value(scalar, unit: unit)
    case .named(let name): return value(named: name, unit: unit, inside: path)
    case .list(.named(let name)) where path.contains(name): return "[]"
    case .list(let element): return "[\(value(element, unit: unit, inside: path))]"
    case .map(let element): return object([("key", value(element, unit: unit, inside: path))])
    }
  }

  private func value(_ scalar: ScalarType, unit: TimeUnit?) -> String {
    switch scalar {
    case .string: "\"text\""
    case .bool: "true"
    case .int, .int64: "1"
    case .double, .decimal: "1.5"
    case .date: unit.map { "\($0.exampleDate)" } ?? "\"2026-01-31T12:00:00Z\""
    case .duration: "60"
    case .url: "\"https://example.com/\""
    case .objectID: "\"5e2f0a1b9c8d7e6f5a4b3c2d\""
    case .data: "\"AAEC\""
    case .json: "{}"
    }
  }

  private func value(named name: String, unit: TimeUnit? = nil, inside path: [String]) -> String {
    guard let type = types[name], path.count < Self.maximumDepth else { return "{}" }
    switch type {
    case .structure(let model):
      return model.examples.first?.json ?? object(members(of: model, inside: path))
    case .enumeration(let model): return (model.cases.first?.value ?? "").quotedAsJSON
    case .alias(let model): return value(model.type, unit: unit, inside: path + [name])
    case .union(let model): return value(of: model, inside: path)
    }
  }

  private func members(of model: StructModel, inside path: [String])
    -> [(name: String, value: String)]
  {
    guard !path.contains(model.name) else { return [] }
    let path = path + [model.name]
    let required = model.fields.filter(\.isRequired)
    let shown = showsAll || required.isEmpty ? model.fields : required
    return shown.map { ($0.name, value($0.type, unit: $0.unit, inside: path)) }
  }

  /// Returns a value of the first variant that is not an enclosing type.
  private func value(of model: UnionModel, inside path: [String]) -> String {
    let variants = model.variants
    guard let variant = variants.first(where: { !path.contains($0.type) }) ?? variants.first
    else { return "{}" }
    let path = path + [model.name]
    guard case .discriminator(let name) = model.selection, let value = variant.value,
      case .structure(let content) = types[variant.type], content.examples.isEmpty
    else { return self.value(named: variant.type, inside: path) }
    let others = members(of: content, inside: path).filter { $0.name != name }
    return object([(name, value.quotedAsJSON)] + others)
  }

  private func object(_ members: [(name: String, value: String)]) -> String {
    let texts = members.map { "\($0.name.quotedAsJSON):\($0.value)" }
    return "{\(texts.joined(separator: ","))}"
  }
}

extension TimeUnit {
  /// Noon of 31 January 2026, counted from 1970.
  fileprivate var exampleDate: Int { 1_769_860_800_000 / milliseconds }
}
