/// A JSON object around a response that repeats its status.
///
/// With an envelope a single result is `{"status": 200, "content": …}`; a list keeps its fields and gains
/// `status`.
public struct Envelope: Hashable, Sendable {
  /// The Boolean query parameter that requests the envelope.
  public var switchParameter: String
  /// The field with the HTTP status.
  public var status: String
  /// The field with the payload.
  public var content: String

  /// Creates an envelope.
  public init(switchParameter: String, status: String, content: String) {
    self.switchParameter = switchParameter
    self.status = status
    self.content = content
  }
}
