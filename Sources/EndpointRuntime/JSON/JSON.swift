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

extension JSON: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) { self = json.json() }

  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) {
    switch self {
    case .null: json.writeNull()
    case .bool(let value): json.write(bool: value)
    case .integer(let value): json.write(integer: value)
    case .decimal(let value): json.write(decimal: value)
    case .double(let value): json.write(double: value)
    case .string(let value): json.write(string: value)
    case .array(let elements): json.write(elements: elements)
    case .object(let members): json.write(members: members)
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
