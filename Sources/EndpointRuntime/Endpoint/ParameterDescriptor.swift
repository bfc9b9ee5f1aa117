/// The description of a parameter.
public struct ParameterDescriptor: Hashable, Sendable {
  /// The location of a parameter in a request.
  public enum Location: String, Sendable {
    /// A `{placeholder}` of the path template.
    case path
    /// The query.
    case query
    /// A header field.
    case header
  }

  /// The style of a list of values.
  public enum ListStyle: String, Sendable {
    /// One parameter for each value.
    case repeated
    /// One parameter with commas between the values.
    case commaSeparated
  }

  /// The location of the parameter.
  public var location: Location
  /// The name on the wire.
  public var name: String
  /// The type as written in the definition.
  public var type: String
  /// The type of one value, without aliases: a type of the definition language or the name of an enum.
  public var elementType: String
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
    _ location: Location, _ name: String, type: String, elementType: String? = nil,
    isRequired: Bool = false,
    defaultValue: String? = nil, listStyle: ListStyle? = nil, unit: TimeUnit? = nil,
    cases: [String] = [], constraints: ParameterConstraints = .init()
  ) {
    self.location = location
    self.name = name
    self.type = type
    self.elementType =
      elementType ?? (type.hasPrefix("[") ? String(type.dropFirst().dropLast()) : type)
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.listStyle = listStyle
    self.unit = unit
    self.cases = cases
    self.constraints = constraints
  }

  /// A parameter in the path, which is always required.
  public static func path(
    _ name: String, _ type: String, element: String? = nil, unit: TimeUnit? = nil,
    cases: [String] = [], constraints: ParameterConstraints = .init()
  ) -> Self {
    Self(
      .path, name, type: type, elementType: element, isRequired: true, unit: unit, cases: cases,
      constraints: constraints)
  }

  /// A parameter in the query.
  public static func query(
    _ name: String, _ type: String, element: String? = nil, required: Bool = false,
    default defaultValue: String? = nil, list: ListStyle? = nil, unit: TimeUnit? = nil,
    cases: [String] = [],
    constraints: ParameterConstraints = .init()
  ) -> Self {
    Self(
      .query, name, type: type, elementType: element, isRequired: required,
      defaultValue: defaultValue, listStyle: list, unit: unit, cases: cases,
      constraints: constraints)
  }

  /// A header field.
  public static func header(
    _ name: String, _ type: String, element: String? = nil, required: Bool = false,
    default defaultValue: String? = nil, list: ListStyle? = nil, unit: TimeUnit? = nil,
    cases: [String] = [],
    constraints: ParameterConstraints = .init()
  ) -> Self {
    Self(
      .header, name, type: type, elementType: element, isRequired: required,
      defaultValue: defaultValue, listStyle: list, unit: unit, cases: cases,
      constraints: constraints)
  }

  /// The reason why a value is invalid, as the end of a sentence; `nil` if it is valid.
  ///
  /// Unknown values of an enum are accepted, since a server can know more of them.
  func violation(by text: String) -> String? {
    switch elementType {
    case "ObjectID" where text.contains(where: \.isWhitespace):
      "has white space, which no identifier has"
    case "Date" where unit == nil && Timestamp.date(from: text) == nil:
      "is not a date such as 2026-01-31T12:00:00Z"
    case "Date" where unit != nil && !text.isDecimalNumber,
      "Duration" where !text.isDecimalNumber:
      "is not a number of \(unit.map { "\($0)" } ?? "units")"
    default: constraints.violation(by: text)
    }
  }
}
