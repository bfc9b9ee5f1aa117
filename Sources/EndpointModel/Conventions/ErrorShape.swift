/// The fields of the JSON object in the body of an error response.
public struct ErrorShape: Hashable, Sendable {
  /// The field with the error code.
  public var code: String
  /// The field with the description of the error.
  public var detail: String
  /// The field with the reason phrase; `nil` if there is none.
  public var reason: String?
  /// The field with the arguments of the error; `nil` if there is none.
  public var parameters: String?

  /// Creates a shape.
  public init(code: String, detail: String, reason: String? = nil, parameters: String? = nil) {
    self.code = code
    self.detail = detail
    self.reason = reason
    self.parameters = parameters
  }
}
