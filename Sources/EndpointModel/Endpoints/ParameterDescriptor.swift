/// The description of a parameter.
public struct ParameterDescriptor: Hashable, Sendable {
  /// The style of a list of values.
  public enum ListStyle: String, Sendable {
    /// One parameter for each value.
    case repeated
    /// One parameter with commas between the values.
    case commaSeparated
  }

  /// The location of the parameter.
  public var location: ParameterLocation
  /// The name on the wire.
  public var name: String
  /// The type, without aliases.
  public var type: TypeReference
  /// Whether the parameter is required.
  public var isRequired: Bool
  /// The value that the server uses if the parameter is missing, as written on the wire.
  public var defaultValue: String?
  /// The style of a list; `nil` for a single value.
  public var listStyle: ListStyle?
  /// The unit of a numeric date or duration; `nil` for dates in ISO 8601 and for other types.
  public var unit: TimeUnit?
  /// The known values of an enum; empty for other types. A server may accept others.
  public var cases: [String]
  /// The constraints of each value.
  public var constraints: ParameterConstraints

  /// Creates a descriptor.
  public init(
    _ location: ParameterLocation, _ name: String, type: TypeReference, isRequired: Bool = false,
    defaultValue: String? = nil, listStyle: ListStyle? = nil, unit: TimeUnit? = nil,
    cases: [String] = [], constraints: ParameterConstraints = .init()
  ) {
    self.location = location
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.listStyle = listStyle
    self.unit = unit
    self.cases = cases
    self.constraints = constraints
  }

  /// A parameter in the path, which is always required.
  public static func path(
    _ name: String, _ type: TypeReference, unit: TimeUnit? = nil,
    cases: [String] = [], constraints: ParameterConstraints = .init()
  ) -> Self {
    Self(
      .path, name, type: type, isRequired: true, unit: unit, cases: cases,
      constraints: constraints)
  }

  /// A parameter in the query.
  public static func query(
    _ name: String, _ type: TypeReference, required: Bool = false,
    default defaultValue: String? = nil, list: ListStyle? = nil, unit: TimeUnit? = nil,
    cases: [String] = [],
    constraints: ParameterConstraints = .init()
  ) -> Self {
    Self(
      .query, name, type: type, isRequired: required,
      defaultValue: defaultValue, listStyle: list, unit: unit, cases: cases,
      constraints: constraints)
  }

  /// A header field.
  public static func header(
    _ name: String, _ type: TypeReference, required: Bool = false,
    default defaultValue: String? = nil, list: ListStyle? = nil, unit: TimeUnit? = nil,
    cases: [String] = [],
    constraints: ParameterConstraints = .init()
  ) -> Self {
    Self(
      .header, name, type: type, isRequired: required,
      defaultValue: defaultValue, listStyle: list, unit: unit, cases: cases,
      constraints: constraints)
  }
}
