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

  /// Whether the definition declares the value.
  public var isKnown: Bool { Self.allCases.contains(self) }

  /// The string on the wire.
  public var description: String { rawValue }
}
