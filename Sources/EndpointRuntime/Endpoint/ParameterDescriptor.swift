/// What a definition says about a parameter.
public struct ParameterDescriptor: Hashable, Sendable {
  /// Where a parameter stands in the request.
  public enum Place: String, Sendable {
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
  /// How the values of a list are written; absent where there is one value.
  public var listStyle: ListStyle?
  /// What each value must be like.
  public var constraints: ParameterConstraints

  /// Makes a descriptor.
  public init(
    _ place: Place, _ name: String, type: String, isRequired: Bool = false,
    defaultValue: String? = nil, listStyle: ListStyle? = nil,
    constraints: ParameterConstraints = .init()
  ) {
    self.place = place
    self.name = name
    self.type = type
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.listStyle = listStyle
    self.constraints = constraints
  }

  /// A parameter in the path, which is always required.
  public static func path(
    _ name: String, _ type: String, constraints: ParameterConstraints = .init()
  ) -> Self {
    Self(.path, name, type: type, isRequired: true, constraints: constraints)
  }

  /// A parameter in the query.
  public static func query(
    _ name: String, _ type: String, required: Bool = false, default defaultValue: String? = nil,
    list: ListStyle? = nil, constraints: ParameterConstraints = .init()
  ) -> Self {
    Self(
      .query, name, type: type, isRequired: required, defaultValue: defaultValue, listStyle: list,
      constraints: constraints)
  }

  /// A header field.
  public static func header(
    _ name: String, _ type: String, required: Bool = false, default defaultValue: String? = nil,
    list: ListStyle? = nil, constraints: ParameterConstraints = .init()
  ) -> Self {
    Self(
      .header, name, type: type, isRequired: required, defaultValue: defaultValue,
      listStyle: list, constraints: constraints)
  }
}
