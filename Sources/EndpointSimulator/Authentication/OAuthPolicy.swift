/// The OAuth 2.0 client credentials that a simulator accepts, and its token endpoint.
public struct OAuthPolicy: Sendable {
  /// The clients: identifiers as user names, and secrets as passwords.
  public var clients: [SimulatedCredentials]
  /// The path of the token endpoint (RFC 6749, section 4.4).
  public var tokenPath: String
  /// The path of the revocation endpoint (RFC 7009).
  public var revocationPath: String
  /// The lifetime of tokens, by the clock of the simulator. Responses have the real time in which it
  /// passes.
  public var tokenLifetime: Duration

  /// Creates a policy. Paths and lifetime default to those of Atlas.
  public init(
    clients: [SimulatedCredentials], tokenPath: String = "/api/oauth/token",
    revocationPath: String = "/api/oauth/revoke", tokenLifetime: Duration = .seconds(3600)
  ) {
    self.clients = clients
    self.tokenPath = tokenPath
    self.revocationPath = revocationPath
    self.tokenLifetime = tokenLifetime
  }
}
