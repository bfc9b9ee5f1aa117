public import Foundation

/// A value that is sent and received as JSON.
public protocol JSONValue: Codable, Sendable {
  /// Reads the value; a placeholder if it has another type, which the reader keeps as a problem.
  @_spi(Generated) init(json: JSONReader)

  /// Writes the value.
  @_spi(Generated) func write(to json: inout JSONWriter)
}

extension JSONValue {
  /// Creates the value of a document in UTF-8 or ISO 8859-1.
  ///
  /// - Throws: `DecodingError` if the document is not valid, or the value has another type.
  @_spi(Generated) public init(document: Data) throws {
    self = try JSONReading.value(of: JSONIndex(document))
  }

  /// The value as a document.
  ///
  /// - Throws: `EncodingError` if the value has no form in JSON.
  @_spi(Generated) public var document: Data {
    get throws { Data(try JSONWriter.document(of: self)) }
  }

  /// Decodes the value from any format.
  public init(from decoder: any Decoder) throws { self = try JSONReading.value(of: decoder) }

  /// Encodes the value in any format.
  public func encode(to encoder: any Encoder) throws { try JSONWriter.write(self, to: encoder) }
}

extension String: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) { self = json.string() }
  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) { json.write(string: self) }
}

extension Bool: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) { self = json.bool() }
  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) { json.write(bool: self) }
}

extension Int: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) { self = json.integer(Int.self) }
  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) { json.write(integer: Int64(self)) }
}

extension Int64: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) { self = json.integer(Int64.self) }
  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) { json.write(integer: self) }
}

extension Double: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) { self = json.double() }
  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) { json.write(double: self) }
}

extension Decimal: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) { self = json.decimal() }
  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) { json.write(decimal: self) }
}

extension Date: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) { self = json.date() }
  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) {
    json.write(date: self)
  }
}

extension Data: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) { self = json.data() }
  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) {
    json.write(string: base64EncodedString())
  }
}

extension URL: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) { self = json.url() }
  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) {
    json.write(string: absoluteString)
  }
}

extension Array: JSONValue where Element: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) { self = json.elements() }
  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) { json.write(elements: self) }
}

extension Dictionary: JSONValue where Key == String, Value: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) { self = json.members() }
  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) { json.write(members: self) }
}

extension Nullable: Codable where Value: JSONValue {}

extension Nullable: JSONValue where Value: JSONValue {
  /// Reads the value from JSON.
  @_spi(Generated) public init(json: JSONReader) {
    self = json.isNull ? .null : .value(Value(json: json))
  }

  /// Writes the value as JSON.
  @_spi(Generated) public func write(to json: inout JSONWriter) {
    if let value { value.write(to: &json) } else { json.writeNull() }
  }
}
