import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation

/// Validates a value by the definition and converts it to the form that is sent.
struct ValueCheck {
  /// The name of what is set, for messages, such as `--page-num`.
  let name: String
  /// The type of the value, without a list around it.
  let type: TypeReference
  /// The unit of a numeric date or duration.
  var unit: TimeUnit?
  /// The known values of an enum.
  var cases: [String] = []
  var constraints = ParameterConstraints()
  /// Whether the value is a part of the path.
  var isInPath = false
  /// The advice for a value with commas in place of several values; `nil` for a single value.
  var listAdvice: String?

  /// Returns the value to send.
  ///
  /// - Throws: A usage failure with the valid form.
  func value(of text: String) throws -> String {
    let value = try converted(text)
    if let violation = constraints.violation(by: value) {
      throw CommandFailure(.usage, "\(name) '\(text)' \(violation)")
    }
    return value
  }

  private func converted(_ text: String) throws -> String {
    switch type {
    case .bool: return try require(["true", "false"].contains(text), text, "true or false")
    case .int, .int64: return try require(Int64(text) != nil, text, "of type Int")
    case .double, .decimal: return try require(text.isDecimalNumber, text, "a number")
    case .date: return try date(text)
    case .duration:
      return try require(text.isDecimalNumber, text, "a number of \(unit?.rawValue ?? "units")")
    case .objectID:
      let isValid = text.utf8.count == 24 && text.utf8.allSatisfy(\.isHexDigit)
      return try require(isValid, text, "an identifier of 24 hexadecimal digits")
    default:
      try checkCases(text)
      let isTrimmed = text == text.trimmingCharacters(in: .whitespacesAndNewlines)
      return try require(
        !isInPath || (isTrimmed && !text.isEmpty), text, "a name without white space around it")
    }
  }

  private func date(_ text: String) throws -> String {
    let date = Timestamp.date(from: text)
    let example = "a date such as 2026-01-31T12:00:00Z"
    guard let unit else {
      guard let date else { throw failure(text, example) }
      return date.parameterValue
    }
    if let date { return TimeCount(date, in: unit).parameterValue }
    return try require(text.isDecimalNumber, text, "\(example), or a number of \(unit) since 1970")
  }

  private func checkCases(_ text: String) throws {
    let cases = constraints.values.isEmpty ? cases : constraints.values
    guard !cases.isEmpty, !cases.contains(text) else { return }
    let nearest = NearestName.find(text, among: cases).map { "; did you mean '\($0)'?" }
    // A list of hundreds of values would hide the rest of the message.
    let form =
      cases.count <= 20
      ? "one of \(cases.joined(separator: ", "))"
      : "one of the values that 'atlas-admin explain' lists"
    throw failure(text, form, suggestion: nearest ?? "")
  }

  private func require(_ condition: Bool, _ text: String, _ form: String) throws -> String {
    guard condition else { throw failure(text, form) }
    return text
  }

  private func failure(_ text: String, _ form: String, suggestion: String = "") -> CommandFailure {
    let advice = text.contains(",") ? listAdvice.map { "; \($0)" } : nil
    return CommandFailure(
      .usage, "\(name) must be \(form), not '\(text)'\(advice ?? suggestion)")
  }
}
