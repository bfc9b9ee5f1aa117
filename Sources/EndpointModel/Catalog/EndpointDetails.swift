/// The details of an endpoint in a catalog, beyond its ``EndpointDescriptor``: what help shows, and
/// what the responses are like in time.
public struct EndpointDetails: Hashable, Sendable {
  /// The documentation.
  public var documentation: Documentation
  /// The roles, one of which is required; empty if they are not documented.
  public var roles: [String]
  /// Its own parameters, in the order of ``EndpointDescriptor/parameters``.
  public var parameters: [ParameterDetails]
  /// The body of the request; `nil` if there is none.
  public var body: BodyDetails?
  /// The responses of success, one for each kind.
  public var responses: [ResponseDetails]
  /// The waiters.
  public var waiters: [WaiterDescriptor]

  /// Creates details.
  public init(
    documentation: Documentation = .init(), roles: [String] = [],
    parameters: [ParameterDetails] = [], body: BodyDetails? = nil,
    responses: [ResponseDetails] = [], waiters: [WaiterDescriptor] = []
  ) {
    self.documentation = documentation
    self.roles = roles
    self.parameters = parameters
    self.body = body
    self.responses = responses
    self.waiters = waiters
  }
}

/// The details of a parameter, beyond its ``ParameterDescriptor``.
public struct ParameterDetails: Hashable, Sendable {
  /// The location.
  public var location: ParameterLocation
  /// The name on the wire.
  public var name: String
  /// The name in Swift.
  public var swiftName: String
  /// The documentation.
  public var documentation: Documentation

  /// Creates details.
  public init(
    location: ParameterLocation, name: String, swiftName: String,
    documentation: Documentation = .init()
  ) {
    self.location = location
    self.name = name
    self.swiftName = swiftName
    self.documentation = documentation
  }
}

/// The details of the body of a request.
public struct BodyDetails: Hashable, Sendable {
  /// Whether the body is required.
  public var isRequired: Bool
  /// Examples in JSON.
  public var examples: [JSONExample]

  /// Creates details.
  public init(isRequired: Bool = true, examples: [JSONExample] = []) {
    self.isRequired = isRequired
    self.examples = examples
  }
}

/// The details of a kind of response.
public struct ResponseDetails: Hashable, Sendable {
  /// The statuses in ascending order.
  public var statuses: [Int]
  /// Whether any other status of success matches as well.
  public var matchesAnySuccess: Bool
  /// The type of the JSON document, of one item if the endpoint is paginated; `nil` for other content
  /// and for none.
  public var type: TypeReference?
  /// The media type; `nil` if the response has no body.
  public var contentType: String?
  /// The documentation.
  public var documentation: Documentation
  /// Examples in JSON.
  public var examples: [JSONExample]

  /// Creates details.
  public init(
    statuses: [Int], matchesAnySuccess: Bool = false, type: TypeReference? = nil,
    contentType: String? = nil, documentation: Documentation = .init(),
    examples: [JSONExample] = []
  ) {
    self.statuses = statuses
    self.matchesAnySuccess = matchesAnySuccess
    self.type = type
    self.contentType = contentType
    self.documentation = documentation
    self.examples = examples
  }
}

/// An example in JSON.
public struct JSONExample: Hashable, Sendable {
  /// The name; `nil` if it has none.
  public var name: String?
  /// The document without white space.
  public var json: String

  /// Creates an example.
  public init(name: String? = nil, json: String) {
    self.name = name
    self.json = json
  }
}
