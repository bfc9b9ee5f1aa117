import EndpointModel
import EndpointRuntime
import Foundation

/// Generates plausible values of types for required fields that nothing else determines: the same ones
/// for the same seed and place.
struct ValueMaker: Sendable {
  let types: CatalogTypes
  let seed: UInt64
  /// The time of the resource.
  let date: Date

  /// The maximum nesting of generated values.
  private static let maximumDepth = 8

  /// Returns a value of a field.
  ///
  /// - Parameter place: The path of the field, from that of its resource.
  func value(of field: FieldDescriptor, at place: String, depth: Int = 0) -> JSON {
    if field.isSensitive {
      switch types.underlying(field.type) {
      case .scalar(.string): return "********"
      case .list(let element) where types.underlying(element) == .string: return ["********"]
      default: break
      }
    }
    return value(
      field.type, named: field.name, unit: field.unit, constraints: field.constraints, at: place,
      depth: depth)
  }

  private func value(
    _ type: TypeReference, named name: String, unit: TimeUnit?, constraints: ParameterConstraints,
    at place: String, depth: Int
  ) -> JSON {
    switch types.underlying(type) {
    case .scalar(let scalar):
      return value(scalar, named: name, unit: unit, constraints: constraints, at: place)
    case .list(let element):
      let count = depth < Self.maximumDepth ? constraints.minItems ?? 0 : 0
      return .array(
        (0..<count).map { index in
          value(
            element, named: name, unit: unit, constraints: .init(), at: "\(place)[\(index)]",
            depth: depth + 1)
        })
    case .map: return [:]
    case .named(let name):
      guard let descriptor = types[name], depth < Self.maximumDepth else { return [:] }
      return value(descriptor, at: place, depth: depth)
    }
  }

  private func value(_ descriptor: TypeDescriptor, at place: String, depth: Int) -> JSON {
    switch descriptor.kind {
    case .enumeration(let cases): return .string(cases.first?.value ?? "")
    case .structure(let fields): return .object(required(fields, at: place, depth: depth))
    case .union(let union):
      guard let variant = union.variants.first else { return [:] }
      var members = types[variant.type]?.fields ?? []
      members.removeAll { $0.name == union.discriminator }
      var value = required(members, at: place, depth: depth)
      if let name = union.discriminator, let selected = variant.value {
        value[name] = .string(selected)
      }
      return .object(value)
    case .alias: return .null
    }
  }

  private func required(
    _ fields: [FieldDescriptor], at place: String, depth: Int
  ) -> [String: JSON] {
    let required = fields.filter { $0.isRequired && $0.access != .write }
    return Dictionary(
      required.map { ($0.name, value(of: $0, at: "\(place).\($0.name)", depth: depth + 1)) }
    ) { first, _ in first }
  }

  private func value(
    _ type: ScalarType, named name: String, unit: TimeUnit?, constraints: ParameterConstraints,
    at place: String
  ) -> JSON {
    switch type {
    case .bool: return false
    case .int, .int64, .duration: return .integer(Int64(constraints.minimum ?? 0))
    case .double, .decimal: return .integer(Int64(constraints.minimum ?? 0))
    case .date: return .date(date, in: unit)
    case .url: return .string("https://example.net/\(hexadecimal(8, at: place))")
    case .objectID: return .string(hexadecimal(24, at: place))
    case .data: return ""
    case .json: return [:]
    case .string: return .string(string(named: name, constraints: constraints, at: place))
    }
  }

  private func string(
    named name: String, constraints: ParameterConstraints, at place: String
  ) -> String {
    if let value = constraints.values.first { return value }
    let digits = hexadecimal(24, at: place)
    let candidates =
      candidates(for: ItemTemplate.plain(name), digits: digits)
      + [digits, String(digits.prefix(8)), "10.0.0.1", "10.0.0.0/16", "host.example.net:27017"]
    return candidates.first { constraints.violation(by: $0) == nil } ?? candidates[0]
  }

  /// Values by the words of a name.
  private func candidates(for name: String, digits: String) -> [String] {
    let short = digits.prefix(8)
    let words: [(String, String)] = [
      ("email", "user-\(short)@example.net"), ("username", "user-\(short)@example.net"),
      ("hostname", "host-\(short).example.net"), ("host", "host-\(short).example.net"),
      ("url", "https://\(short).example.net"), ("uri", "https://\(short).example.net"),
      ("href", "https://\(short).example.net"), ("cidr", "10.0.0.0/16"),
      ("ipaddress", "10.0.0.1"), ("version", "8.0.4"), ("region", "US_EAST_1"),
      ("timestamp", Timestamp.string(from: date)), ("date", Timestamp.string(from: date)),
    ]
    if let (_, value) = words.first(where: { name.contains($0.0) }) { return [value] }
    if name.hasSuffix("id") || name == "id" { return [digits] }
    return ["\(name)-\(short.prefix(4))"]
  }

  private func hexadecimal(_ count: Int, at place: String) -> String {
    var generator = SeededGenerator(seed: seed, purpose: place)
    return generator.hexadecimal(digits: count)
  }
}

extension JSON {
  /// Returns a date as a number of units, or in ISO 8601 without one.
  static func date(_ date: Date, in unit: TimeUnit?) -> JSON {
    guard let unit else { return .string(Timestamp.string(from: date)) }
    return .integer(Int64(date.timeIntervalSince1970 * 1000) / Int64(unit.milliseconds))
  }
}
