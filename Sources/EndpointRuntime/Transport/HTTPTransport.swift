public import HTTPTypes

/// A concrete HTTP client, which sends requests and receives responses.
///
/// A transport sends the request as it is: it follows no redirect, responds to no challenge, keeps no
/// cookie, sends nothing twice, and leaves the request-target byte for byte as
/// `HTTPRequest.path` has it. It undoes the content coding `gzip`.
public protocol HTTPTransport: Sendable {
  /// Sends a request with its body, if it has one, and returns the response.
  typealias Send = @Sendable (HTTPRequest, HTTPBody?) async throws -> TransportResponse

  /// Sends one request and returns once the head of the response is there.
  ///
  /// - Parameters:
  ///   - request: The request; `scheme`, `authority` and `path` are set.
  ///   - body: The request's body, if it has one; ``HTTPBody/length`` is its `Content-Length`, and a
  ///     body of unknown length is sent in chunks.
  ///   - timeout: How long the server may take until the head of its response is there.
  /// - Throws: ``TransportError``, or `CancellationError` if the task was cancelled.
  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
}

/// A server's response: its head, and its body as it arrives.
public struct TransportResponse: Sendable {
  /// Status and header fields.
  public var head: HTTPResponse
  /// The body.
  public var body: HTTPBody

  /// Creates a response.
  public init(head: HTTPResponse, body: HTTPBody) {
    self.head = head
    self.body = body
  }
}
