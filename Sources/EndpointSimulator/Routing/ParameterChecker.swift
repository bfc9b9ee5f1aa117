import EndpointRuntime
import Foundation

/// Holds the query of a request against the definitions.
struct ParameterChecker {
  let api: APIDescriptor

  /// Checks all parameters that are known; others are ignored, as servers do.
  func check(_ request: SimulatedRequest) throws(SimulatedError) {
    let own = request.endpoint.parameters.filter { $0.place == .query }
    for parameter in own + api.parameters {
      guard let value = request.query[parameter.name] else {
        guard parameter.isRequired else { continue }
        throw SimulatedError(
          status: 400, code: "INVALID_QUERY_PARAMETER",
          detail: "The required query parameter \(parameter.name) was not specified.",
          parameters: [.string(parameter.name)])
      }
      guard isValid(value, for: parameter.type) else {
        throw .invalid(parameter.name, value: value, expected: parameter.type)
      }
    }
    if request.endpoint.isPaginated, let rule = api.pagination {
      try check(request.query, by: rule)
    }
  }

  private func check(_ query: Query, by rule: PaginationRule) throws(SimulatedError) {
    if let text = query[rule.pageParameter] {
      guard let page = Int(text), page >= rule.firstPage else {
        throw .invalid(rule.pageParameter, value: text, expected: "a page")
      }
    }
    if let text = query[rule.sizeParameter] {
      guard let size = Int(text), (1...rule.maximumSize).contains(size) else {
        throw .invalid(
          rule.sizeParameter, value: text, expected: "a size from 1 to \(rule.maximumSize)")
      }
    }
  }

  private func isValid(_ value: String, for type: String) -> Bool {
    switch type {
    case "Bool": ["true", "false"].contains(value.lowercased())
    case "Int", "Int64": Int64(value) != nil
    case "Double": Double(value) != nil
    default: true
    }
  }
}

extension SimulatedError {
  fileprivate static func invalid(_ name: String, value: String, expected: String) -> SimulatedError
  {
    SimulatedError(
      status: 400, code: "INVALID_QUERY_PARAMETER",
      detail: "The query parameter \(name) must be \(expected).",
      parameters: [.string(name), .string(value)])
  }
}
