import Foundation

/// Writes a value as JSON, to an encoder, or to a recorder that compares and hashes it.
///
/// Methods do not throw: the first problem is kept, and who creates the writer throws it.
@_spi(Generated) public struct JSONWriter {
  /// The document so far.
  var bytes: [UInt8] = []
  /// The encoder of another format or library; `nil` if bytes are written.
  let coder: Coder?
  /// The recorder; `nil` if bytes are written or encoded.
  private(set) var recorder: FieldRecorder?
  /// Whether bytes are written.
  private let writesBytes: Bool
  /// The names of the fields that unions have written for their variants, in open objects.
  private var discriminators: [(depth: Int, name: StaticString)] = []
  private(set) var failure: (any Error)?
  private var depth = 0

  /// An encoder with its fields, once there are any.
  final class Coder {
    let encoder: any Encoder
    lazy var fields = encoder.container(keyedBy: FieldName.self)

    init(_ encoder: any Encoder) { self.encoder = encoder }
  }

  private init(_ coder: Coder?) {
    self.coder = coder
    writesBytes = coder == nil
  }

  /// Creates a writer that records.
  init(_ recorder: FieldRecorder) {
    self.recorder = recorder
    coder = nil
    writesBytes = false
  }

  /// Returns the document of a value.
  ///
  /// - Throws: `EncodingError` if the value has no form in JSON.
  static func document(of value: some JSONValue) throws -> [UInt8] {
    var writer = JSONWriter(nil)
    writer.bytes.reserveCapacity(1024)
    value.write(to: &writer)
    if let failure = writer.failure { throw failure }
    return writer.bytes
  }

  /// Encodes a value.
  ///
  /// - Throws: The errors of the encoder.
  static func write(_ value: some JSONValue, to encoder: any Encoder) throws {
    var writer = JSONWriter(Coder(encoder))
    value.write(to: &writer)
    if let failure = writer.failure { throw failure }
  }

  /// Calls a throwing function with the encoder, and keeps its problem.
  @inline(never) mutating func code(_ write: (Coder) throws -> Void) {
    guard let coder else { return }
    do {
      try write(coder)
    } catch {
      failure = failure ?? error
    }
  }

  @inline(never) mutating func fail(_ value: Any, _ problem: String) {
    let context = EncodingError.Context(
      codingPath: coder?.encoder.codingPath ?? [], debugDescription: problem)
    failure = failure ?? EncodingError.invalidValue(value, context)
  }
}

// Scalars.
extension JSONWriter {
  mutating func writeNull() {
    guard writesBytes else { return divert(.null) }
    bytes += StaticBytes.null
  }

  mutating func write(bool value: Bool) {
    guard writesBytes else { return divert(.bool(value)) }
    bytes += value ? StaticBytes.yes : StaticBytes.no
  }

  mutating func write(integer value: Int64) {
    guard writesBytes else { return divert(.integer(value)) }
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
    guard writesBytes else { return divert(.double(value)) }
    guard value.isFinite else { return fail(value, "\(value) has no form in JSON") }
    let digits = value.description
    bytes += (digits.hasSuffix(".0") ? digits.dropLast(2) : digits[...]).utf8
  }

  mutating func write(decimal value: Decimal) {
    guard writesBytes else { return divert(.decimal(value)) }
    guard value.isFinite else { return fail(value, "\(value) has no form in JSON") }
    bytes += "\(value)".utf8
  }

  mutating func write(string value: String) {
    guard writesBytes else { return divert(.string(value)) }
    var value = value
    value.withUTF8 { append(quoting: $0) }
  }

  mutating func write(date value: Date) {
    if recorder == nil {
      write(string: Timestamp.string(from: value))
    } else {
      divert(.date(value))
    }
  }

  /// Writes a scalar to the recorder or the encoder.
  @inline(never) mutating func divert(_ step: FieldRecorder.Step) {
    guard recorder == nil else {
      recorder?.visit(step)
      return
    }
    encode { container in
      switch step {
      case .null: try container.encodeNil()
      case .bool(let value): try container.encode(value)
      case .integer(let value): try container.encode(value)
      case .double(let value): try container.encode(value)
      case .decimal(let value): try container.encode(value)
      case .string(let value): try container.encode(value)
      case .name, .bracket, .date, .duration: break
      }
    }
  }

  private mutating func encode(
    _ write: (inout any SingleValueEncodingContainer) throws -> Void
  ) {
    code { coder in
      var container = coder.encoder.singleValueContainer()
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
    guard coder == nil else {
      return code { coder in
        var container = coder.encoder.unkeyedContainer()
        for element in elements { try container.encode(Coded(element)) }
      }
    }
    guard begin("[") else { return fail(elements, Self.depthProblem) }
    for element in elements {
      separate()
      element.write(to: &self)
    }
    end("]")
  }

  /// Writes an object with sorted names, so that equal values have equal bytes.
  mutating func write<Value: JSONValue>(members: [String: Value]) {
    guard coder == nil else {
      // As a dictionary, since a coder's strategy for keys does not apply to that.
      return encode { try $0.encode(members.mapValues { Coded($0) }) }
    }
    guard begin("{") else { return fail(members, Self.depthProblem) }
    set(members: members)
    end("}")
  }

  /// Writes the beginning of a container; returns `false` if it is nested too deeply.
  mutating func begin(_ bracket: Unicode.Scalar) -> Bool {
    guard coder == nil else {
      // A container without a field is an object as well.
      _ = coder?.fields
      return true
    }
    guard writesBytes else {
      depth += 1
      divert(.bracket(bracket))
      return true
    }
    guard depth < JSONIndex.depthLimit else { return false }
    depth += 1
    bytes.append(UInt8(ascii: bracket))
    return true
  }

  /// Writes the end of a container.
  mutating func end(_ bracket: Unicode.Scalar) {
    guard coder == nil else { return }
    while discriminators.last?.depth == depth { discriminators.removeLast() }
    depth -= 1
    guard writesBytes else { return divert(.bracket(bracket)) }
    bytes.append(UInt8(ascii: bracket))
  }

  static var depthProblem: String { "it is nested deeper than \(JSONIndex.depthLimit) levels" }

  /// Writes the comma between two values or fields of a container.
  mutating func separate() {
    guard writesBytes else { return }
    // No value ends in an opening bracket.
    guard let last = bytes.last, last != UInt8(ascii: "{"), last != UInt8(ascii: "[") else {
      return
    }
    bytes.append(UInt8(ascii: ","))
  }

  /// Leaves out a field of the object from now on, since a union has written it.
  mutating func leaveOut(_ name: StaticString) { discriminators.append((depth, name)) }

  func isLeftOut(_ name: @autoclosure () -> String) -> Bool {
    !discriminators.isEmpty
      && discriminators.contains { $0.depth == depth && $0.name.description == name() }
  }
}

private enum StaticBytes {
  static let null = Array("null".utf8)
  static let yes = Array("true".utf8)
  static let no = Array("false".utf8)
}
