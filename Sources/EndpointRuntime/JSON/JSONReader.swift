import Foundation

/// Reads a value of a JSON document, or of a decoder.
///
/// After a problem, methods return placeholders; see ``JSONReading``.
@_spi(Generated) public struct JSONReader {
  let reading: JSONReading
  /// The position of the value in the index.
  let entry: Int

  init(_ reading: JSONReading, entry: Int) {
    self.reading = reading
    self.entry = entry
  }

  /// The kind of the value in the document.
  var kind: JSONIndex.Entry.Kind { reading.index.entries[entry].kind }

  var isNull: Bool {
    guard reading.isDecoding, let decoder = reading.decoder else { return kind == .null }
    return (try? decoder.singleValueContainer())?.decodeNil() ?? false
  }

  /// The string; empty after a problem.
  func string() -> String {
    if reading.isDecoding { return decoded() ?? "" }
    let value = reading.index.entries[entry]
    guard value.kind == .string || value.kind == .escapedString else {
      return mismatch(String.self, "a string", placeholder: "")
    }
    return reading.index.text(of: value)
  }

  /// The Boolean; `false` after a problem.
  func bool() -> Bool {
    if reading.isDecoding { return decoded() ?? false }
    switch kind {
    case .yes: return true
    case .no: return false
    default: return mismatch(Bool.self, "a Boolean", placeholder: false)
    }
  }

  /// The integer; 0 after a problem.
  func integer<Value: FixedWidthInteger & Decodable>(_ type: Value.Type) -> Value {
    if reading.isDecoding { return decoded() ?? 0 }
    return number(type, placeholder: 0) { $0.integer($1).flatMap { Value(exactly: $0) } }
  }

  /// The number; 0 after a problem.
  func double() -> Double {
    if reading.isDecoding { return decoded() ?? 0 }
    return number(Double.self, placeholder: 0) { $0.double($1) }
  }

  /// The number; 0 after a problem.
  func decimal() -> Decimal {
    if reading.isDecoding { return decoded() ?? 0 }
    return number(Decimal.self, placeholder: 0) { $0.decimal($1) }
  }

  /// The date in ISO 8601 or in seconds since 1970; the first second of 1970 after a problem.
  func date() -> Date {
    if reading.isDecoding, let decoder = reading.decoder {
      // The string first: it is the usual form, and a failed attempt is more expensive than the
      // value.
      guard let text = try? decoder.singleValueContainer().decode(String.self) else {
        return Date(timeIntervalSince1970: decoded() ?? 0)
      }
      return Timestamp.date(from: text) ?? invalidDate()
    }
    let value = reading.index.entries[entry]
    switch value.kind {
    case .string:
      return reading.index.withBytes(of: value) { Timestamp.date(from: $0) }
        ?? invalidDate()
    case .integer, .number: return Date(timeIntervalSince1970: double())
    default: return mismatch(Date.self, "a date", placeholder: .init(timeIntervalSince1970: 0))
    }
  }

  // Errors do not contain values, since any value can be a secret.
  private func invalidDate() -> Date {
    invalid("the string is not a date in ISO 8601", placeholder: .init(timeIntervalSince1970: 0))
  }

  /// The bytes, in Base64 on the wire; empty after a problem.
  func data() -> Data {
    Data(base64Encoded: string()) ?? invalid("the string is not in Base64", placeholder: Data())
  }

  /// The URL; the root folder's after a problem.
  func url() -> URL {
    URL(string: string()) ?? invalid("the string is not a URL", placeholder: URL(filePath: "/"))
  }
}

// Problems.
extension JSONReader {
  /// The path to the value.
  var path: [any CodingKey] { reading.decoder?.codingPath ?? reading.index.path(to: entry) }

  /// Keeps the problem that the value is not of its type.
  func invalid<Value>(_ problem: String, placeholder: Value) -> Value {
    reading.fail(DecodingError.dataCorrupted(.init(codingPath: path, debugDescription: problem)))
    return placeholder
  }

  private func number<Value>(
    _ type: Any.Type, placeholder: Value, _ read: (JSONIndex, JSONIndex.Entry) -> Value?
  ) -> Value {
    let value = reading.index.entries[entry]
    guard value.kind == .integer || value.kind == .number else {
      return mismatch(type, "a number", placeholder: placeholder)
    }
    if let value = read(reading.index, value) { return value }
    return invalid("the number is not representable as \(type)", placeholder: placeholder)
  }

