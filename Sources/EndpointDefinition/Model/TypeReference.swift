/// A use of a type.
public indirect enum TypeReference: Hashable, Sendable, CustomStringConvertible {
  /// A type of the language itself.
  case scalar(ScalarType)
  /// A type that a definition file declares.
  case named(String)
  /// A list of values.
  case list(TypeReference)
  /// A JSON object whose members all have one type.
  case map(TypeReference)

  /// The type as a person would write it: `String`, `[RestoreJob]`, `[String: Int]`.
  public var description: String {
    switch self {
    case .scalar(let scalar): scalar.rawValue
    case .named(let name): name
    case .list(let element): "[\(element)]"
    case .map(let value): "[String: \(value)]"
    }
  }
}

/// A type of the definition language itself.
public enum ScalarType: String, CaseIterable, Sendable {
  /// Text.
  case string = "String"
  /// `true` or `false`.
  case bool = "Bool"
  /// A whole number of the platform's word size.
  case int = "Int"
  /// A whole number of 64 bits.
  case int64 = "Int64"
  /// A floating-point number.
  case double = "Double"
  /// A decimal number, kept exactly.
  case decimal = "Decimal"
  /// A point in time, in ISO 8601 on the wire or as a number of a unit since 1970.
  case date = "Date"
  /// A duration, as a number of a unit on the wire.
  case duration = "Duration"
  /// An absolute or relative URL.
  case url = "URL"
  /// An identifier, usually of 24 hexadecimal digits.
  case objectID = "ObjectID"
  /// Bytes, in Base64 inside JSON and as they are in a body.
  case data = "Data"
  /// Any JSON value.
  case json = "JSON"
}

extension ScalarType {
  /// The type that OpenAPI, JSON Schema or another language calls by a name, for suggestions.
  init?(otherName name: String) {
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

/// What a number that represents a point in time or a duration counts.
public enum TimeUnit: String, CaseIterable, Sendable {
  /// Thousandths of a second.
  case milliseconds
  /// Seconds.
  case seconds
  /// Minutes of 60 seconds.
  case minutes
  /// Hours of 60 minutes.
  case hours
  /// Days of 24 hours.
  case days
}
