public import HTTPTypes

/// Sends one request with its body, if it has one, and gives back the server's response.
public typealias Exchange = @Sendable (HTTPRequest, HTTPBody?) async throws -> TransportResponse

/// What proves to a server who the caller is.
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
  /// - Throws: ``AuthenticationFailure`` if the credentials must not be sent, or what the exchange throws.
  func authenticate(_ request: HTTPRequest, body: HTTPBody?, exchange: Exchange) async throws
    -> TransportResponse

  /// Why a request responded with 401 in spite of everything.
  func reason(for rejection: HTTPResponse, to request: HTTPRequest) async
    -> AuthenticationFailure.Reason
}

extension Authenticator {
  /// Credentials that were sent have been rejected.
  public func reason(for rejection: HTTPResponse, to request: HTTPRequest) async
    -> AuthenticationFailure.Reason
  { .rejected }
}
