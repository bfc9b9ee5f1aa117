/// What a definition says about a parameter.
public struct ParameterDescriptor: Hashable, Sendable {
  /// Where a parameter is in the request.
  public enum Location: String, Sendable {
    /// A `{placeholder}` of the path template.
    case path
    /// The query.
    case query
    /// A header field.
    case header
  }

  /// How the values of a list are written.
  public enum ListStyle: String, Sendable {
    /// Each as a parameter of its own.
    case repeated
    /// All in one, with commas between them.
    case commaSeparated
  }

  /// Where it is.
  public var location: Location
  /// Its name on the wire.
  public var name: String
  /// Its type, as the definition writes it.
  public var type: String
  /// Whether a request without it makes no sense.
  public var isRequired: Bool
  /// What the server takes when it is absent, as it would be written on the wire.
  public var defaultValue: String?
  /// How the values of a list are written; `nil` if there is one value.
  public var listStyle: ListStyle?
  /// The unit of a numeric date or duration; `nil` for dates in ISO 8601 and for other types.
  public var unit: TimeUnit?
  /// The known values of an enum; empty for other types. A server may accept others.
  public var cases: [String]
  /// The constraints of each value.
  public var constraints: ParameterConstraints

  /// Creates a descriptor.
  public init(
    _ location: Location, _ name: String, type: String, isRequired: Bool = false,
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
    _ name: String, _ type: String, unit: TimeUnit? = nil, cases: [String] = [],
    constraints: ParameterConstraints = .init()
  ) -> Self {
    Self(
      .path, name, type: type, isRequired: true, unit: unit, cases: cases,
      constraints: constraints)
  }

  /// A parameter in the query.
  public static func query(
    _ name: String, _ type: String, required: Bool = false, default defaultValue: String? = nil,
    list: ListStyle? = nil, unit: TimeUnit? = nil, cases: [String] = [],
    constraints: ParameterConstraints = .init()
  ) -> Self {
    Self(
      .query, name, type: type, isRequired: required, defaultValue: defaultValue, listStyle: list,
      unit: unit, cases: cases, constraints: constraints)
  }

  /// A header field.
  public static func header(
    _ name: String, _ type: String, required: Bool = false, default defaultValue: String? = nil,
    list: ListStyle? = nil, unit: TimeUnit? = nil, cases: [String] = [],
    constraints: ParameterConstraints = .init()
  ) -> Self {
    Self(
      .header, name, type: type, isRequired: required, defaultValue: defaultValue,
      listStyle: list, unit: unit, cases: cases, constraints: constraints)
  }

  /// What is wrong with a value's text, as the end of a sentence; `nil` if nothing is.
  ///
  /// Unknown values of an enum are accepted, since a server can know more of them.
  func violation(by text: String) -> String? {
    switch elementType {
    case "ObjectID" where text.contains(where: \.isWhitespace):
      "has white space, which no identifier has"
    case "Date" where unit == nil && Timestamp.date(from: text) == nil:
      "is not a date such as 2026-01-31T12:00:00Z"
    case "Date" where unit != nil && Double(text) == nil,
      "Duration" where Double(text) == nil:
      "is not a number of \(unit.map { "\($0)" } ?? "units")"
    default: constraints.violation(by: text)
    }
  }

  /// The type of one value.
  package var elementType: String {
    type.hasPrefix("[") ? String(type.dropFirst().dropLast()) : type
  }
}
