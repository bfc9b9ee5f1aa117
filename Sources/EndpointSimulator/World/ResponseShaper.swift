import EndpointModel
import EndpointRuntime
import Foundation

/// Gives a stored resource the shape of a response type: only the fields of the type, without secrets,
/// and with what the server itself sets.
struct ResponseShaper: Sendable {
  let types: CatalogTypes
  let maker: ValueMaker
  /// The values in the path, by the names of fields without differences between spellings.
  let pathValues: [String: String]
  /// The path of the resource.
  let path: String
  /// The URL of the resource.
  let url: String
  /// The times of its creation and of its last change; `nil` for what always exists.
  let dates: (created: Date, changed: Date)?
  /// The names of the secrets that the server creates and the response shows this once.
  var newSecrets: Set<String> = []

  /// Returns a resource in the shape of a type.
  func shaped(_ value: JSON, as type: TypeReference) -> JSON {
    object(value, as: type, at: path, isOutermost: true) ?? value
  }

  /// Returns an object in the shape of a struct or a union; `nil` for other values and types.
  private func object(
    _ value: JSON, as type: TypeReference, at place: String, isOutermost: Bool = false
  ) -> JSON? {
    guard let members = value.object, let fields = types.fields(of: type, for: value) else {
      return nil
    }
    var result = shaped(members, fields: fields.fields, at: place, isOutermost: isOutermost)
    if let (name, value) = fields.selection { result[name] = value }
    return .object(result)
  }

  private func shaped(
    _ members: [String: JSON], fields: [FieldDescriptor], at place: String,
    isOutermost: Bool
  ) -> [String: JSON] {
    var result: [String: JSON] = [:]
    for field in fields where field.access != .write {
      let place = "\(place).\(field.name)"
      // No secret of a request is stored, and none of the server that is shown only once.
      if field.isSensitive, members[field.name] == nil {
        if isOutermost, newSecrets.contains(field.name), types.underlying(field.type) == .string {
          result[field.name] = secret(at: place)
        } else if field.isRequired {
          result[field.name] = maker.value(of: field, at: place)
        }
      } else if let value = members[field.name], value != .null,
        let value = converted(value, to: field.type, at: place)
      {
        result[field.name] = value
      } else if isOutermost, let value = serverValue(of: field, among: members) {
        result[field.name] = value
      } else if field.isRequired {
        result[field.name] = maker.value(of: field, at: place)
      } else if field.isNullable, members[field.name] == .null {
        result[field.name] = .null
      }
    }
    return result
  }

  /// Returns a value as a value of a type; `nil` if it is of another kind.
  private func converted(_ value: JSON, to type: TypeReference, at place: String) -> JSON? {
    switch types.underlying(type) {
    case .scalar(let scalar): return value.isOfKind(scalar) ? value : nil
    case .list(let element):
      return value.array.map { elements in
        .array(
          elements.enumerated().compactMap { index, value in
            converted(value, to: element, at: "\(place)[\(index)]")
          })
      }
    case .map(let element):
      guard let members = value.object else { return nil }
      var result: [String: JSON] = [:]
      for (name, value) in members {
        result[name] = converted(value, to: element, at: "\(place).\(name)")
      }
      return .object(result)
    case .named(let name):
      guard let descriptor = types[name] else { return value }
      if case .enumeration = descriptor.kind { return value.string == nil ? nil : value }
      return object(value, as: type, at: place)
    }
  }

  /// Returns the value of a field that the server sets.
  private func serverValue(of field: FieldDescriptor, among members: [String: JSON]) -> JSON? {
    let name = ItemTemplate.plain(field.name)
    let type = types.underlying(field.type)
    if name == "id", let id = members["id"] ?? members["_id"], id.string != nil { return id }
    if let value = pathValues[name] {
      switch type {
      case .string, .objectID: return .string(value)
      case .int, .int64: return Int64(value).map { .integer($0) }
      case .named where types.kind(of: type) == .scalar: return .string(value)
      default: return nil
      }
    }
    if type == .date, let dates {
      if Self.creationNames.contains(name) { return .date(dates.created, in: field.unit) }
      if Self.changeNames.contains(name) { return .date(dates.changed, in: field.unit) }
    }
    if name == "links", case .list(let element) = type,
      types.fieldNames(of: element).isSuperset(of: ["href", "rel"])
    {
      return [["rel": "self", "href": .string(url)]]
    }
    return nil
  }

  private func secret(at place: String) -> JSON {
    var generator = SeededGenerator(seed: maker.seed, purpose: place)
    let digits = [8, 4, 4, 4, 12].map { generator.hexadecimal(digits: $0) }
    return .string(digits.joined(separator: "-"))
  }

  private static let creationNames: Set = [
    "created", "createdat", "createdate", "createddate", "createdtime", "creationdate",
    "creationtime", "datecreated",
  ]

  private static let changeNames: Set = [
    "updated", "updatedat", "updateddate", "updatedtime", "lastupdated", "lastupdatedat",
    "lastupdateddate", "lastmodified", "lastmodifieddate", "modified", "datemodified",
  ]
}

extension CatalogTypes {
  /// Returns the fields of the struct that an object is, and the discriminator of a union if the object
  /// lacks it; `nil` if the type is not a struct or a union.
  func fields(
    of type: TypeReference, for value: JSON, depth: Int = 0
  ) -> (fields: [FieldDescriptor], selection: (String, JSON)?)? {
    guard case .named(let name) = underlying(type), let descriptor = self[name], depth < 8 else {
      return nil
    }
    switch descriptor.kind {
    case .structure(let fields): return (fields, nil)
    case .enumeration, .alias: return nil
    case .union(let union):
      guard let variant = variant(of: union, for: value) else { return nil }
      guard let inner = fields(of: .named(variant.type), for: value, depth: depth + 1) else {
        return nil
      }
      guard let name = union.discriminator, let selected = variant.value else { return inner }
      let value = value[name].flatMap { $0.string == nil ? nil : $0 } ?? .string(selected)
      return (inner.fields.filter { $0.name != name }, (name, value))
    }
  }

  private func variant(of union: UnionDescriptor, for value: JSON) -> UnionDescriptor.Variant? {
    if let name = union.discriminator, let selected = value[name]?.string,
      let variant = union.variants.first(where: { $0.value == selected })
    {
      return variant
    }
    let names = Set((value.object ?? [:]).keys)
    func shared(_ variant: UnionDescriptor.Variant) -> Int {
      fieldNames(of: .named(variant.type)).intersection(names).count
    }
    let complete = union.variants.first { variant in
      let required = self[variant.type]?.fields.filter(\.isRequired).map(\.name) ?? []
      return union.discriminator == nil && !required.isEmpty && names.isSuperset(of: required)
    }
    // The first of several with as many fields.
    return complete ?? union.variants.reversed().max { shared($0) < shared($1) }
  }
}

extension JSON {
  /// Whether a value is of the kind of JSON that a scalar type has.
  fileprivate func isOfKind(_ type: ScalarType) -> Bool {
    switch type {
    case .json: true
    case .bool: bool != nil
    case .int, .int64, .double, .decimal, .duration: double != nil
    case .date: string != nil || double != nil
    case .string, .url, .objectID, .data: string != nil
    }
  }
}
