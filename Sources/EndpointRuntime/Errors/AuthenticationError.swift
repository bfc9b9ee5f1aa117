public import Foundation

/// An authentication that failed.
public struct AuthenticationError: Error, Hashable, Sendable {
  /// The kind of failure.
  public enum Reason: Hashable, Sendable {
    /// The server rejected the credentials, or their owner lacks access.
    case rejected
    /// The server rejected every nonce as stale. If it accepts a nonce only once, set
    /// ``DigestOptions/serializesRequests``.
    case staleNonces
    /// The server asks for credentials and none were given.
    case missingCredentials
    /// None of the server's challenges can be responded; the schemes that it offered.
    case noUsableChallenge(offered: [String])
    /// The server offers only hash functions that are weaker than allowed; their names.
    case weakAlgorithm(offered: [String])
    /// The server did not prove that it knows the password, as it was required to.
    case unprovenServer
    /// The server wants new credentials after it got a body that can be read only once.
    case bodyAlreadySent
    /// The server wants the body signed, and it can be read only once.
    case unsignableBody
    /// The token endpoint returned no access token that can be used; ``AuthenticationError/response``
    /// says what is wrong with its response.
    case unusableToken
    /// A middleware has turned the request to another server than the base URL's.
    case otherServer(host: String)
    /// Credentials are not sent over plain HTTP to another machine.
    case insecureConnection(host: String)
    /// The credentials have a character that no header field can carry.
    case unusableCredentials
  }

  /// The kind of failure.
  public var reason: Reason
  /// The server's 401 response; `nil` if there was none.
  public var response: APIError?

  /// Creates a failure.
  public init(reason: Reason, response: APIError? = nil) {
    self.reason = reason
    self.response = response
  }
}

extension AuthenticationError: CustomStringConvertible, LocalizedError {
  /// A description of what happened and what to do.
  public var description: String {
    let sentence =
      switch reason {
      case .rejected where response?.hint != nil:
        // The API has accepted the credentials themselves and gives its own reason.
        "the server rejected the request of these credentials"
      case .rejected:
        "the server did not accept the credentials: check both parts of them, and that they belong "
          + "to the organization"
      case .staleNonces:
        "the server rejected every nonce as stale; if it accepts a nonce only once, set "
          + "DigestOptions.serializesRequests, otherwise check the credentials"
      case .missingCredentials: "the server asks for credentials and none were given"
      case .noUsableChallenge(let offered):
        "the server offers no way to authenticate that can be used here; it offers "
          + (offered.isEmpty ? "none" : offered.joined(separator: ", "))
      case .weakAlgorithm(let offered):
        "the server offers only \(offered.joined(separator: ", ")), which is weaker than "
          + "DigestOptions.minimumAlgorithm allows"
      case .unprovenServer:
        "the server did not prove that it knows the password; it may be another one than it seems"
      case .bodyAlreadySent:
        "the server wants new credentials, and the body can be sent only once: make the operation again "
          + "with a new body, or with one that can be read again"
      case .unsignableBody:
        "the server wants the body signed (auth-int): give one that can be read twice"
      case .unusableToken:
        "the token endpoint returned no usable access token; check the token URL"
      case .otherServer(let host):
        "a middleware has turned the request to '\(host)': credentials go to the base URL's server alone"
      case .insecureConnection(let host):
        "credentials are not sent over plain HTTP to '\(host)': use https"
      case .unusableCredentials:
        "the credentials have a control character or a line break: check how they are read"
      }
    return sentence + (response.map { " (\($0))" } ?? "")
  }

  /// The same as the description.
  public var errorDescription: String? { description }
}
