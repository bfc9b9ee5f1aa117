/// A rule that makes a simulator fail or respond slowly.
///
/// ```swift
/// let faults: [Fault] = [
///   Fault(.status(503), endpoint: "GetCluster", times: 2),
///   Fault(.latency(.seconds(1)), pathPrefix: "/api/atlas/v2", probability: 0.1),
/// ]
/// ```
///
/// Faults apply to authenticated requests and to the token endpoint, so that `times` does not count
/// Digest challenges. They can also be written as text, see ``init(parsing:)``: in the header field
/// `X-Simulator-Fault` of a request, separated by commas, and at the control endpoint.
public struct Fault: Hashable, Sendable {
  /// What happens to a request.
  public enum Action: Hashable, Sendable {
    /// The request waits before it is handled.
    case latency(Duration)
    /// The response is an error, and the request is not handled.
    ///
    /// 429 has `Retry-After` and the rate limit fields; 503 is the plain text of a proxy without the
    /// error code of the API.
    case status(Int, retryAfter: Duration? = nil)
    /// The connection closes.
    case drop(Stage)
    /// The first half of the body is sent as if it were the whole body.
    case truncate
    /// The body is sent in parts within a duration.
    case slowBody(Duration)
  }

  /// The point at which a connection closes.
  public enum Stage: String, CaseIterable, Sendable {
    /// Before the request is handled.
    case request
    /// After the request is handled, before the response.
    case response
    /// In the middle of the response's body.
    case body
  }

  /// What happens.
  public var action: Action
  /// The name of the endpoint; `nil` for all.
  public var endpoint: String?
  /// The method; `nil` for all.
  public var method: String?
  /// The beginning of the path; `nil` for all.
  public var pathPrefix: String?
  /// The number of requests that are affected; `nil` for all.
  public var times: Int?
  /// The probability from 0 to 1 that a request is affected. Defaults to 1.
  public var probability: Double

  /// Creates a fault.
  public init(
    _ action: Action, endpoint: String? = nil, method: String? = nil, pathPrefix: String? = nil,
    times: Int? = nil, probability: Double = 1
  ) {
    self.action = action
    self.endpoint = endpoint
    self.method = method
    self.pathPrefix = pathPrefix
    self.times = times
    self.probability = probability
  }

  /// Whether a request is one of those that the fault is about.
  func matches(_ request: IncomingRequest, operation: String?) -> Bool {
    if let endpoint, endpoint != operation { return false }
    if let method, method != request.method { return false }
    if let pathPrefix, !request.path.hasPrefix(pathPrefix) { return false }
    return true
  }
}
