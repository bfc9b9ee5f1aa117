package import EndpointModel
import EndpointRuntime
import Foundation

/// A body to edit: the example of the definition, or one with the required properties.
package struct BodyExample {
  private let catalog: EndpointCatalog
  private let endpoint: EndpointDescriptor

  /// Creates the example of an endpoint's body.
  package init(catalog: EndpointCatalog, endpoint: EndpointDescriptor) {
    self.catalog = catalog
    self.endpoint = endpoint
  }

  /// The JSON document, in which required properties come first; `nil` if the endpoint has no body in
  /// JSON.
  package var document: String? {
    guard let type = endpoint.body?.jsonType else { return nil }
    let given = catalog.details(of: endpoint.name)?.body?.examples.first
      .flatMap { JSONCoding.document(Data($0.json.utf8)) }
    let value = given ?? ExampleMaker(types: catalog.types).value(of: type, depth: 0)
    return OrderedWriter(types: catalog.types).document(of: value, type)
  }
}

/// Creates example values of types.
private struct ExampleMaker {
  let types: CatalogTypes

  func value(of type: TypeReference, depth: Int) -> JSON {
    switch types.underlying(type) {
    case .list(let element): .array([value(of: element, depth: depth + 1)])
    case .map: .object([:])
    case .scalar(let scalar): value(of: scalar)
    case .named(let name): types[name].map { value(of: $0, depth: depth) } ?? .object([:])
    }
  }

  private func value(of type: TypeDescriptor, depth: Int) -> JSON {
    switch type.kind {
    case .structure(let fields): return object(fields, depth: depth)
    case .enumeration(let cases): return .string(cases.first?.value ?? "")
    case .alias(let other): return value(of: other, depth: depth)
    case .union(let union):
      guard depth < 8, let variant = union.variants.first else { return .object([:]) }
      var members = value(of: .named(variant.type), depth: depth + 1).object ?? [:]
      if let name = union.discriminator { members[name] = variant.value.map { .string($0) } }
      return .object(members)
    }
  }

  /// The required properties; all simple ones if none is required.
  private func object(_ fields: [FieldDescriptor], depth: Int) -> JSON {
    let settable = fields.filter { $0.access != .read && !$0.documentation.isDeprecated }
    let required = settable.filter(\.isRequired)
    let chosen =
      required.isEmpty && depth < 2
      ? settable.filter { ExampleMaker.isSimple(types.underlying($0.type), types) } : required
    guard depth < 8 else { return .object([:]) }
    return .object(
      Dictionary(chosen.map { ($0.name, value(of: $0, depth: depth + 1)) }) { first, _ in first })
  }

  private static func isSimple(_ type: TypeReference, _ types: CatalogTypes) -> Bool {
    switch type {
    case .scalar: true
    case .named(let name): types[name].map { !$0.cases.isEmpty } ?? false
    case .list, .map: false
    }
  }

  private func value(of field: FieldDescriptor, depth: Int) -> JSON {
    if let first = field.constraints.values.first { return .string(first) }
    switch types.underlying(field.type) {
    case .date where field.unit != nil: return 1_769_860_800
    case .int, .int64, .double, .decimal, .duration:
      return .integer(
        Int64(clamping: Int(max(field.constraints.minimum ?? 1, 1).rounded(.up).bounded)))
    case let type: return value(of: type, depth: depth)
    }
  }

  private func value(of scalar: ScalarType) -> JSON {
    switch scalar {
    case .string, .data: "…"
    case .bool: false
    case .int, .int64, .double, .decimal, .duration: 1
    case .date: "2026-01-31T12:00:00Z"
    case .url: "https://example.com"
    case .objectID: "000000000000000000000000"
    case .json: .object([:])
    }
  }
}

extension Double {
  /// The number within the range that integers and doubles represent exactly.
  fileprivate var bounded: Double {
    Swift.min(Swift.max(self, -9_007_199_254_740_991), 9_007_199_254_740_991)
  }
}

/// Writes JSON with the properties of objects in the order of their types, required ones first.
private struct OrderedWriter {
  let types: CatalogTypes

  func document(of value: JSON, _ type: TypeReference) -> String {
    text(of: value, type, indentation: "") + "\n"
  }

  private func text(of value: JSON, _ type: TypeReference?, indentation: String) -> String {
    let inner = indentation + "  "
    let type = type.map(types.underlying)
    switch value {
    case .array(let elements) where !elements.isEmpty:
      let lines = elements.map { inner + text(of: $0, type?.element, indentation: inner) }
      return "[\n\(lines.joined(separator: ",\n"))\n\(indentation)]"
    case .object(let members) where !members.isEmpty:
      let lines = fields(of: members, type).map { name, fieldType in
        let member = text(of: members[name] ?? .null, fieldType, indentation: inner)
        return "\(inner)\(JSON.string(name).quoted): \(member)"
      }
      return "{\n\(lines.joined(separator: ",\n"))\n\(indentation)}"
    default: return value.quoted
    }
  }

  private func fields(of members: [String: JSON], _ type: TypeReference?)
    -> [(name: String, type: TypeReference?)]
  {
    var known: [(name: String, type: TypeReference?)] = []
    if case .named(let name) = type {
      let lookup = FieldLookup(types: types, value: .object(members))
      known = lookup.fields(of: name).requiredFirst.filter { members[$0.name] != nil }
        .map { ($0.name, $0.type) }
    }
    let names = Set(known.map(\.name))
    let others = members.keys.filter { !names.contains($0) }.sorted()
    return known + others.map { ($0, nil) }
  }
}

extension JSON {
  /// The value as JSON.
  fileprivate var quoted: String {
    (try? JSONCoding.encode(self)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
  }
}
