/// A parameter in the path, the query or the header.
public struct ParameterModel: Sendable {
  /// The location of a parameter in a request.
  public enum Location: String, Sendable {
    /// A `{placeholder}` of the path template.
    case path
    /// The query.
    case query
    /// A header field.
    case header
  }

  /// The location of the parameter.
  public var parameterLocation: Location
  /// The name on the wire.
  public var name: String
  /// The name in Swift; `nil` for the default.
  public var swiftName: String?
  /// The type.
  public var type: TypeReference
  /// The unit of a numeric `Date` or `Duration`; `nil` for ISO 8601 dates.
  public var unit: TimeUnit?
  /// Whether the values of a list are sent as parameters of their own, rather than with commas between.
  public var isExploded: Bool
  /// Whether a request without it makes no sense; always true in the path.
  public var isRequired: Bool
  /// The value that the server uses if the parameter is missing, as written on the wire.
  public var defaultValue: String?
  /// The constraints of a value.
  public var constraints: ConstraintsModel
  /// The documentation.
  public var documentation: Documentation
  /// The location of the declaration.
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

/// The constraints of a parameter's value; of each value of a list.
public struct ConstraintsModel: Hashable, Sendable {
  /// A regular expression that matches a part of the value.
  public var pattern: String?
  /// The least number, as the definition writes it.
  public var minimum: String?
  /// The greatest number, as the definition writes it.
  public var maximum: String?
  /// The shortest length of the value, in characters.
  public var minLength: Int?
  /// The longest length of the value, in characters.
  public var maxLength: Int?
  /// The accepted values; empty accepts any value.
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
