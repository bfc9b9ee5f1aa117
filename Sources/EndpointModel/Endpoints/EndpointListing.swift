/// An endpoint in a listing that tools read, as JSON.
package struct EndpointListing: Encodable {
  /// A parameter in a listing.
  package struct Parameter: Encodable {
    package var name: String
    package var type: String
    package var required: Bool
    package var `default`: String?
    /// The unit of a numeric date or duration.
    package var unit: String?
    /// The known values of an enum.
    package var values: [String]

    /// Writes all properties, a missing default as null.
    package func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: CodingKeys.self)
      try fields.encode(name, forKey: .name)
      try fields.encode(type, forKey: .type)
      try fields.encode(required, forKey: .required)
      try fields.encode(`default`, forKey: .default)
      try fields.encodeIfPresent(unit, forKey: .unit)
      if !values.isEmpty { try fields.encode(values, forKey: .values) }
    }

    private enum CodingKeys: String, CodingKey {
      case name, type, required, `default`, unit, values
    }
  }

  package var name: String
  package var tag: String
  package var summary: String
  package var method: String
  package var path: String
  package var url: String
  package var version: String?
  package var pathParams: [String]
  package var queryParams: [Parameter]
  package var headerParams: [Parameter]
  package var bodyType: String?
  package var responseType: String?
  package var paginated: Bool
  package var deprecated: Bool

  /// Creates the listing of an endpoint.
  package init(_ endpoint: EndpointDescriptor, of api: APIDescriptor) {
    func parameters(_ location: ParameterLocation) -> [Parameter] {
      api.parameters(of: endpoint).filter { $0.location == location }.map {
        Parameter(
          name: $0.name, type: $0.type.description, required: $0.isRequired,
          default: $0.defaultValue, unit: $0.unit?.rawValue,
          values: $0.constraints.values.isEmpty ? $0.cases : $0.constraints.values)
      }
    }
    name = endpoint.name
    tag = endpoint.tag
    summary = endpoint.summary
    method = endpoint.method
    path = endpoint.path.description
    url = api.url(of: endpoint)
    version = endpoint.version
    pathParams = endpoint.path.placeholders
    queryParams = parameters(.query)
    headerParams = parameters(.header)
    bodyType = endpoint.body?.description
    responseType =
      endpoint.responses.isEmpty
      ? nil : endpoint.responses.map(\.description).joined(separator: " | ")
    paginated = endpoint.isPaginated
    deprecated = endpoint.isDeprecated
  }

  /// Writes all properties, missing ones as null.
  package func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(name, forKey: .name)
    try fields.encode(tag, forKey: .tag)
    try fields.encode(summary, forKey: .summary)
    try fields.encode(method, forKey: .method)
    try fields.encode(path, forKey: .path)
    try fields.encode(url, forKey: .url)
    try fields.encode(version, forKey: .version)
    try fields.encode(pathParams, forKey: .pathParams)
    try fields.encode(queryParams, forKey: .queryParams)
    try fields.encode(headerParams, forKey: .headerParams)
    try fields.encode(bodyType, forKey: .bodyType)
    try fields.encode(responseType, forKey: .responseType)
    try fields.encode(paginated, forKey: .paginated)
    try fields.encode(deprecated, forKey: .deprecated)
  }

  private enum CodingKeys: String, CodingKey {
    case name, tag, summary, method, path, url, version, pathParams, queryParams, headerParams
    case bodyType, responseType, paginated, deprecated
  }
}
