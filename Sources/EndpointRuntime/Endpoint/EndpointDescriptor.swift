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
  public var path: String
  /// Its own parameters, without those that all endpoints share and those of pagination.
  public var parameters: [ParameterDescriptor]
  /// The type of the request's body, if it has one.
  public var bodyType: String?
  /// The type of the answer, or of one item where it is paginated; absent where it carries nothing.
  public var responseType: String?
  /// The statuses that mean success.
  public var successStatuses: [Int]
  /// Whether the answer is one page of a list.
  public var isPaginated: Bool
  /// Whether it should no longer be used.
  public var isDeprecated: Bool

  /// Makes a descriptor.
  public init(
    name: String, group: String, summary: String = "", method: String, path: String,
    parameters: [ParameterDescriptor] = [], bodyType: String? = nil, responseType: String? = nil,
    successStatuses: [Int] = [200], isPaginated: Bool = false, isDeprecated: Bool = false
  ) {
    self.name = name
    self.group = group
    self.summary = summary
    self.method = method
    self.path = path
    self.parameters = parameters
    self.bodyType = bodyType
    self.responseType = responseType
    self.successStatuses = successStatuses
    self.isPaginated = isPaginated
    self.isDeprecated = isDeprecated
  }
}

/// What a definition says about a parameter.
public struct ParameterDescriptor: Hashable, Sendable {
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
  /// Its type, as the definition writes it.
  public var type: String
  /// Whether a request without it makes no sense.
  public var isRequired: Bool
  /// What the server takes when it is absent, as it would be written on the wire.
  public var defaultValue: String?

  /// Makes a descriptor.
  public init(
    _ place: Place, _ name: String, type: String, isRequired: Bool = false,
    defaultValue: String? = nil
  ) {
    self.place = place
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.defaultValue = defaultValue
  }

  /// A parameter in the path, which is always required.
  public static func path(_ name: String, _ type: String) -> Self {
    Self(.path, name, type: type, isRequired: true)
  }

  /// A parameter in the query.
  public static func query(
    _ name: String, _ type: String, required: Bool = false, default defaultValue: String? = nil
  ) -> Self {
    Self(.query, name, type: type, isRequired: required, defaultValue: defaultValue)
  }
}
