public import EndpointModel

/// A parameter in the path, the query or the header.
public struct ParameterModel: Sendable {
  /// The location of the parameter.
  public var parameterLocation: ParameterLocation
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
  public var constraints: ParameterConstraints
  /// The documentation.
  public var documentation: Documentation
  /// The location of the declaration.
  public var location: SourceLocation

  /// Creates a parameter's model.
  public init(
    parameterLocation: ParameterLocation, name: String, swiftName: String? = nil,
    type: TypeReference,
    unit: TimeUnit? = nil, isExploded: Bool = true, isRequired: Bool,
    defaultValue: String? = nil, constraints: ParameterConstraints = .init(),
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
