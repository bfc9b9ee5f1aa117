public import EndpointModel
public import Foundation

/// Reads the fields of a JSON object for generated types.
///
/// Methods do not throw: after a problem they return placeholders, and who creates the reader throws
/// the first problem.
@_spi(Generated) public struct FieldReader {
  private let reading: JSONReading
  /// The position of the object in the index.
  private let object: Int
  /// The position of the first member that has not been found. Servers send most fields in a fixed
  /// order, so that the next one is usually here.
  private var next: Int
  private let end: Int

  /// Creates a reader of the fields of an object.
  public init(_ json: JSONReader) {
    reading = json.reading
    object = json.entry
    next = 0
    var end = 0
    if reading.isDecoding {
      let reading = reading
      _ = reading.attempt { try reading.decoder?.checkDepth() }
      _ = reading.fields
    } else if json.kind == .object {
      next = object + 1
      end = Int(reading.index.entries[object].next)
    } else {
      json.mismatch([String: Any].self, "an object", placeholder: ())
    }
    self.end = end
  }

  /// The whole object.
  public func json() -> JSON { JSONReader(reading, entry: object).json() }

  /// Returns the string that selects the variant of a union; `nil` if it is missing or not a string.
  public func discriminator(_ name: StaticString) -> String? {
    if reading.isDecoding, let container = reading.fields {
      return try? container.decode(String.self, forKey: FieldName(name))
    }
    guard let value = position(of: name) else { return nil }
    let kind = reading.index.entries[value].kind
    guard kind == .string || kind == .escapedString else { return nil }
    return JSONReader(reading, entry: value).string()
  }

  /// Whether all the named fields are present and not null.
  public func containsAll(_ names: StaticString...) -> Bool {
    names.allSatisfy { name in
      if reading.isDecoding, let container = reading.fields {
        let name = FieldName(name)
        return container.contains(name) && (try? container.decodeNil(forKey: name)) == false
      }
      return position(of: name).map { reading.index.entries[$0].kind != .null } ?? false
    }
  }
}

// Positions.
extension FieldReader {
  /// Returns the position of the value of a field that has not been found. Of several fields with
  /// the same name, the first one counts.
  private func position(of name: StaticString) -> Int? {
    let index = reading.index
    var position = next
    while position < end {
      if index.text(of: index.entries[position], is: name) { return position + 1 }
      position = Int(index.entries[position + 1].next)
    }
    return nil
  }

  private mutating func find(_ name: StaticString) -> JSONReader? {
    guard let value = position(of: name) else { return nil }
    // The members before have other names, since they have been found.
    if value == next + 1 { next = Int(reading.index.entries[value].next) }
    return JSONReader(reading, entry: value)
  }

  /// Returns the reader of a field; `nil` if it is missing or null.
  private mutating func present(_ name: StaticString) -> JSONReader? {
    guard let value = find(name), value.kind != .null else { return nil }
    return value
  }

  /// Returns the reader of a required field.
  private mutating func needed(_ name: StaticString) -> JSONReader {
    if let value = find(name) { return value }
    let name = FieldName(name)
    reading.fail(
      DecodingError.keyNotFound(
        name, .init(codingPath: path, debugDescription: "'\(name.stringValue)' is missing")))
    return JSONReader(JSONReading(.null), entry: 0)
  }

  private var path: [any CodingKey] { JSONReader(reading, entry: object).path }

  /// Returns the field of a decoder; `nil` if it is missing or null.
  @inline(never) private func decoded<Value: JSONValue>(_ name: StaticString) -> Value? {
    guard let container = reading.fields else { return nil }
    let name = FieldName(name)
    return reading.attempt {
      guard container.contains(name), try !container.decodeNil(forKey: name) else { return nil }
      return try container.decode(Coded<Value>.self, forKey: name).value
    }
  }

  /// Returns the required field of a decoder, or a placeholder.
  @inline(never) private func decodedOrPlaceholder<Value: JSONValue>(_ name: StaticString) -> Value
  {
    let value: Value? = reading.attempt {
      try reading.fields?.decode(Coded<Value>.self, forKey: FieldName(name)).value
    }
    return value ?? Value(json: JSONReader(JSONReading(.null), entry: 0))
  }
}

// Required fields.
extension FieldReader {
  /// Returns the value of a required field.
  public mutating func required<Value: JSONValue>(_ name: StaticString) -> Value {
    reading.isDecoding ? decodedOrPlaceholder(name) : Value(json: needed(name))
  }

