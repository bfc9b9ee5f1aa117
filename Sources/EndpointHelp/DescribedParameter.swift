package import EndpointModel
import EndpointRuntime

/// A parameter of an endpoint with its documentation.
package struct DescribedParameter: Sendable {
  package let parameter: ParameterDescriptor
  /// The name of the parameter in Swift.
  package let swiftName: String
  /// A summary of the parameter; `nil` if there is none.
  package let summary: String?

  /// The known or accepted values; empty for any.
  package var values: [String] {
    if !parameter.constraints.values.isEmpty { return parameter.constraints.values }
    return parameter.type.element == .bool ? ["true", "false"] : parameter.cases
  }
}

extension EndpointCatalog {
  /// Returns all parameters of an endpoint with their documentation.
  package func describedParameters(of endpoint: EndpointDescriptor) -> [DescribedParameter] {
    let own = details(of: endpoint.name)?.parameters ?? []
    let shared = parameterDetails
    return api.parameters(of: endpoint).map { parameter in
      func isMeant(_ details: ParameterDetails) -> Bool {
        details.name == parameter.name && details.location == parameter.location
      }
      let details = own.first(where: isMeant) ?? shared.first(where: isMeant)
      return DescribedParameter(
        parameter: parameter, swiftName: details?.swiftName ?? parameter.name,
        summary: details?.documentation.summary ?? api.pagination?.summary(of: parameter.name))
    }
  }
}

extension Pagination {
  /// The summary of a parameter of every list; `nil` for other parameters.
  fileprivate func summary(of parameter: String) -> String? {
    switch parameter {
    case pageParameter: "The number of the page."
    case sizeParameter: "The number of items on a page."
    case countParameter: "Whether the response has the number of items on all pages."
    default: nil
    }
  }
}
