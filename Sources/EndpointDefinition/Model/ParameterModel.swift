/// A parameter in the path, the query or the header.
public struct ParameterModel: Sendable {
  /// Where a parameter is in the request.
  public enum Location: String, Sendable {
    /// A `{placeholder}` of the path template.
    case path
    /// The query.
    case query
    /// A header field.
    case header
  }

  /// Where it is.
  public var parameterLocation: Location
  /// Its name on the wire.
  public var name: String
  /// Its name in Swift, where the author chose one.
  public var swiftName: String?
  /// Its type.
  public var type: TypeReference
  /// What the number that represents a `Date` or a `Duration` counts; absent for dates in ISO 8601.
  public var unit: TimeUnit?
  /// Whether the values of a list are sent as parameters of their own, rather than with commas between.
  public var isExploded: Bool
  /// Whether a request without it makes no sense; always true in the path.
  public var isRequired: Bool
  /// What the server takes when it is absent, as it would be written on the wire.
  public var defaultValue: String?
  /// What a value must be like to be sent.
  public var constraints: ConstraintsModel
  /// What it means.
  public var documentation: Documentation
  /// Where it is declared.
  public var location: SourceLocation

  /// Creates a parameter's model.
  public init(
    parameterLocation: Location, name: String, swiftName: String? = nil, type: TypeReference,
    unit: TimeUnit? = nil, isExploded: Bool = true, isRequired: Bool,
    defaultValue: String? = nil, constraints: ConstraintsModel = .init(),
    documentation: Documentation = .init(), location: SourceLocation
  ) {
    self.parameterLocation = parameterLocation
    self.name = name
    self.swiftName = swiftName
    self.type = type
    self.unit = unit
    self.isExploded = isExploded
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.constraints = constraints
    self.documentation = documentation
    self.location = location
  }
}

/// What a parameter's value must be like; of a list, each of its values.
public struct ConstraintsModel: Hashable, Sendable {
  /// A regular expression that is found in the value's text.
  public var pattern: String?
  /// The least number, as the definition writes it.
  public var minimum: String?
  /// The greatest number, as the definition writes it.
  public var maximum: String?
  /// The least length of the value's text, in characters.
  public var minLength: Int?
  /// The greatest length of the value's text, in characters.
  public var maxLength: Int?
  /// The only texts that are accepted; empty where any is.
  public var values: [String]

  /// Makes constraints.
  public init(
    pattern: String? = nil, minimum: String? = nil, maximum: String? = nil, minLength: Int? = nil,
    maxLength: Int? = nil, values: [String] = []
  ) {
    self.pattern = pattern
    self.minimum = minimum
    self.maximum = maximum
    self.minLength = minLength
    self.maxLength = maxLength
    self.values = values
  }
}
