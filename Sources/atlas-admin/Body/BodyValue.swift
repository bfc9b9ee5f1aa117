import EndpointModel
import EndpointRuntime
import Foundation

/// The values of a body's properties.
enum BodyValue {
  /// Returns the JSON of a valid text of a type.
  static func json(_ text: String, of type: TypeReference, unit: TimeUnit?) -> JSON {
    switch type {
    case .bool: .bool(text == "true")
    case .int, .int64, .double, .decimal, .duration: number(text)
    case .date where unit != nil: number(text)
    default: .string(text)
    }
  }

  /// Returns a text as JSON if it is JSON, else as a string.
  static func any(_ text: String) -> JSON {
    guard (try? JSONSyntax.check(Data(text.utf8))) != nil else { return .string(text) }
    return JSONCoding.document(Data(text.utf8)) ?? .string(text)
  }

  private static func number(_ text: String) -> JSON {
    // Digits such as `+1` and `1.` are numbers, but not in JSON.
    if let integer = Int64(text) { return .integer(integer) }
    return Decimal(string: text, locale: nil).map { .decimal($0) } ?? .string(text)
  }
}
