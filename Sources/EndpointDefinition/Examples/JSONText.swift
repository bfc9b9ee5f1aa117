import EndpointModel

/// A JSON document by RFC 8259 whose numbers keep their digits.
indirect enum JSONText: Equatable {
  case null
  case bool(Bool)
  case number(String)
  case string(String)
  case array([JSONText])
  case object([Member])

  /// A field of a JSON object.
  struct Member: Equatable {
    var name: String
    var value: JSONText
  }

  /// Returns the value of a member; `nil` if there is none.
  subscript(_ name: String) -> JSONText? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.name == name }?.value
  }

  /// The kind of the value, for diagnostics.
  var kind: String {
    switch self {
    case .null: "null"
    case .bool: "a Boolean"
    case .number: "a number"
    case .string: "a string"
    case .array: "a list"
    case .object: "an object"
    }
  }

  /// The document without white space.
  var compact: String {
    switch self {
    case .null: "null"
    case .bool(let value): value ? "true" : "false"
    case .number(let text): text
    case .string(let text): text.quotedAsJSON
    case .array(let values): "[" + values.map(\.compact).joined(separator: ",") + "]"
    case .object(let members):
      "{" + members.map { $0.name.quotedAsJSON + ":" + $0.value.compact }.joined(separator: ",")
        + "}"
    }
  }
}
