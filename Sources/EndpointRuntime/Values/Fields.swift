public import Foundation

/// The name of a JSON object's member, for generated coding.
///
/// All generated types share this one key type: a `CodingKeys` enum for each would be most of what
/// the compiler has to do for a large API.
public struct FieldName: CodingKey, ExpressibleByStringLiteral, Sendable {
  /// The name.
  public let stringValue: String
  /// Always absent: members have no numbers.
  public var intValue: Int? { nil }

  /// Makes a name of a literal.
  public init(stringLiteral value: String) { stringValue = value }
  /// Makes a name.
  public init(stringValue: String) { self.stringValue = stringValue }
  /// Fails: members have no numbers.
  public init?(intValue: Int) { nil }
}

extension Decoder {
  /// The members of the JSON object being decoded.
  public func fields() throws -> KeyedDecodingContainer<FieldName> {
    try container(keyedBy: FieldName.self)
  }
}

extension Encoder {
  /// The members of the JSON object being encoded.
  public func fields() -> KeyedEncodingContainer<FieldName> {
    container(keyedBy: FieldName.self)
  }
}

extension KeyedDecodingContainer<FieldName> {
  /// A member that must be there.
  public func required<Value: Decodable>(_ name: FieldName) throws -> Value {
    try decode(Value.self, forKey: name)
  }

  /// A member that may be absent or null.
  public func optional<Value: Decodable>(_ name: FieldName) throws -> Value? {
    try decodeIfPresent(Value.self, forKey: name)
  }

  /// A member of which null is a value of its own.
  public func nullable<Value: Decodable>(_ name: FieldName) throws -> Nullable<Value>? {
    guard contains(name) else { return nil }
    return try decodeNil(forKey: name) ? .null : .value(decode(Value.self, forKey: name))
  }

  /// A length of time that must be there.
  public func required(_ name: FieldName, in unit: TimeUnit) throws -> Duration {
    try decode(TimeCount.self, forKey: name).duration(in: unit)
  }

  /// A length of time that may be absent or null.
  public func optional(_ name: FieldName, in unit: TimeUnit) throws -> Duration? {
    try decodeIfPresent(TimeCount.self, forKey: name)?.duration(in: unit)
  }

  /// A moment that must be there.
  public func required(_ name: FieldName, in unit: TimeUnit) throws -> Date {
    try decode(TimeCount.self, forKey: name).date(in: unit)
  }

  /// A moment that may be absent or null.
  public func optional(_ name: FieldName, in unit: TimeUnit) throws -> Date? {
    try decodeIfPresent(TimeCount.self, forKey: name)?.date(in: unit)
  }

  /// Whether all the named members are there.
  public func containsAll(_ names: FieldName...) -> Bool {
    names.allSatisfy { contains($0) }
  }
}

extension KeyedEncodingContainer<FieldName> {
  /// Writes a member.
  public mutating func set(_ name: FieldName, _ value: some Encodable) throws {
    try encode(value, forKey: name)
  }

  /// Writes a member, or nothing where the value is absent.
  public mutating func set(_ name: FieldName, _ value: (some Encodable)?) throws {
    try encodeIfPresent(value, forKey: name)
  }

  /// Writes a member, with null where the value is absent.
  public mutating func setNullable(_ name: FieldName, _ value: (some Encodable)?) throws {
    if let value { try encode(value, forKey: name) } else { try encodeNil(forKey: name) }
  }
}
