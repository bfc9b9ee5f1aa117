/// The description of an endpoint in a catalog.
public struct EndpointDescriptor: Sendable {
  /// The name of the endpoint, unique in its API.
  public var name: String
  /// The tag that it is listed under.
  public var tag: String
  /// A summary in one sentence.
  public var summary: String
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
  /// Its own parameters, without those that all endpoints share and those of pagination.
  public var parameters: [ParameterDescriptor]
  /// The content of the request's body; `nil` if it has none.
  public var body: Payload?
  /// The contents of its responses, each once, of one item where it is paginated; empty if no response
  /// has a body.
  public var responses: [Payload]
  /// The statuses of success.
  public var successStatuses: [Int]
  /// The statuses that say that the success comes later, such as 102.
  public var interimStatuses: [Int]
  /// Whether a response is one page of a list.
  public var isPaginated: Bool
  /// Whether requests carry credentials.
  public var isAuthenticated: Bool
  /// Whether the response is in an envelope unless a request asks for none.
  public var isEnveloped: Bool
  /// A response in JSON, of one item where it is paginated. It is generated where the definition has
  /// none; `nil` if no response is JSON.
  public var responseExample: String?
  /// Whether it is deprecated.
  public var isDeprecated: Bool

  /// Creates a descriptor.
  public init(
    name: String, tag: String, summary: String = "", method: String, path: PathTemplate,
    basePath: String? = nil, version: String? = nil, accept: [String] = ["application/json"],
    bodyContentType: String = "application/json", parameters: [ParameterDescriptor] = [],
    body: Payload? = nil, responses: [Payload] = [], successStatuses: [Int] = [200],
    interimStatuses: [Int] = [], isPaginated: Bool = false, isAuthenticated: Bool = true,
    isEnveloped: Bool = false, responseExample: String? = nil, isDeprecated: Bool = false
  ) {
    self.name = name
    self.tag = tag
    self.summary = summary
    self.method = method
    self.path = path
    self.basePath = basePath
    self.version = version
    self.accept = accept
    self.bodyContentType = bodyContentType
    self.parameters = parameters
    self.body = body
    self.responses = responses
    self.successStatuses = successStatuses
    self.interimStatuses = interimStatuses
    self.isPaginated = isPaginated
    self.isAuthenticated = isAuthenticated
    self.isEnveloped = isEnveloped
    self.responseExample = responseExample
    self.isDeprecated = isDeprecated
  }

  /// What a client needs to send its requests. All parameters are validated.
  public var operation: EndpointOperation {
    EndpointOperation(
      name, method: method, path: path, basePath: basePath, version: version, accept: accept,
      bodyContentType: bodyContentType, parameters: parameters, interimStatuses: interimStatuses,
      isPaginated: isPaginated, isStreamed: isStreamed, isAuthenticated: isAuthenticated,
      isEnveloped: isEnveloped)
  }

  /// Whether a response is used as it arrives.
  public var isStreamed: Bool { responses.contains(.stream) }
  /// The type of its first response in JSON; `nil` if no response is JSON.
  public var responseType: TypeReference? { responses.lazy.compactMap(\.jsonType).first }
}
