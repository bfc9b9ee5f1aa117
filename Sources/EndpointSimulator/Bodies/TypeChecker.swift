import EndpointModel
import EndpointRuntime
import Foundation

/// Checks JSON against the types of an API, and collects the problems.
///
/// Unknown fields are ignored, and null is as good as absence, as in Atlas.
struct TypeChecker {
  let types: CatalogTypes
  /// The names of enums with values that are not known.
  var openEnums: Set<String> = []
  /// Whether the outermost object can omit required fields.
  var isPartial = false
  /// The fields of the outermost object that the server sets if they are missing.
  var serverFields: Set<String> = []
  private(set) var problems: [BodyProblem] = []

  /// The maximum nesting of documents.
  private static let maximumDepth = 32

  init(types: CatalogTypes) { self.types = types }

  /// Checks a document.
  mutating func check(_ document: JSON, _ type: TypeReference) {
    if case .list(let element) = types.underlying(type), let elements = document.array {
      for (index, value) in elements.enumerated() {
        check(value, element, unit: nil, at: "[\(index)]", depth: 1)
      }
    } else {
      check(document, type, unit: nil, at: "", depth: 0)
    }
  }

  private mutating func check(
    _ value: JSON, _ type: TypeReference, unit: TimeUnit?, at path: String, depth: Int
  ) {
    guard depth < Self.maximumDepth else { return }
    switch types.underlying(type) {
    case .scalar(let scalar):
      if let problem = value.problem(as: scalar, unit: unit) { report(.type(problem), at: path) }
    case .list(let element):
      guard let elements = value.array else { return report(.type("must be a list"), at: path) }
      for (index, value) in elements.enumerated() {
        check(value, element, unit: unit, at: "\(path)[\(index)]", depth: depth + 1)
      }
    case .map(let element):
      guard let members = value.object else {
        return report(.type("must be an object"), at: path)
      }
      for (name, value) in members.sorted(by: { $0.key < $1.key }) where value != .null {
        check(value, element, unit: unit, at: path.appending(field: name), depth: depth + 1)
      }
    case .named(let name):
      guard let descriptor = types[name] else { return }
      check(value, descriptor, at: path, depth: depth)
    }
  }

  private mutating func check(
    _ value: JSON, _ descriptor: TypeDescriptor, at path: String, depth: Int
  ) {
    switch descriptor.kind {
    case .enumeration(let cases):
      guard let text = value.string else { return report(.type("must be a string"), at: path) }
      let known = cases.map(\.value)
      if !known.contains(text), !openEnums.contains(descriptor.name) {
        report(.unknownValue(text, known: known), at: path)
      }
    case .structure(let fields):
      guard let members = value.object else {
        return report(.type("must be an object"), at: path)
      }
      for field in fields { check(members[field.name], field, at: path, depth: depth) }
    case .union(let union):
      guard let members = value.object else {
        return report(.type("must be an object"), at: path)
      }
      check(members, union, at: path, depth: depth)
    case .alias(let type): check(value, type, unit: nil, at: path, depth: depth)
    }
  }

  private mutating func check(
    _ value: JSON?, _ field: FieldDescriptor, at path: String, depth: Int
  ) {
    let isOutermost = depth == 0 || path.hasSuffix("]") && depth == 1
    guard field.access != .read else { return }
    let path = path.appending(field: field.name)
    guard let value, value != .null else {
      let isOptional =
        !field.isRequired || isOutermost && (isPartial || serverFields.contains(field.name))
      if !isOptional { report(.missing, at: path) }
      return
    }
    let count = problems.count
    check(value, field.type, unit: field.unit, at: path, depth: depth + 1)
    guard problems.count == count, field.constraints != ParameterConstraints() else { return }
    if let violation = field.constraints.violation(by: value) {
      report(.constraint(violation), at: path)
    }
  }

