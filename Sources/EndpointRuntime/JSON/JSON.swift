public import Foundation

/// A JSON value. Integers of 64 bits and decimal fractions keep their exact values.
public enum JSON: Hashable, Sendable {
  /// `null`.
  case null
  /// `true` or `false`.
  case bool(Bool)
  /// An integer of 64 bits.
  case integer(Int64)
  /// Any other number of up to 38 digits.
  case decimal(Decimal)
  /// A number out of the range of decimals.
  case double(Double)
  /// A string.
  case string(String)
  /// An array.
  case array([JSON])
  /// An object.
  case object([String: JSON])
}

extension JSON {
  /// The value of a field; `nil` if the value is not an object or has no such field.
  public subscript(name: String) -> JSON? {
    guard case .object(let members) = self else { return nil }
    return members[name]
  }

  /// The fields; `nil` if the value is not an object.
  public var object: [String: JSON]? {
    guard case .object(let value) = self else { return nil }
    return value
  }

  /// The Boolean; `nil` if the value is not one.
  public var bool: Bool? {
    guard case .bool(let value) = self else { return nil }
    return value
  }

  /// The number, rounded if necessary; `nil` if the value is not a number.
  public var double: Double? {
    switch self {
    case .integer(let value): Double(value)
    case .decimal(let value): NSDecimalNumber(decimal: value).doubleValue
    case .double(let value): value
    case .null, .bool, .string, .array, .object: nil
    }
  }

  /// The string; `nil` if the value is not one.
  public var string: String? {
    guard case .string(let value) = self else { return nil }
    return value
  }

  /// The integer; `nil` if the value is not one.
  public var integer: Int64? {
    guard case .integer(let value) = self else { return nil }
    return value
  }

  /// The elements; `nil` if the value is not an array.
  public var array: [JSON]? {
    guard case .array(let value) = self else { return nil }
    return value
  }
}

extension JSON: Codable {
  /// Decodes any value.
  ///
  /// - Throws: `DecodingError.dataCorrupted` if the value is nested deeper than 64 levels, which
  ///   could overflow the stack of a thread.
  public init(from decoder: any Decoder) throws {
    guard decoder.codingPath.count <= 64 else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: decoder.codingPath, debugDescription: "it is nested too deeply"))
    }
    if let object = try? decoder.container(keyedBy: FieldName.self) {
      let members = try object.allKeys.map { name in
        (name.stringValue, try object.decode(JSON.self, forKey: name))
      }
      self = .object(Dictionary(members) { _, last in last })
    } else if var list = try? decoder.unkeyedContainer() {
      var elements: [JSON] = []
      while !list.isAtEnd { elements.append(try list.decode(JSON.self)) }
      self = .array(elements)
    } else {
      self = try JSON(scalar: decoder.singleValueContainer())
    }
  }

  private init(scalar container: any SingleValueDecodingContainer) throws {
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Decimal.self) {
      self = .decimal(value)
    } else {
      self = .double(try container.decode(Double.self))
    }
  }

  /// Encodes the value.
  public func encode(to encoder: any Encoder) throws {
    switch self {
    case .object(let members):
      var object = encoder.container(keyedBy: FieldName.self)
      for (name, value) in members {
        try object.encode(value, forKey: FieldName(stringValue: name))
      }
    case .array(let elements):
      var list = encoder.unkeyedContainer()
      for element in elements { try list.encode(element) }
    default:
      var container = encoder.singleValueContainer()
      switch self {
      case .bool(let value): try container.encode(value)
      case .integer(let value): try container.encode(value)
      case .decimal(let value): try container.encode(value)
      case .double(let value): try container.encode(value)
      case .string(let value): try container.encode(value)
      case .null, .array, .object: try container.encodeNil()
      }
    }
  }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral, ExpressibleByNilLiteral,
  ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  /// Creates a string.
  public init(stringLiteral value: String) { self = .string(value) }
  /// Creates a Boolean.
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  /// Creates a whole number.
  public init(integerLiteral value: Int64) { self = .integer(value) }
  /// Creates a number of the shortest decimal digits that mean the literal.
  public init(floatLiteral value: Double) {
    self = Decimal(string: "\(value)").map { .decimal($0) } ?? .double(value)
  }
  /// Creates null.
  public init(nilLiteral: ()) { self = .null }
  /// Creates a list.
  public init(arrayLiteral elements: JSON...) { self = .array(elements) }
  /// Creates an object.
  public init(dictionaryLiteral elements: (String, JSON)...) {
    self = .object(Dictionary(elements) { _, last in last })
  }
}
