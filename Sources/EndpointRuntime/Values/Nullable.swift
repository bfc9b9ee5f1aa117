/// A member that can be null, which means something else than that it is absent.
///
/// In a change, an absent member (`nil`) stays as it is, null removes it, and a value replaces it.
public enum Nullable<Value> {
  /// Null.
  case null
  /// A value.
  case value(Value)

  /// The value, if there is one.
  public var value: Value? {
    guard case .value(let value) = self else { return nil }
    return value
  }
}

extension Nullable: Sendable where Value: Sendable {}
extension Nullable: Equatable where Value: Equatable {}
extension Nullable: Hashable where Value: Hashable {}

extension Nullable: Decodable where Value: Decodable {
  /// Reads null or a value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    self = container.decodeNil() ? .null : .value(try container.decode(Value.self))
  }
}

extension Nullable: Encodable where Value: Encodable {
  /// Writes null or the value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .value(let value): try container.encode(value)
    }
  }
}
