import EndpointModel
import EndpointModel

extension ParameterDescriptor {
  /// The reason why a value is invalid, as the end of a sentence; `nil` if it is valid.
  ///
  /// Unknown values of an enum are accepted, since a server can add values.
  func violation(by text: String) -> String? {
    switch type.element {
    case .objectID where text.hasWhitespace:
      "contains white space"
    case .date where unit == nil && Timestamp.date(from: text) == nil:
      "is not a date such as 2026-01-31T12:00:00Z"
    case .date where unit != nil && !text.isDecimalNumber,
      .duration where !text.isDecimalNumber:
      "is not a number of \(unit?.rawValue ?? "units")"
    default: constraints.violation(by: text)
    }
  }
}

extension String {
  /// Whether the string contains white space.
  var hasWhitespace: Bool {
    !utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F } && contains(where: \.isWhitespace)
  }
}
