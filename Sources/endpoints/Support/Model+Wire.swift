import EndpointDefinition
import Foundation

extension APIModel {
  /// The whole URL of an endpoint, with its placeholders.
  func url(of endpoint: EndpointModel) -> String {
    guard let basePath = endpoint.basePath, var base = URLComponents(string: baseURL) else {
      return baseURL + endpoint.path.description
    }
    base.percentEncodedPath = ""
    return (base.string ?? "") + basePath + endpoint.path.description
  }

  /// All parameters of an endpoint: its own, those of pagination and those that all endpoints share.
  func parameters(of endpoint: EndpointModel) -> [ParameterModel] {
    endpoint.parameters
      + (endpoint.isPaginated ? pagination?.parameters(at: endpoint.location) ?? [] : [])
      + parameters
  }

  /// The media type of an endpoint's JSON.
  func mediaType(of endpoint: EndpointModel) -> String {
    guard let mediaType, let version = endpoint.version else {
      return mediaType ?? "application/json"
    }
    return mediaType.replacing("{version}", with: version)
  }
}

extension PaginationModel {
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
        "How many items a page has, \(maximumSize) at most."),
    ]
    if let countParameter {
      parameters.append(parameter(countParameter, .bool, "true", "Whether to tell the total."))
    }
    return parameters
  }
}

extension PayloadModel {
  /// What it consists of, as a person would say it.
  var typeDescription: String {
    switch self {
    case .json(let type): type.description
    case .text: "String"
    case .data, .stream: "Data"
    }
  }
}

extension Documentation {
  var isDeprecated: Bool { deprecation != nil || replacement != nil }
}
