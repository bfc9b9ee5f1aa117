import HTTPTypes

/// A request and its response status, without header fields and bodies.
public struct RecordedExchange: Hashable, Sendable {
  /// The method.
  public var method: String
  /// The request-target as it was sent.
  public var target: String
  /// Whether credentials were sent.
  public var isAuthorized: Bool
  /// The status of the response; 0 if the connection was closed without a response.
  public var status: Int

  /// Creates a record.
  public init(method: String, target: String, isAuthorized: Bool, status: Int) {
    self.method = method
    self.target = target
    self.isAuthorized = isAuthorized
    self.status = status
  }

  init(_ exchange: SimulatedExchange) {
    self.init(
      method: exchange.request.method, target: exchange.request.target,
      isAuthorized: exchange.request.headerFields[.authorization] != nil,
      status: exchange.response?.status ?? 0)
  }
}

extension RecordedExchange: CustomStringConvertible {
  /// The request line without its version, and the status: `GET /pets/1 → 404 Not Found`.
  public var description: String {
    status == 0
      ? "\(method) \(target) → connection closed"
      : "\(method) \(target) → \(status) \(ReasonPhrase.of(status))"
  }
}
