/// One endpoint: a method on a path template, with what goes in and what comes out.
public struct EndpointModel: Sendable {
  /// The name, which is also the name of the generated request type.
  public var name: String
  /// The HTTP method in capitals.
  public var method: String
  /// The path template, appended to the API's base URL.
  public var path: PathTemplate
  /// What the endpoint does.
  public var documentation: Documentation
  /// The roles of which the caller needs one; empty where none is documented.
  public var roles: [String]
  /// Its own parameters: path parameters in the template's order, then query parameters as declared.
  public var parameters: [ParameterModel]
  /// The request's body, if it has one.
  public var body: BodyModel?
  /// What a successful call answers.
  public var response: ResponseModel
  /// Whether the answer is one page of a list.
  public var isPaginated: Bool
  /// Where it is declared.
  public var location: SourceLocation

  /// Makes an endpoint's model.
  public init(
    name: String, method: String, path: PathTemplate, documentation: Documentation = .init(),
    roles: [String] = [], parameters: [ParameterModel] = [], body: BodyModel? = nil,
    response: ResponseModel, isPaginated: Bool = false, location: SourceLocation
  ) {
    self.name = name
    self.method = method
    self.path = path
    self.documentation = documentation
    self.roles = roles
    self.parameters = parameters
    self.body = body
    self.response = response
    self.isPaginated = isPaginated
    self.location = location
  }
}

/// A parameter in the path or the query.
public struct ParameterModel: Sendable {
  /// Where a parameter stands in the request.
  public enum Place: String, Sendable {
    /// A `{placeholder}` of the path template.
    case path
    /// The query.
    case query
  }

  /// Where it stands.
  public var place: Place
  /// Its name on the wire.
  public var name: String
  /// Its name in Swift, where the author chose one.
  public var swiftName: String?
  /// Its type.
  public var type: TypeReference
  /// Whether a request without it makes no sense; always true in the path.
  public var isRequired: Bool
  /// What the server takes when it is absent, as it would be written on the wire.
  public var defaultValue: String?
  /// What it means.
  public var documentation: Documentation

  /// Makes a parameter's model.
  public init(
    place: Place, name: String, swiftName: String? = nil, type: TypeReference, isRequired: Bool,
    defaultValue: String? = nil, documentation: Documentation = .init()
  ) {
    self.place = place
    self.name = name
    self.swiftName = swiftName
    self.type = type
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.documentation = documentation
  }
}

/// The body of a request.
public struct BodyModel: Sendable {
  /// The type of the JSON document.
  public var type: TypeReference
  /// Whether a request without it makes no sense.
  public var isRequired: Bool

  /// Makes a body's model.
  public init(type: TypeReference, isRequired: Bool = true) {
    self.type = type
    self.isRequired = isRequired
  }
}

/// What a successful call answers.
public struct ResponseModel: Sendable {
  /// The statuses that mean success, in ascending order; never empty.
  public var statuses: [Int]
  /// The type of the JSON document, or of one item where the endpoint is paginated; absent where the
  /// answer carries nothing of worth.
  public var type: TypeReference?

  /// Makes a response's model.
  public init(statuses: [Int], type: TypeReference? = nil) {
    self.statuses = statuses
    self.type = type
  }
}
