import AtlasAdmin
import EndpointRuntime
import Foundation

/// Checks the value of a parameter, and brings dates into the form in which they are sent.
struct ArgumentCheck {
  let parameter: ParameterDescriptor
  /// The option that sets the parameter.
  let option: String

  /// The text to send.
  ///
  /// - Throws: A usage failure that says what the value must be.
  func value(of text: String) throws -> String {
    switch parameter.elementType {
    case "Bool": return try require(["true", "false"].contains(text), text, "true or false")
    case "Int", "Int64": return try require(Int64(text) != nil, text, "of type Int")
    case "Double", "Decimal": return try require(Double(text) != nil, text, "a number")
    case "Date": return try date(text)
    case "Duration":
      return try require(Double(text) != nil, text, "a number of \(unit)")
    case "ObjectID":
      let isValid = text.utf8.count == 24 && text.allSatisfy(\.isHexDigit)
      return try require(isValid, text, "an identifier of 24 hexadecimal digits")
    default:
      let cases = parameter.cases
      return try require(
        cases.isEmpty || cases.contains(text), text, "one of \(cases.joined(separator: ", "))")
    }
  }

  private var unit: String { parameter.unit.map { "\($0)" } ?? "units" }

  private func date(_ text: String) throws -> String {
    let date = Timestamp.date(from: text)
    guard let unit = parameter.unit else {
      return try require(date != nil, text, "a date such as 2026-01-31T12:00:00Z")
    }
    if let date { return date.count(of: unit).parameterValue }
    return try require(
      Double(text) != nil, text,
      "a date such as 2026-01-31T12:00:00Z, or a number of \(unit) since 1970")
  }

  private func require(_ condition: Bool, _ text: String, _ form: String) throws -> String {
    guard condition else {
      throw CommandFailure(.usage, "\(option) \(parameter.name) must be \(form), not '\(text)'")
    }
    return text
  }
}
