import EndpointModel
import EndpointRuntime
import Foundation
import HTTPTypes

/// Validates the parameters of a request.
struct ParameterChecker {
  let api: APIDescriptor

  /// Validates known parameters; others are ignored, as servers do.
  func check(_ request: SimulatedRequest) throws(SimulatedError) {
    let pagination = request.endpoint.isPaginated ? api.pagination : nil
    for parameter in api.parameters(of: request.endpoint) {
      let values = parameter.values(in: request)
      if values.isEmpty, parameter.isRequired { throw SimulatedError.missing(parameter) }
      if let value = values.first,
        let violation = parameter.constraints.violation(byCount: values.count)
      {
        throw SimulatedError.invalid(parameter, value: value, violation)
      }
      for value in values {
        let type = parameter.type.element
        if !isValid(value, for: type, in: parameter.location) {
          throw SimulatedError.invalid(parameter, value: value, "must be of type \(type)")
        }
        if !parameter.cases.isEmpty, !parameter.cases.contains(value) {
          throw SimulatedError.invalid(
            parameter, value: value, "must be one of \(parameter.cases.abbreviated)")
        }
        if let violation = parameter.constraints.violation(by: value) {
          throw SimulatedError.invalid(parameter, value: value, violation)
        }
        if let pagination { try check(value, of: parameter, by: pagination) }
      }
    }
  }

  private func check(
    _ value: String, of parameter: ParameterDescriptor, by rule: Pagination
  ) throws(SimulatedError) {
    let number = Int(value) ?? rule.firstPage
    if parameter.name == rule.pageParameter, number < rule.firstPage {
      throw SimulatedError.invalid(
        parameter, value: value, "must be a number from \(rule.firstPage)")
    }
    if parameter.name == rule.sizeParameter, !(1...rule.maximumSize).contains(number) {
      throw SimulatedError.invalid(
        parameter, value: value, "must be a number from 1 to \(rule.maximumSize)")
    }
  }

  private func isValid(
    _ value: String, for type: TypeReference, in location: ParameterLocation
  ) -> Bool {
    switch type {
    case .bool: value == "true" || value == "false"
    case .int, .int64: Int64(value) != nil
    case .double, .decimal, .duration: Double(value)?.isFinite == true
    case .date: Double(value) != nil || Timestamp.date(from: value) != nil
    // The item of an invalid identifier in the path does not exist.
    case .objectID where location == .query:
      value.utf8.count == 24 && value.utf8.allSatisfy(\.isHexDigit)
    default: true
    }
  }
}

extension SimulatedError {
  fileprivate static func missing(_ parameter: ParameterDescriptor) -> SimulatedError {
    SimulatedError(
      status: 400, code: "MISSING_\(parameter.location.code)",
      detail: "The required \(parameter.location.words) \(parameter.name) was not specified.",
      parameters: [.string(parameter.name)])
  }

  fileprivate static func invalid(
    _ parameter: ParameterDescriptor, value: String, _ problem: String
  ) -> SimulatedError {
    SimulatedError(
      status: 400, code: "INVALID_\(parameter.location.code)",
      detail: "The \(parameter.location.words) \(parameter.name) \(problem).",
      parameters: [.string(parameter.name), .string(value)])
  }
}

extension ParameterDescriptor {
  /// Returns the values in a request, those of a list one by one.
  fileprivate func values(in request: SimulatedRequest) -> [String] {
    switch location {
    case .path: request.pathValues[name].map { [$0] } ?? []
    case .query: request.query.values(name).flatMap(items)
    case .header:
      HTTPField.Name(name).flatMap { request.headerFields[$0] }.map(items) ?? []
    }
  }

  /// Returns the values in one parameter.
  private func items(of text: String) -> [String] {
    guard listStyle == .commaSeparated else { return [text] }
    return text.split(separator: ",").map { String($0.trimmingPrefix(while: \.isWhitespace)) }
  }
}

extension ParameterLocation {
  fileprivate var code: String {
    switch self {
    case .path: "PATH_PARAMETER"
    case .query: "QUERY_PARAMETER"
    case .header: "HEADER_FIELD"
    }
  }

  fileprivate var words: String {
    switch self {
    case .path: "path parameter"
    case .query: "query parameter"
    case .header: "header field"
    }
  }
}
