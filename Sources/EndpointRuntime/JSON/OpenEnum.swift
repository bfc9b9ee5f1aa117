/// A string enumeration with known values, which accepts any other string.
///
/// An unknown value survives decoding and encoding unchanged, so that a server can add values
/// without breaking clients.
public protocol OpenEnum: RawRepresentable, CaseIterable, JSONValue, Hashable,
  CustomStringConvertible, ExpressibleByStringLiteral
where RawValue == String, StringLiteralType == String {
  /// Creates a value of any string, known or not.
  init(rawValue: String)
}

extension OpenEnum {
  /// Creates a value of a literal.
  public init(stringLiteral value: String) { self.init(rawValue: value) }

  /// Reads any string.
  @_spi(Generated) public init(json: JSONReader) { self.init(rawValue: json.string()) }

  /// Writes the string.
  @_spi(Generated) public func write(to json: inout JSONWriter) { json.write(string: rawValue) }

  // Without these, the ones of JSONValue and RawRepresentable would be ambiguous, and the compiler
  // would synthesize others for each type, which expect an object.

  /// Decodes any string from any format.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(String.self))
  }

  /// Encodes the string in any format.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }

  /// Whether the definition declares the value.
  public var isKnown: Bool { Self.allCases.contains(self) }

  /// The string on the wire.
  public var description: String { rawValue }
}
