/// An identifier that the server assigns, usually of 24 hexadecimal digits.
///
/// Its form is not validated, since servers also assign others.
public struct ObjectID: RawRepresentable, Hashable, Sendable {
  /// The identifier as a string.
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
  /// The identifier as a string.
  public var description: String { rawValue }
}

@_spi(Generated) extension ObjectID: ParameterValue {
  /// The identifier as a string.
  public var parameterValue: String { rawValue }
  /// White space, which no identifier has.
  public var violation: String? {
    rawValue.hasWhitespace ? "contains white space" : nil
  }
}

extension ObjectID: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) { rawValue = json.string() }
  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) { json.write(string: rawValue) }
}
