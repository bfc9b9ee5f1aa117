/// A request and its response status, without header fields and bodies.
public struct RecordedExchange: Hashable, Sendable {
  /// The method.
  public var method: String
  /// The request-target as it was sent.
  public var target: String
  /// Whether credentials were sent.
  public var isAuthorized: Bool
  /// The status of the response.
  public var status: Int

  /// Creates a record.
  public init(method: String, target: String, isAuthorized: Bool, status: Int) {
    self.method = method
    self.target = target
    self.isAuthorized = isAuthorized
    self.status = status
  }
}

extension RecordedExchange: CustomStringConvertible {
  /// The request line without its version, and the status: `GET /pets/1 → 404 Not Found`.
  public var description: String {
    "\(method) \(target) → \(status) \(ReasonPhrase.of(status))"
  }
}

/// Records exchanges.
actor Recorder {
  private(set) var exchanges: [RecordedExchange] = []

  func record(_ exchange: RecordedExchange) { exchanges.append(exchange) }
}
