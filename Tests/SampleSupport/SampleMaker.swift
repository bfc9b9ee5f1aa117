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
            value(of: field, inside: path).map { (field.name, $0) }
          }, uniquingKeysWith: { first, _ in first }))
    case .enumeration(let model): model.cases.first.map { .string($0.value) }
    case .alias(let model): value(model.type, inside: path)
    case .union(let model): value(of: model, inside: path)
    case nil: nil
    }
  }

  /// A value of a field within its constraints.
  private func value(of field: FieldModel, inside path: [String]) -> JSON? {
    guard let value = value(field.type, unit: field.unit, inside: path) else { return nil }
    return field.constraints.adjusted(value)
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

extension ParameterConstraints {
  /// Values for constraints on strings.
  static let candidates = [
    "some text", "text", "2026-01-31", "5e2f0a1b9c8d7e6f5a4b3c2d", "192.0.2.1", "192.0.2.0/24",
    "sg-1", "host.example.com:27017", "https://example.com/", "mdb_sa_id_5e2f0a1b9c8d7e6f5a4b3c2d",
    "vpce-0f1e2d3c4b5a69788", "us-east-1", "3.0.0", "ada@example.com", "123456789012",
    "projects/p/locations/l/keyRings/k/cryptoKeys/c/cryptoKeyVersions/1", "arn:aws:iam::1:role/r",
    String(repeating: "0123456789abcdef", count: 4), "12345678-1234-1234-1234-123456789012", "US",
    "abcdefgh", "arn:aws:kafka:us-east-1:1:cluster/c", "a",
  ]

  /// Returns a value that satisfies the constraints, if the value or a candidate does.
  fileprivate func adjusted(_ value: JSON) -> JSON {
    switch value {
    case .string(let text):
      if violation(by: text) == nil { return value }
      return .string(Self.candidates.first { violation(by: $0) == nil } ?? text)
    case .integer(let number):
      if let minimum, Double(number) < minimum { return .integer(Int64(minimum.rounded(.up))) }
      if let maximum, Double(number) > maximum { return .integer(Int64(maximum)) }
      return value
    case .double, .decimal:
      guard let number = value.double else { return value }
      if let minimum, number < minimum { return .integer(Int64(minimum.rounded(.up))) }
      if let maximum, number > maximum { return .integer(Int64(maximum)) }
      return value
    case .array(let elements):
      var elements = elements.map(adjusted)
      while let minItems, let first = elements.first, elements.count < minItems, !uniqueItems {
        elements.append(first)
      }
      return .array(elements)
    case .null, .bool, .object: return value
    }
  }
}
