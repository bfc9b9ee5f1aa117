package import EndpointModel

/// An endpoint: a method and a path template with the request and the responses.
package struct OperationModel: Sendable {
  /// The name of the endpoint and of its generated request type.
  package var name: String
  /// The HTTP method in capitals.
  package var method: String
  /// The path template, appended to the API's base URL.
  package var path: PathTemplate
  /// The path that replaces the base URL's; `nil` for the API's own.
  package var basePath: String?
  /// The version of the API in the media types; `nil` for none.
  package var version: String?
  /// The documentation of the endpoint.
  package var documentation: Documentation = .init()
  /// The roles, one of which is required; empty if they are not documented.
  package var roles: [String] = []
  /// Its own parameters: path parameters in the order of the template, then query parameters, then
  /// header fields.
  package var parameters: [ParameterModel] = []
  /// The query parameters of the API that have another default here.
  package var overrides: [ParameterModel] = []
  /// The body of the request; `nil` if there is none.
  package var body: BodyModel?
  /// The responses of success, one for each kind; never empty.
  package var responses: [ResponseModel]
  /// Whether the response is one page of a list.
  package var isPaginated: Bool = false
  /// Whether requests carry credentials.
  package var isAuthenticated: Bool = true
  /// The header fields of all kinds of responses.
  package var responseHeaderFields: [HeaderFieldModel] { responses.flatMap(\.headerFields) }
  /// The waiters of the endpoint.
  package var waiters: [WaiterModel] = []
  /// The location of the declaration.
  package var location: SourceLocation
}
