public import HTTPTypes

/// Authenticates the requests of a client.
///
/// An authenticator is around the exchange: it adds credentials to the request, looks at the
/// response, and may send the request once more. It is shared by all calls of a client.
public protocol Authenticator: Sendable {
  /// Creates an exchange with credentials.
  ///
  /// - Parameters:
  ///   - request: The complete request without credentials; nothing but header fields may be changed.
  ///   - body: The request's body, for schemes that sign it.
  ///   - exchange: Sends a request.
  /// - Returns: The response, which is a 401 if the credentials were rejected.
  /// - Throws: ``AuthenticationError`` if the credentials must not be sent, or what the exchange throws.
  func authenticate(_ request: HTTPRequest, body: HTTPBody?, exchange: HTTPTransport.Send)
    async throws
    -> TransportResponse

  /// Why a request responded with 401 in spite of everything.
  func reason(for rejection: HTTPResponse, to request: HTTPRequest) async
    -> AuthenticationError.Reason
}

extension Authenticator {
  /// Credentials that were sent have been rejected.
  public func reason(for rejection: HTTPResponse, to request: HTTPRequest) async
    -> AuthenticationError.Reason
  { .rejected }
}
