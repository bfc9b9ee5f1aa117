/// The content of a body.
public enum Payload: Hashable, Sendable, CustomStringConvertible {
  /// A JSON document of a type.
  case json(TypeReference)
  /// Text.
  case text
  /// Bytes, collected before they are used.
  case data
  /// Bytes, used as they arrive.
  case stream

  /// The type of the JSON document; `nil` for other content.
  public var jsonType: TypeReference? {
    guard case .json(let type) = self else { return nil }
    return type
  }

  /// The type in Swift's notation.
  public var description: String {
    switch self {
    case .json(let type): type.description
    case .text: "String"
    case .data, .stream: "Data"
    }
  }
}
