/// An authenticator whose access token can be revoked.
protocol TokenRevoking: Authenticator {
  /// Revokes the token that requests use; does nothing if there is none.
  func revokeToken(through exchange: HTTPTransport.Send) async throws
}

extension EndpointClient {
  /// Revokes the access token that the client uses (RFC 7009), so that the server rejects it.
  ///
  /// Requests that are sent afterwards fetch a new token. The function does nothing if the client has
  /// no token, or authenticates by another scheme than OAuth 2.0.
  ///
  /// If it fails, the token may still be valid: call the function again.
  ///
  /// - Throws: ``EndpointError`` and nothing else; ``EndpointError/configuration(setting:reason:)`` if
  ///   the authenticator has no revocation URL.
  public func revokeToken() async throws { try await pipeline.revokeToken() }
}

extension RequestPipeline {
  /// Revokes the token of the authenticator within the timeout of the client.
  func revokeToken() async throws(EndpointError) {
    guard let authenticator = authenticator as? any TokenRevoking else { return }
    let (transport, timeout) = (transport, configuration.timeout)
    do {
      try await deadlines.run(within: timeout) {
        try await authenticator.revokeToken { request, body in
          try await transport.send(request, body: body, timeout: timeout)
        }
      }
    } catch {
      throw EndpointError(error)
    }
  }
}
