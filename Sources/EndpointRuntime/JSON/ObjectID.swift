/// An identifier that the server gives out, usually 24 hexadecimal digits.
///
/// Its form is not checked: servers have been seen to give out others, and what a server gave out it
/// must be possible to send back.
public struct ObjectID: RawRepresentable, Hashable, Sendable {
  /// The identifier's text.
  public var rawValue: String

  /// Creates an identifier of its text.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// Creates an identifier of its text.
  public init(_ text: String) { self.rawValue = text }
}

extension ObjectID: ExpressibleByStringLiteral {
  /// Creates an identifier of a literal.
  public init(stringLiteral value: String) { self.init(value) }
}

extension ObjectID: CustomStringConvertible, LosslessStringConvertible {
  /// The identifier's text.
  public var description: String { rawValue }
}

@_spi(Generated) extension ObjectID: ParameterValue {
  /// The identifier's text.
  public var parameterValue: String { rawValue }
}

extension ObjectID: Codable {
  /// Reads any string.
  public init(from decoder: any Decoder) throws {
    rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
