public import EndpointModel

/// One endpoint: a method on a path template, with what goes in and what comes out.
public struct OperationModel: Sendable {
  /// The name, which is also the name of the generated request type.
  public var name: String
  /// The HTTP method in capitals.
  public var method: String
  /// The path template, appended to the API's base URL.
  public var path: PathTemplate
  /// The path that replaces the base URL's; `nil` for the API's own.
  public var basePath: String?
  /// The version of the API that its media types name, if they do.
  public var version: String?
  /// The documentation of the endpoint.
  public var documentation: Documentation
  /// The roles of which the caller needs one; empty where none is documented.
  public var roles: [String]
  /// Its own parameters: path parameters in the template's order, then the query, then header fields.
  public var parameters: [ParameterModel]
  /// The request's body, if it has one.
  public var body: BodyModel?
  /// The successful responses, one model for each kind; never empty.
  public var responses: [ResponseModel]
  /// Whether the response is one page of a list.
  public var isPaginated: Bool
  /// The waiters of the endpoint.
  public var waiters: [WaiterModel]
  /// The location of the declaration.
  public var location: SourceLocation

  /// Creates an endpoint's model.
  public init(
    name: String, method: String, path: PathTemplate, basePath: String? = nil,
    version: String? = nil, documentation: Documentation = .init(),
    roles: [String] = [], parameters: [ParameterModel] = [], body: BodyModel? = nil,
    responses: [ResponseModel], isPaginated: Bool = false, waiters: [WaiterModel] = [],
    location: SourceLocation
  ) {
    self.name = name
    self.method = method
    self.path = path
    self.basePath = basePath
    self.version = version
    self.documentation = documentation
    self.roles = roles
    self.parameters = parameters
    self.body = body
    self.responses = responses
    self.isPaginated = isPaginated
    self.waiters = waiters
    self.location = location
  }
}