  /// Returns the list of a required field.
  public mutating func required<Element: JSONValue>(list name: StaticString) -> [Element] {
    reading.isDecoding ? decodedOrPlaceholder(name) : needed(name).elements()
  }

  /// Returns the string of a required field.
  public mutating func required(string name: StaticString) -> String {
    reading.isDecoding ? decodedOrPlaceholder(name) : needed(name).string()
  }

  /// Returns the identifier of a required field.
  public mutating func required(objectID name: StaticString) -> ObjectID {
    ObjectID(required(string: name))
  }

  /// Returns the integer of a required field.
  public mutating func required(int name: StaticString) -> Int {
    reading.isDecoding ? decodedOrPlaceholder(name) : needed(name).integer(Int.self)
  }

  /// Returns the number of a required field.
  public mutating func required(double name: StaticString) -> Double {
    reading.isDecoding ? decodedOrPlaceholder(name) : needed(name).double()
  }

  /// Returns the Boolean of a required field.
  public mutating func required(bool name: StaticString) -> Bool {
    reading.isDecoding ? decodedOrPlaceholder(name) : needed(name).bool()
  }

  /// Returns the date of a required field.
  public mutating func required(date name: StaticString) -> Date {
    reading.isDecoding ? decodedOrPlaceholder(name) : needed(name).date()
  }

  /// Returns the date of a required field with a number of units since 1970.
  public mutating func required(date name: StaticString, in unit: TimeUnit) -> Date {
    let count: TimeCount = required(name)
    return count.date(in: unit)
  }

  /// Returns the duration of a required field.
  public mutating func required(duration name: StaticString, in unit: TimeUnit) -> Duration {
    let count: TimeCount = required(name)
    return count.duration(in: unit)
  }
}

// Optional fields: missing ones and null are `nil`.
extension FieldReader {
  /// Returns the value of an optional field.
  public mutating func optional<Value: JSONValue>(_ name: StaticString) -> Value? {
    if reading.isDecoding { return decoded(name) }
    guard let json = present(name) else { return nil }
    return Value(json: json)
  }

  /// Returns the list of an optional field.
  public mutating func optional<Element: JSONValue>(list name: StaticString) -> [Element]? {
    reading.isDecoding ? decoded(name) : present(name)?.elements()
  }

  /// Returns the string of an optional field.
  public mutating func optional(string name: StaticString) -> String? {
    reading.isDecoding ? decoded(name) : present(name)?.string()
  }

  /// Returns the identifier of an optional field.
  public mutating func optional(objectID name: StaticString) -> ObjectID? {
    optional(string: name).map { ObjectID($0) }
  }

  /// Returns the integer of an optional field.
  public mutating func optional(int name: StaticString) -> Int? {
    reading.isDecoding ? decoded(name) : present(name)?.integer(Int.self)
  }

  /// Returns the number of an optional field.
  public mutating func optional(double name: StaticString) -> Double? {
    reading.isDecoding ? decoded(name) : present(name)?.double()
  }

  /// Returns the Boolean of an optional field.
  public mutating func optional(bool name: StaticString) -> Bool? {
    reading.isDecoding ? decoded(name) : present(name)?.bool()
  }

  /// Returns the date of an optional field.
  public mutating func optional(date name: StaticString) -> Date? {
    reading.isDecoding ? decoded(name) : present(name)?.date()
  }

  /// Returns the date of an optional field with a number of units since 1970.
  public mutating func optional(date name: StaticString, in unit: TimeUnit) -> Date? {
    let count: TimeCount? = optional(name)
    return count?.date(in: unit)
  }

  /// Returns the duration of an optional field.
  public mutating func optional(duration name: StaticString, in unit: TimeUnit) -> Duration? {
    let count: TimeCount? = optional(name)
    return count?.duration(in: unit)
  }

  /// Returns the value of an optional field that can be null; `nil` if it is missing.
  public mutating func nullable<Value: JSONValue>(_ name: StaticString) -> Nullable<Value>? {
    if reading.isDecoding, let container = reading.fields {
      guard container.contains(FieldName(name)) else { return nil }
      return decoded(name) ?? .null
    }
    guard let json = find(name) else { return nil }
    return Nullable(json: json)
  }
}

extension FieldName {
  fileprivate init(_ name: StaticString) { self.init(stringValue: name.description) }
}
