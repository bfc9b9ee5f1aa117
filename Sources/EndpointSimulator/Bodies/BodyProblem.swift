import EndpointModel
import EndpointRuntime

/// A problem with one field of a body.
struct BodyProblem: Sendable {
  /// The path of the field, such as `providerSettings.regionName` or `roles[0]`; empty for the body.
  var path: String
  var kind: Kind

  enum Kind: Sendable {
    /// A required field is missing.
    case missing
    /// The value has another type, which the end of a sentence describes: `must be a number`.
    case type(String)
    /// The value is not a known one of an enum.
    case unknownValue(String, known: [String])
    /// The value violates a constraint: `is less than the minimum 1`.
    case constraint(String)
  }

  /// The end of a sentence about the field.
  var description: String {
    switch kind {
    case .missing: "is required"
    case .type(let description), .constraint(let description): description
    case .unknownValue(_, let known): "must be one of \(known.abbreviated)"
    }
  }
}

extension [String] {
  /// The values, separated by commas; of many, the first ones.
  var abbreviated: String {
    count <= 12 ? joined(separator: ", ") : prefix(12).joined(separator: ", ") + ", …"
  }
}

extension SimulatedError {
  /// The error for the problems of a body: missing fields come first.
  static func invalidBody(_ problems: [BodyProblem]) -> SimulatedError? {
    let first = problems.first { if case .missing = $0.kind { true } else { false } }
    guard let problem = first ?? problems.first else { return nil }
    var error = problem.error
    error.fields = problems.map { Field(name: $0.path, description: $0.description) }
    return error
  }

  /// The body is not a JSON document of the right kind.
  static func invalidJSON(_ detail: String) -> SimulatedError {
    SimulatedError(status: 400, code: "INVALID_JSON", detail: detail)
  }
}

extension BodyProblem {
  fileprivate var error: SimulatedError {
    switch kind {
    case .missing:
      SimulatedError(
        status: 400, code: "MISSING_ATTRIBUTE",
        detail: "The required attribute \(path) was not specified.", parameters: [.string(path)])
    case .unknownValue(let value, _):
      SimulatedError(
        status: 400, code: "INVALID_ENUM_VALUE",
        detail:
          "An invalid enumeration value \(value) was specified for \(path); it \(description).",
        parameters: [.string(path), .string(value)])
    case .type, .constraint:
      SimulatedError(
        status: 400, code: "INVALID_ATTRIBUTE",
        detail: "Invalid attribute \(path) specified: it \(description).",
        parameters: [.string(path)])
    }
  }
}
