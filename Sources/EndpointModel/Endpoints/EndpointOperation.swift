/// What a client needs to send the requests of an endpoint and to read its responses.
public struct EndpointOperation: Sendable {
  /// The name of the endpoint, unique in its API.
  public var name: String
  /// The HTTP method, in capitals.
  public var method: String
  /// The path template, appended to the base URL of the API.
  public var path: PathTemplate
  /// The path that replaces that of the base URL; `nil` for the base URL's own.
  public var basePath: String?
  /// The version of the API that its media types name; `nil` if they name none.
  public var version: String?
  /// The media types of its responses.
  public var accept: [String]
  /// The media type of the request's body.
  public var bodyContentType: String
  /// The parameters whose values are validated before a request is sent.
  public var parameters: [ParameterDescriptor]
  /// The statuses that say that the success comes later, such as 102.
  public var interimStatuses: [Int]
  /// Whether a response is one page of a list.
  public var isPaginated: Bool
  /// Whether a response is used as it arrives.
  public var isStreamed: Bool
  /// Whether requests carry credentials.
  public var isAuthenticated: Bool
  /// Whether the response is in an envelope unless a request asks for none.
  public var isEnveloped: Bool

  /// Creates an operation.
  public init(
    _ name: String, method: String, path: PathTemplate, basePath: String? = nil,
    version: String? = nil, accept: [String] = ["application/json"],
    bodyContentType: String = "application/json", parameters: [ParameterDescriptor] = [],
    interimStatuses: [Int] = [], isPaginated: Bool = false, isStreamed: Bool = false,
    isAuthenticated: Bool = true, isEnveloped: Bool = false
  ) {
    self.name = name
    self.method = method
    self.path = path
    self.basePath = basePath
    self.version = version
    self.accept = accept
    self.bodyContentType = bodyContentType
    self.parameters = parameters
    self.interimStatuses = interimStatuses
    self.isPaginated = isPaginated
    self.isStreamed = isStreamed
    self.isAuthenticated = isAuthenticated
    self.isEnveloped = isEnveloped
  }
}