  /// Checks an object against the variant that it selects.
  private mutating func check(
    _ members: [String: JSON], _ union: UnionDescriptor, at path: String, depth: Int
  ) {
    guard let discriminator = union.discriminator else {
      return checkByShape(members, union, at: path, depth: depth)
    }
    let place = path.appending(field: discriminator)
    guard let value = members[discriminator], value != .null else {
      if !(isPartial && depth == 0) { report(.missing, at: place) }
      return
    }
    let known = union.variants.compactMap(\.value)
    guard let variant = union.variants.first(where: { .string($0.value ?? "") == value }) else {
      return report(.type("must be one of \(known.abbreviated)"), at: place)
    }
    check(.object(members), .named(variant.type), unit: nil, at: path, depth: depth)
  }

  /// Accepts an object if any variant does; otherwise reports the problems with the variant that has
  /// the most of its fields.
  private mutating func checkByShape(
    _ members: [String: JSON], _ union: UnionDescriptor, at path: String, depth: Int
  ) {
    var closest: (problems: [BodyProblem], shared: Int)?
    for variant in union.variants {
      var checker = self
      checker.problems = []
      checker.check(.object(members), .named(variant.type), unit: nil, at: path, depth: depth)
      if checker.problems.isEmpty { return }
      let shared = types.fieldNames(of: .named(variant.type)).count { members[$0] != nil }
      if closest.map({ shared > $0.shared }) ?? true { closest = (checker.problems, shared) }
    }
    problems += closest?.problems ?? []
  }

  private mutating func report(_ kind: BodyProblem.Kind, at path: String) {
    problems.append(BodyProblem(path: path, kind: kind))
  }
}

extension String {
  /// Returns the path of a field.
  fileprivate func appending(field name: String) -> String { isEmpty ? name : "\(self).\(name)" }
}

extension CatalogTypes {
  /// Returns the names of the fields of a struct, or of all variants of a union.
  func fieldNames(of type: TypeReference) -> Set<String> {
    guard case .named(let name) = underlying(type), let descriptor = self[name] else { return [] }
    switch descriptor.kind {
    case .structure(let fields): return Set(fields.map(\.name))
    case .union(let union):
      return union.variants.reduce(into: []) { names, variant in
        if variant.type != name { names.formUnion(fieldNames(of: .named(variant.type))) }
      }
    case .enumeration, .alias: return []
    }
  }
}

extension ParameterConstraints {
  /// The reason why a value is invalid, or an item of a list, as the end of a sentence; `nil` if it is
  /// valid.
  fileprivate func violation(by value: JSON) -> String? {
    switch value {
    case .string(let text): return violation(by: text)
    case .integer(let number): return violation(by: String(number))
    case .decimal(let number): return violation(by: "\(number)")
    case .double(let number): return violation(by: "\(number)")
    case .array(let elements):
      if let violation = violation(byCount: elements.count) { return violation }
      if uniqueItems, Set(elements).count < elements.count { return "has an item twice" }
      return elements.lazy.compactMap { violation(by: $0) }.first
    case .null, .bool, .object: return nil
    }
  }
}

extension JSON {
  /// The reason why a value is not of a scalar type, as the end of a sentence; `nil` if it is.
  fileprivate func problem(as type: ScalarType, unit: TimeUnit?) -> String? {
    switch type {
    case .json: return nil
    case .bool: return bool == nil ? "must be true or false" : nil
    case .int, .int64: return isWhole ? nil : "must be a whole number"
    case .double, .decimal, .duration: return double == nil ? "must be a number" : nil
    case .date where unit != nil: return double == nil ? "must be a number" : nil
    case .date:
      return string.flatMap { Timestamp.date(from: $0) } == nil
        ? "must be a date in ISO 8601, such as 2026-01-31T08:00:00Z" : nil
    case .string: return string == nil ? "must be a string" : nil
    case .url: return string.flatMap { URL(string: $0) } == nil ? "must be a URL" : nil
    case .data: return string.flatMap { Data(base64Encoded: $0) } == nil ? "must be Base64" : nil
    case .objectID:
      let isValid = string.map { $0.utf8.count == 24 && $0.utf8.allSatisfy(\.isHexDigit) }
      return isValid == true ? nil : "must be 24 hexadecimal digits"
    }
  }

  private var isWhole: Bool {
    switch self {
    case .integer: true
    case .decimal, .double: double.map { $0 == $0.rounded() } ?? false
    case .null, .bool, .string, .array, .object: false
    }
  }
}