  /// Keeps the problem that the value has another type.
  func mismatch<Value>(_ type: Any.Type, _ expected: String, placeholder: Value) -> Value {
    let found =
      switch kind {
      case .null: "null"
      case .yes, .no: "a Boolean"
      case .integer, .number: "a number"
      case .string, .escapedString: "a string"
      case .array: "an array"
      case .object: "an object"
      }
    let context = DecodingError.Context(
      codingPath: path, debugDescription: "\(expected) is expected, but it is \(found)")
    reading.fail(
      kind == .null
        ? DecodingError.valueNotFound(type, context) : DecodingError.typeMismatch(type, context))
    return placeholder
  }

  /// The scalar of a decoder; `nil` after a problem.
  private func decoded<Value: Decodable>() -> Value? {
    reading.attempt { try reading.decoder?.singleValueContainer().decode(Value.self) }
  }
}

// Containers.
extension JSONReader {
  /// The elements of an array; empty after a problem.
  func elements<Element: JSONValue>() -> [Element] {
    if reading.isDecoding, let decoder = reading.decoder {
      return reading.attempt {
        try decoder.checkDepth()
        var container = try decoder.unkeyedContainer()
        var elements: [Element] = []
        while !container.isAtEnd {
          elements.append(try container.decode(Coded<Element>.self).value)
        }
        return elements
      } ?? []
    }
    guard kind == .array else { return mismatch([Element].self, "an array", placeholder: []) }
    var elements: [Element] = []
    elements.reserveCapacity(capacity)
    forEachElement { element in
      elements.append(Element(json: element))
      return reading.failure == nil
    }
    return elements
  }

  /// The number of elements or members to reserve memory for. In memory, they can be a thousand times
  /// as large as in the document, and the first one can be invalid.
  private var capacity: Int { min(Int(reading.index.entries[entry].length), 512) }

  /// Calls a function for each element of an array in the document until it returns `false`.
  func forEachElement(_ body: (JSONReader) -> Bool) {
    let index = reading.index
    var child = entry + 1
    while child < Int(index.entries[entry].next), body(JSONReader(reading, entry: child)) {
      child = Int(index.entries[child].next)
    }
  }

  /// The member of an object in the document; `nil` if the value is not an object or has no such
  /// member.
  func member(_ name: String) -> JSONReader? {
    guard kind == .object else { return nil }
    let index = reading.index
    var member = entry + 1
    while member < Int(index.entries[entry].next) {
      if index.text(of: index.entries[member]) == name {
        return JSONReader(reading, entry: member + 1)
      }
      member = Int(index.entries[member + 1].next)
    }
    return nil
  }

  /// The integer in the document; `nil` if the value is not one.
  var exactInteger: Int? {
    guard kind == .integer || kind == .number else { return nil }
    return reading.index.integer(reading.index.entries[entry]).flatMap { Int(exactly: $0) }
  }

  /// The members of an object; empty after a problem. Of several members with the same name, the
  /// first one counts.
  func members<Value: JSONValue>() -> [String: Value] {
    if reading.isDecoding, let decoder = reading.decoder {
      return reading.attempt {
        try decoder.checkDepth()
        // As a dictionary, since a coder's strategy for keys does not apply to that.
        return try decoder.singleValueContainer().decode([String: Coded<Value>].self)
          .mapValues(\.value)
      } ?? [:]
    }
    guard kind == .object else {
      return mismatch([String: Value].self, "an object", placeholder: [:])
    }
    let index = reading.index
    var members: [String: Value] = [:]
    members.reserveCapacity(capacity)
    var name = entry + 1
    while name < Int(index.entries[entry].next), reading.failure == nil {
      let key = index.text(of: index.entries[name])
      if members[key] == nil { members[key] = Value(json: JSONReader(reading, entry: name + 1)) }
      name = Int(index.entries[name + 1].next)
    }
    return members
  }

  /// Any value; null after a problem.
  func json() -> JSON {
    if reading.isDecoding, let decoder = reading.decoder {
      return reading.attempt { try JSON(decoding: decoder) } ?? .null
    }
    let value = reading.index.entries[entry]
    switch value.kind {
    case .null: return .null
    case .no: return .bool(false)
    case .yes: return .bool(true)
    case .integer, .number:
      return number(Double.self, placeholder: .null) { $0.number($1) }
    case .string, .escapedString: return .string(reading.index.text(of: value))
    case .array: return .array(elements())
    case .object: return .object(members())
    }
  }
}
