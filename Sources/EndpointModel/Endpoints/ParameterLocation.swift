/// The location of a parameter in a request.
public enum ParameterLocation: String, Sendable {
  /// A `{placeholder}` of the path template.
  case path
  /// The query.
  case query
  /// A header field.
  case header
}
