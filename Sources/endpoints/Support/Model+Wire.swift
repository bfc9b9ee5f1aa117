import EndpointDefinition
import EndpointModel

extension APIModel {
  /// Returns all parameters of an endpoint: its own, those of pagination, and those that all
  /// endpoints share, with the defaults that they have there.
  func parameters(of endpoint: OperationModel) -> [ParameterModel] {
    endpoint.parameters
      + (endpoint.isPaginated ? pagination?.parameters(at: endpoint.location) ?? [] : [])
      + parameters.map { parameter in
        endpoint.overrides.first { $0.name == parameter.name } ?? parameter
      }
  }
}

extension Pagination {
  /// The query parameters that every paginated endpoint has.
  fileprivate func parameters(at location: SourceLocation) -> [ParameterModel] {
    func parameter(_ name: String, _ type: ScalarType, _ value: String, _ summary: String)
      -> ParameterModel
    {
      ParameterModel(
        parameterLocation: .query, name: name, type: .scalar(type), isRequired: false,
        defaultValue: value,
        documentation: .init(summary: summary), location: location)
    }
    var parameters = [
      parameter(pageParameter, .int, String(firstPage), "The number of the page."),
      parameter(
        sizeParameter, .int, String(defaultSize),
        "The number of items on a page, at most \(maximumSize)."),
    ]
    if let countParameter {
      parameters.append(
        parameter(countParameter, .bool, "true", "Whether the response contains the total."))
    }
    return parameters
  }
}
