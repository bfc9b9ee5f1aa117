package import EndpointModel

/// A parameter in the path, the query, or the header.
package struct ParameterModel: Sendable {
  /// The location of the parameter.
  package var parameterLocation: ParameterLocation
  /// The name on the wire.
  package var name: String
  /// The name in Swift; `nil` for the default.
  package var swiftName: String?
  /// The type.
  package var type: TypeReference
  /// The unit of a numeric `Date` or `Duration`; `nil` for ISO 8601 dates.
  package var unit: TimeUnit?
  /// Whether the values of a list are separate parameters rather than joined by commas.
  package var isExploded: Bool
  /// Whether the parameter is required; always true in the path.
  package var isRequired: Bool
  /// The value that the server uses if the parameter is missing, as written on the wire.
  package var defaultValue: String?
  /// The constraints of each value.
  package var constraints: ParameterConstraints
  /// The documentation.
  package var documentation: Documentation
  /// The location of the declaration.
  package var location: SourceLocation

  /// Creates a parameter's model.
  package init(
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
