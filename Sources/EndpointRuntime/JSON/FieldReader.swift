public import EndpointModel
public import Foundation

/// Reads the fields of a JSON object for generated types.
///
/// Methods for optional fields do not throw; ``finish()`` throws the first problem. The initializer
/// of a type then has one exit instead of one for each field, which compiles to much less code.
@_spi(Generated) public struct FieldReader {
  private let container: KeyedDecodingContainer<FieldName>
  private var failure: (any Error)?

  /// Creates a reader.
  ///
  /// - Throws: `DecodingError` if the value is not an object.
  public init(_ decoder: any Decoder) throws { container = try decoder.fields() }

  /// Returns the value of a required field.
  ///
  /// - Throws: `DecodingError` if the field is missing or has another type.
  public func required<Value: Decodable>(_ name: String) throws -> Value {
    try container.decode(Value.self, forKey: FieldName(stringValue: name))
  }

  /// Returns the value of an optional field; `nil` if it is missing or null.
  public mutating func optional<Value: Decodable>(_ name: String) -> Value? {
    keep { try $0.decodeIfPresent(Value.self, forKey: FieldName(stringValue: name)) }
  }

  /// Returns the value of an optional field that can be null; `nil` if it is missing.
  public mutating func nullable<Value: Decodable>(_ name: String) -> Nullable<Value>? {
    keep { container in
      let key = FieldName(stringValue: name)
      guard container.contains(key) else { return nil }
      return try container.decode(Nullable<Value>.self, forKey: key)
    }
  }

  /// Returns the dates of a required field.
  ///
  /// - Throws: `DecodingError` if the field is missing or has another type.
  public func required<Value: TimestampCodable>(date name: String) throws -> Value {
    let timestamps: Value.Timestamps = try required(name)
    return Value(timestamps: timestamps)
  }

  /// Returns the dates of an optional field; `nil` if it is missing or null.
  public mutating func optional<Value: TimestampCodable>(date name: String) -> Value? {
    let timestamps: Value.Timestamps? = optional(name)
    return timestamps.map(Value.init)
  }

  /// Returns the dates of an optional field that can be null; `nil` if it is missing.
  public mutating func nullable<Value: TimestampCodable>(date name: String) -> Nullable<Value>? {
    let timestamps: Nullable<Value.Timestamps>? = nullable(name)
    return timestamps.map { $0.value.map { .value(Value(timestamps: $0)) } ?? .null }
  }

  /// Returns the duration of a required field.
  ///
  /// - Throws: `DecodingError` if the field is missing or has another type.
  public func required(_ name: String, in unit: TimeUnit) throws -> Duration {
    let count: TimeCount = try required(name)
    return count.duration(in: unit)
  }

  /// Returns the duration of an optional field; `nil` if it is missing or null.
  public mutating func optional(_ name: String, in unit: TimeUnit) -> Duration? {
    let count: TimeCount? = optional(name)
    return count?.duration(in: unit)
  }

  /// Returns the date of a required field.
  ///
  /// - Throws: `DecodingError` if the field is missing or has another type.
  public func required(_ name: String, in unit: TimeUnit) throws -> Date {
    let count: TimeCount = try required(name)
    return count.date(in: unit)
  }

  /// Returns the date of an optional field; `nil` if it is missing or null.
  public mutating func optional(_ name: String, in unit: TimeUnit) -> Date? {
    let count: TimeCount? = optional(name)
    return count?.date(in: unit)
  }

  /// Whether all the named fields are present and not null.
  public func containsAll(_ names: String...) -> Bool {
    names.allSatisfy { name in
      let name = FieldName(stringValue: name)
      return container.contains(name) && (try? container.decodeNil(forKey: name)) == false
    }
  }

  /// Throws the first problem.
  ///
  /// - Throws: `DecodingError` for the first field that could not be decoded.
  public func finish() throws {
    if let failure { throw failure }
  }

  private mutating func keep<Value>(
    _ read: (KeyedDecodingContainer<FieldName>) throws -> Value?
  ) -> Value? {
    do {
      return try read(container)
    } catch {
      failure = failure ?? error
      return nil
    }
  }
}
