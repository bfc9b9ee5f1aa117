/// The messages that have a field.
public enum FieldAccess: String, CaseIterable, Sendable {
  /// Only responses: the server sets the value.
  case read
  /// Only requests.
  case write
}
