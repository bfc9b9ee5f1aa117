public import EndpointModel
public import Foundation

/// Reads the fields of a JSON object for generated types.
///
/// What may be absent is read without throwing; the first problem is kept and thrown by ``finish()``.
/// So a type has one way out of its initializer instead of one for each member, which is much less
/// code to compile.
@_spi(Generated) public struct FieldReader {
  private let container: KeyedDecodingContainer<FieldName>
  private var failure: (any Error)?

  /// Begins to read.
  ///
  /// - Throws: `DecodingError` if there is no object.
  public init(_ decoder: any Decoder) throws { container = try decoder.fields() }

  /// A required field.
  ///
  /// - Throws: `DecodingError` if it is missing or has another type.
  public func required<Value: Decodable>(_ name: String) throws -> Value {
    try container.decode(Value.self, forKey: FieldName(stringValue: name))
  }

  /// A field that may be missing or null.
  public mutating func optional<Value: Decodable>(_ name: String) -> Value? {
    keep { try $0.decodeIfPresent(Value.self, forKey: FieldName(stringValue: name)) }
  }

  /// A field of which null is a value of its own.
  public mutating func nullable<Value: Decodable>(_ name: String) -> Nullable<Value>? {
    keep { container in
      let key = FieldName(stringValue: name)
      guard container.contains(key) else { return nil }
      return try container.decode(Nullable<Value>.self, forKey: key)
    }
  }

  /// A required field with dates.
  ///
  /// - Throws: `DecodingError` if it is missing or has another type.
  public func required<Value: TimestampCodable>(date name: String) throws -> Value {
    let timestamps: Value.Timestamps = try required(name)
    return Value(timestamps: timestamps)
  }

  /// A field with dates that may be missing or null.
  public mutating func optional<Value: TimestampCodable>(date name: String) -> Value? {
    let timestamps: Value.Timestamps? = optional(name)
    return timestamps.map(Value.init)
  }

  /// A field with dates of which null is a value of its own.
  public mutating func nullable<Value: TimestampCodable>(date name: String) -> Nullable<Value>? {
    let timestamps: Nullable<Value.Timestamps>? = nullable(name)
    return timestamps.map { $0.value.map { .value(Value(timestamps: $0)) } ?? .null }
  }

  /// A required duration.
  ///
  /// - Throws: `DecodingError` if it is missing or has another type.
  public func required(_ name: String, in unit: TimeUnit) throws -> Duration {
    let count: TimeCount = try required(name)
    return count.duration(in: unit)
  }

  /// A duration that may be missing or null.
  public mutating func optional(_ name: String, in unit: TimeUnit) -> Duration? {
    let count: TimeCount? = optional(name)
    return count?.duration(in: unit)
  }

  /// A required date.
  ///
  /// - Throws: `DecodingError` if it is missing or has another type.
  public func required(_ name: String, in unit: TimeUnit) throws -> Date {
    let count: TimeCount = try required(name)
    return count.date(in: unit)
  }

  /// A date that may be missing or null.
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

  /// Ends the reading.
  ///
  /// - Throws: `DecodingError` for the first field that could not be read.
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
