public import HTTPTypes

/// A successful answer.
public struct EndpointResponse<Value: Sendable>: Sendable {
  /// What the answer says.
  public var value: Value
  /// Its status.
  public var status: HTTPResponse.Status
  /// Its header fields.
  public var headerFields: HTTPFields

  /// Makes an answer.
  public init(value: Value, status: HTTPResponse.Status, headerFields: HTTPFields) {
    self.value = value
    self.status = status
    self.headerFields = headerFields
  }
}
