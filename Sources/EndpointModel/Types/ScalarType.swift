/// A type of the definition language itself.
public enum ScalarType: String, CaseIterable, Sendable {
  /// A string.
  case string = "String"
  /// `true` or `false`.
  case bool = "Bool"
  /// An integer of the platform's word size.
  case int = "Int"
  /// An integer of 64 bits.
  case int64 = "Int64"
  /// A floating-point number.
  case double = "Double"
  /// A decimal number with its exact value.
  case decimal = "Decimal"
  /// A point in time: on the wire in ISO 8601, or as a number of a unit since 1970.
  case date = "Date"
  /// A duration: on the wire as a number of a unit.
  case duration = "Duration"
  /// An absolute or relative URL.
  case url = "URL"
  /// An identifier, usually of 24 hexadecimal digits.
  case objectID = "ObjectID"
  /// Bytes: in JSON in Base64, in a body as they are.
  case data = "Data"
  /// Any JSON value.
  case json = "JSON"
}

extension ScalarType {
  /// Creates the type that OpenAPI, JSON Schema, or another language calls by a name, for suggestions.
  package init?(otherName name: String) {
    let names: [String: ScalarType] = [
      "integer": .int, "int32": .int, "long": .int64, "number": .double, "float": .double,
      "boolean": .bool, "text": .string, "uuid": .string, "object": .json, "any": .json,
      "datetime": .date, "date-time": .date, "timestamp": .date, "uri": .url, "binary": .data,
      "byte": .data, "bytes": .data, "oid": .objectID,
    ]
    guard let type = names[name.lowercased()] else { return nil }
    self = type
  }
}
