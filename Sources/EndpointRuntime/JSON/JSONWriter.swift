import Foundation

/// Writes a value as JSON, or to an encoder.
///
/// Methods do not throw: the first problem is kept, and who creates the writer throws it.
@_spi(Generated) public struct JSONWriter {
  /// The document so far.
  var bytes: [UInt8] = []
  /// The encoder of another format or library; `nil` if bytes are written.
  let encoder: (any Encoder)?
  /// The fields of the encoder, once there are any.
  var container: KeyedEncodingContainer<FieldName>?
  /// The names of the fields that unions have written for their variants.
  var discriminators: [String] = []
  private(set) var failure: (any Error)?
  private var depth = 0

  private init(_ encoder: (any Encoder)?) { self.encoder = encoder }

  /// Returns the document of a value.
  ///
  /// - Throws: `EncodingError` if the value has no form in JSON.
  static func document(of value: some JSONValue) throws -> [UInt8] {
    var writer = JSONWriter(nil)
    writer.bytes.reserveCapacity(256)
    value.write(to: &writer)
    if let failure = writer.failure { throw failure }
    return writer.bytes
  }

  /// Encodes a value.
  ///
  /// - Throws: The errors of the encoder.
  static func write(_ value: some JSONValue, to encoder: any Encoder) throws {
    var writer = JSONWriter(encoder)
    value.write(to: &writer)
    if let failure = writer.failure { throw failure }
  }

  /// Calls a throwing function, and keeps its problem.
  mutating func attempt(_ write: (inout JSONWriter) throws -> Void) {
    do {
      try write(&self)
    } catch {
      failure = failure ?? error
    }
  }

  mutating func fail(_ value: Any, _ problem: String) {
    attempt { _ in
      throw EncodingError.invalidValue(value, .init(codingPath: [], debugDescription: problem))
    }
  }
}

// Scalars.
extension JSONWriter {
  mutating func writeNull() {
    guard encoder == nil else { return encode { try $0.encodeNil() } }
    bytes += StaticBytes.null
  }

  mutating func write(bool value: Bool) {
    guard encoder == nil else { return encode { try $0.encode(value) } }
    bytes += value ? StaticBytes.yes : StaticBytes.no
  }

  mutating func write(integer value: Int64) {
    guard encoder == nil else { return encode { try $0.encode(value) } }
    var rest = value.magnitude
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    repeat {
      bytes.append(UInt8(truncatingIfNeeded: rest % 10) + 0x30)
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  mutating func write(double value: Double) {
    guard encoder == nil else { return encode { try $0.encode(value) } }
    guard value.isFinite else { return fail(value, "\(value) has no form in JSON") }
    let digits = value.description
    bytes += (digits.hasSuffix(".0") ? digits.dropLast(2) : digits[...]).utf8
  }

  mutating func write(decimal value: Decimal) {
    guard encoder == nil else { return encode { try $0.encode(value) } }
    guard value.isFinite else { return fail(value, "\(value) has no form in JSON") }
    bytes += "\(value)".utf8
  }

  mutating func write(string value: String) {
    guard encoder == nil else { return encode { try $0.encode(value) } }
    var value = value
    value.withUTF8 { append(quoting: $0) }
  }

  private mutating func encode(_ write: (inout any SingleValueEncodingContainer) throws -> Void) {
    attempt { writer in
      guard var container = writer.encoder?.singleValueContainer() else { return }
      try write(&container)
    }
  }

  mutating func append(quoting text: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    var rest = text[...]
    while let index = rest.firstIndex(where: { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C }) {
      bytes += rest[..<index]
      append(escaping: rest[index])
      rest = rest[(index + 1)...]
    }
    bytes += rest
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaping byte: UInt8) {
    switch byte {
    case 0x08: bytes += #"\b"#.utf8
    case 0x09: bytes += #"\t"#.utf8
    case 0x0A: bytes += #"\n"#.utf8
    case 0x0C: bytes += #"\f"#.utf8
    case 0x0D: bytes += #"\r"#.utf8
    case 0x22, 0x5C: bytes += [0x5C, byte]
    default: bytes += ((byte < 0x10 ? "\\u000" : "\\u00") + String(byte, radix: 16)).utf8
    }
  }
}

// Containers.
extension JSONWriter {
  /// Writes an array.
  mutating func write<Element: JSONValue>(elements: [Element]) {
    if let encoder {
      return attempt { _ in
        var container = encoder.unkeyedContainer()
        for element in elements { try container.encode(Coded(element)) }
      }
    }
    nest(in: elements, from: "[", to: "]") { writer in
      for element in elements {
        writer.separate()
        element.write(to: &writer)
      }
    }
  }

  /// Writes an object with sorted names, so that equal values have equal bytes.
  mutating func write<Value: JSONValue>(members: [String: Value]) {
    guard encoder == nil else {
      // As a dictionary, since a coder's strategy for keys does not apply to that.
      return encode { try $0.encode(members.mapValues { Coded($0) }) }
    }
    writeObject(members) { $0.set(members: members) }
  }

  /// Writes an object.
  ///
  /// - Parameters:
  ///   - value: The value, for errors.
  ///   - fields: Writes the fields.
  mutating func writeObject(_ value: Any, fields: (inout JSONWriter) -> Void) {
    guard encoder == nil else {
      beginFields()
      return fields(&self)
    }
    let outer = discriminators
    discriminators = []
    nest(in: value, from: "{", to: "}", fields)
    discriminators = outer
  }

  private mutating func nest(
    in value: Any, from opening: Unicode.Scalar, to closing: Unicode.Scalar,
    _ write: (inout JSONWriter) -> Void
  ) {
    guard depth < JSONIndex.depthLimit else {
      return fail(value, "it is nested deeper than \(JSONIndex.depthLimit) levels")
    }
    depth += 1
    bytes.append(UInt8(ascii: opening))
    write(&self)
    bytes.append(UInt8(ascii: closing))
    depth -= 1
  }

  /// Writes the comma between two values or fields of a container.
  mutating func separate() {
    // No value ends in an opening bracket.
    guard let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") else {
      return
    }
    bytes.append(UInt8(ascii: ","))
  }

  mutating func beginFields() {
    if container == nil { container = encoder?.container(keyedBy: FieldName.self) }
  }
}

private enum StaticBytes {
  static let null = Array("null".utf8)
  static let yes = Array("true".utf8)
  static let no = Array("false".utf8)
}
