package import EndpointDefinition
package import EndpointModel
package import EndpointRuntime
import Foundation

/// Makes up JSON of a type, with every member that it can have.
package struct SampleMaker: Sendable {
  private let types: [String: TypeModel]

  package init(_ api: APIModel) {
    types = Dictionary(api.types.map { ($0.name, $0) }) { first, _ in first }
  }

  /// A value of a type.
  ///
  /// - Parameters:
  ///   - unit: What a number that represents a date or a duration counts.
  ///   - path: The names of the types that the value is inside of, which it does not have again.
  package func value(
    _ type: TypeReference, unit: TimeUnit? = nil, inside path: [String] = []
  ) -> JSON? {
    switch type {
    case .scalar(let scalar): value(scalar, unit: unit)
    case .named(let name): path.contains(name) ? nil : value(named: name, inside: path + [name])
    case .list(let element):
      .array([value(element, unit: unit, inside: path)].compactMap { $0 })
    case .map(let element):
      .object(value(element, unit: unit, inside: path).map { ["key": $0] } ?? [:])
    }
  }

  private func value(_ scalar: ScalarType, unit: TimeUnit?) -> JSON {
    switch scalar {
    case .string: "some text"
    case .bool: true
    case .int, .int64: 7
    case .double, .decimal: 1.5
    case .date: unit == nil ? "2026-01-31T12:00:00Z" : 1_769_860_800
    case .duration: 60
    case .url: "https://example.com/"
    case .objectID: "5e2f0a1b9c8d7e6f5a4b3c2d"
    case .data: "AAEC"
    case .json: ["any": ["thing", 1, nil]]
    }
  }

  private func value(named name: String, inside path: [String]) -> JSON? {
    switch types[name] {
    case .structure(let model):
      .object(
        Dictionary(
          model.fields.compactMap { field in
            value(field.type, unit: field.unit, inside: path).map { (field.name, $0) }
          }, uniquingKeysWith: { first, _ in first }))
    case .enumeration(let model): model.cases.first.map { .string($0.value) }
    case .alias(let model): value(model.type, inside: path)
    case .union(let model): value(of: model, inside: path)
    case nil: nil
    }
  }

  /// A value of the first variant.
  private func value(of model: UnionModel, inside path: [String]) -> JSON? {
    guard let variant = model.variants.first(where: { !path.contains($0.type) }),
      case .object(var members)? = value(.named(variant.type), inside: path)
    else { return nil }
    if case .discriminator(let name) = model.selection, let value = variant.value {
      members[name] = .string(value)
    }
    return .object(members)
  }
}
