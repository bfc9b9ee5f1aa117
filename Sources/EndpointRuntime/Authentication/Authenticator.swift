public import HTTPTypes

/// Authenticates the requests of a client.
///
/// An authenticator adds credentials to a request, examines the response, and can send the request
/// once more. All requests of a client share it.
public protocol Authenticator: Sendable {
  /// Sends a request with credentials and returns the response.
  ///
  /// - Parameters:
  ///   - request: The complete request without credentials. Only header fields may be changed.
  ///   - body: The body, for schemes that sign it; `nil` if there is none.
  ///   - exchange: Sends a request.
  /// - Returns: The response; a 401 if the credentials were rejected.
  /// - Throws: ``AuthenticationError`` if the credentials must not be sent, or the error of
  ///   `exchange`.
  func authenticate(_ request: HTTPRequest, body: HTTPBody?, exchange: HTTPTransport.Send)
    async throws
    -> TransportResponse

  /// Returns the reason of a 401 response to an authenticated request.
  func reason(for rejection: HTTPResponse, to request: HTTPRequest) async
    -> AuthenticationError.Reason
}

extension Authenticator {
  /// Returns ``AuthenticationError/Reason/rejected``.
  public func reason(for rejection: HTTPResponse, to request: HTTPRequest) async
    -> AuthenticationError.Reason
  { .rejected }
}

/// An authenticator that can end its waits at a deadline by itself.
protocol TimedAuthenticator: Authenticator {
  /// Whether everything that it waits for ends at the deadline.
  var waitsEnd: Bool { get }

  /// Does the same as ``Authenticator/authenticate(_:body:exchange:)`` and ends at a deadline.
  func authenticate(
    _ request: HTTPRequest, body: HTTPBody?, within limit: TimeLimit, exchange: HTTPTransport.Send
  ) async throws -> TransportResponse
}
