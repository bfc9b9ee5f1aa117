/// A string of which some values are known and any may come.
///
/// A value that the definition does not know survives decoding and encoding unchanged, so a server
/// can add one without breaking programs already built.
public protocol OpenEnum: RawRepresentable, CaseIterable, Codable, Hashable, Sendable,
  CustomStringConvertible, ExpressibleByStringLiteral
where RawValue == String, StringLiteralType == String {
  /// Creates a value of any string, known or not.
  init(rawValue: String)
}

extension OpenEnum {
  /// Creates a value of a literal.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// Reads any string.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
  }

  /// Writes the string.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// Whether the definition knows this value.
  public var isKnown: Bool { Self.allCases.contains(self) }

  /// The string on the wire.
  public var description: String { rawValue }
}
