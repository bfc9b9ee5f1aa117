package import EndpointModel

/// One endpoint: a method on a path template, with what goes in and what comes out.
package struct OperationModel: Sendable {
  /// The name, which is also the name of the generated request type.
  package var name: String
  /// The HTTP method in capitals.
  package var method: String
  /// The path template, appended to the API's base URL.
  package var path: PathTemplate
  /// The path that replaces the base URL's; `nil` for the API's own.
  package var basePath: String?
  /// The version of the API that its media types name, if they do.
  package var version: String?
  /// The documentation of the endpoint.
  package var documentation: Documentation = .init()
  /// The roles of which the caller needs one; empty where none is documented.
  package var roles: [String] = []
  /// Its own parameters: path parameters in the template's order, then the query, then header fields.
  package var parameters: [ParameterModel] = []
  /// The request's body, if it has one.
  package var body: BodyModel?
  /// The successful responses, one model for each kind; never empty.
  package var responses: [ResponseModel]
  /// Whether the response is one page of a list.
  package var isPaginated: Bool = false
  /// The waiters of the endpoint.
  package var waiters: [WaiterModel] = []
  /// The location of the declaration.
  package var location: SourceLocation
}
