import EndpointRuntime
import Foundation

/// Holds the query of a request against the definitions.
struct ParameterChecker {
  let api: APIDescriptor

  /// Checks all parameters that are known; others are ignored, as servers do.
  func check(_ request: SimulatedRequest) throws(SimulatedError) {
    let pagination = request.endpoint.isPaginated ? api.pagination : nil
    let own = request.endpoint.parameters.filter { $0.place == .query }
    for parameter in own + (pagination?.parameters ?? []) + api.parameters {
      let values = request.query.values(parameter.name)
      if values.isEmpty, parameter.isRequired {
        throw SimulatedError(
          status: 400, code: "MISSING_QUERY_PARAMETER",
          detail: "The required query parameter \(parameter.name) was not specified.",
          parameters: [.string(parameter.name)])
      }
      for value in values.flatMap(parameter.items) {
        if !isValid(value, for: parameter.type) {
          throw .invalid(parameter.name, value: value, "must be of type \(parameter.type)")
        }
        if let violation = parameter.constraints.violation(by: value) {
          throw .invalid(parameter.name, value: value, violation)
        }
      }
    }
    if let pagination { try check(request.query, by: pagination) }
  }

  private func check(_ query: Query, by rule: PaginationRule) throws(SimulatedError) {
    if let text = query[rule.pageParameter] {
      guard let page = Int(text), page >= rule.firstPage else {
        throw .invalid(
          rule.pageParameter, value: text, "must be a number from \(rule.firstPage)")
      }
    }
    if let text = query[rule.sizeParameter] {
      guard let size = Int(text), (1...rule.maximumSize).contains(size) else {
        throw .invalid(
          rule.sizeParameter, value: text, "must be a number from 1 to \(rule.maximumSize)")
      }
    }
  }

  private func isValid(_ value: String, for type: String) -> Bool {
    switch type {
    case "Bool": value == "true" || value == "false"
    case "Int", "Int64": Int64(value) != nil
    case "Double", "Decimal", "Duration": Double(value)?.isFinite == true
    case "Date": Double(value) != nil || Self.dateStyles.contains { (try? $0.parse(value)) != nil }
    default: true
    }
  }

  private static let dateStyles = [
    Date.ISO8601FormatStyle(), Date.ISO8601FormatStyle(includingFractionalSeconds: true),
  ]
}

extension SimulatedError {
  fileprivate static func invalid(_ name: String, value: String, _ problem: String)
    -> SimulatedError
  {
    SimulatedError(
      status: 400, code: "INVALID_QUERY_PARAMETER",
      detail: "The query parameter \(name) \(problem).",
      parameters: [.string(name), .string(value)])
  }
}

extension ParameterDescriptor {
  /// The values that stand in one parameter.
  fileprivate func items(of text: String) -> [String] {
    listStyle == .commaSeparated ? text.split(separator: ",").map(String.init) : [text]
  }
}
