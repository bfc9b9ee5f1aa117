public import HTTPTypes

/// An HTTP client that sends requests and receives responses.
///
/// A transport sends the request unchanged: it follows no redirects, handles no challenges, stores
/// no cookies, retries nothing, and keeps the request-target in `HTTPRequest.path` byte for byte.
/// It decodes the content coding `gzip`.
public protocol HTTPTransport: Sendable {
  /// Sends a request with its body, if it has one, and returns the response.
  typealias Send = @Sendable (HTTPRequest, HTTPBody?) async throws -> TransportResponse

  /// Sends a request and returns when the head of the response has arrived.
  ///
  /// - Parameters:
  ///   - request: The request with `scheme`, `authority`, and `path`.
  ///   - body: The body; `nil` if there is none. ``HTTPBody/length`` becomes `Content-Length`; a
  ///     body of unknown length is sent with chunked transfer coding.
  ///   - timeout: The maximum time until the head of the response arrives; `nil` for no limit.
  /// - Throws: ``TransportError``, or `CancellationError` if the task was cancelled.
  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
}

/// A transport that always returns or throws when the timeout has passed, without being cancelled.
package protocol TimedTransport: HTTPTransport {
  /// Whether ``send(_:body:responseTimeout:)`` also limits the time for the body of the response.
  var limitsBodies: Bool { get }

  /// Sends a request, and returns when the head of the response has arrived.
  ///
  /// - Parameter responseTimeout: The maximum time until the head has arrived and, if
  ///   ``limitsBodies`` is true, until the body has ended, which otherwise fails; `nil` for no limit.
  func send(_ request: HTTPRequest, body: HTTPBody?, responseTimeout: Duration?) async throws
    -> TransportResponse
}

/// A response: its head, and its body as a stream.
public struct TransportResponse: Sendable {
  /// The status and the header fields.
  public var head: HTTPResponse
  /// The body.
  public var body: HTTPBody

  /// Creates a response.
  public init(head: HTTPResponse, body: HTTPBody) {
    self.head = head
    self.body = body
  }
}
