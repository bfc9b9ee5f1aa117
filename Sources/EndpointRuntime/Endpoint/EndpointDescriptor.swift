/// What is the same for every call of an endpoint, for the runtime and for tools.
public struct EndpointDescriptor: Sendable {
  /// The endpoint's name, unique in its API.
  public var name: String
  /// The name of the group that it belongs to.
  public var group: String
  /// What it does, in one sentence.
  public var summary: String
  /// The HTTP method, in capitals.
  public var method: String
  /// The path template, with placeholders in braces, to be appended to the API's base URL.
  public var path: String { didSet { template = PathTemplate(path) } }
  /// What replaces the path of the API's base URL, if not that itself.
  public var basePath: String?
  /// The media types that it can respond with, as the header field `Accept` lists them.
  public var accept: String
  /// The media type of the request's body.
  public var bodyContentType: String
  /// Its own parameters, without those that all endpoints share and those of pagination.
  public var parameters: [ParameterDescriptor]
  /// The type of the request's body, if it has one.
  public var bodyType: String?
  /// The type of the response, or of one item where it is paginated; `nil` if it carries nothing.
  public var responseType: String?
  /// The statuses that mean success.
  public var successStatuses: [Int]
  /// Whether the response is one page of a list.
  public var isPaginated: Bool
  /// Whether the response's bytes are handed on as they arrive.
  public var isStreamed: Bool
  /// A body in JSON, to show and to test with.
  public var bodyExample: String?
  /// A response in JSON, to show and to test with; one item where it is paginated. It is made up where the
  /// definition has none.
  public var responseExample: String?
  /// Whether it should no longer be used.
  public var isDeprecated: Bool
  /// The path, taken apart.
  private(set) var template: PathTemplate

  /// Creates a descriptor.
  public init(
    name: String, group: String, summary: String = "", method: String, path: String,
    basePath: String? = nil, accept: String = "application/json",
    bodyContentType: String = "application/json", parameters: [ParameterDescriptor] = [],
    bodyType: String? = nil, responseType: String? = nil, successStatuses: [Int] = [200],
    isPaginated: Bool = false, isStreamed: Bool = false, bodyExample: String? = nil,
    responseExample: String? = nil, isDeprecated: Bool = false
  ) {
    self.name = name
    self.group = group
    self.summary = summary
    self.method = method
    self.path = path
    template = PathTemplate(path)
    self.basePath = basePath
    self.accept = accept
    self.bodyContentType = bodyContentType
    self.parameters = parameters
    self.bodyType = bodyType
    self.responseType = responseType
    self.successStatuses = successStatuses
    self.isPaginated = isPaginated
    self.isStreamed = isStreamed
    self.bodyExample = bodyExample
    self.responseExample = responseExample
    self.isDeprecated = isDeprecated
  }
}
