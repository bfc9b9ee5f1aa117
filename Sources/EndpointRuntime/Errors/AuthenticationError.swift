public import Foundation

/// A failed authentication.
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
    /// The server offered no authentication scheme that the client supports; the schemes that it
    /// offered.
    case noUsableChallenge(offered: [String])
    /// The server offered only algorithms that are weaker than ``DigestOptions/minimumAlgorithm``;
    /// their names.
    case weakAlgorithm(offered: [String])
    /// The server did not authenticate itself although mutual authentication is required.
    case unprovenServer
    /// The server rejected the credentials after it received a body that can be read only once.
    case bodyAlreadySent
    /// The server requires a signature of the body, and the body can be read only once.
    case unsignableBody
    /// The token endpoint returned no usable access token; ``AuthenticationError/response``
    /// describes the problem with its response.
    case unusableToken
    /// A middleware redirected the request to another server than that of the base URL.
    case otherServer(host: String)
    /// Credentials are not sent over plain HTTP to another host.
    case insecureConnection(host: String)
    /// The credentials contain a character that a header field cannot contain.
    case unusableCredentials
  }

  /// The kind of failure.
  public var reason: Reason
  /// The 401 response; `nil` if there was none.
  public var response: APIError?

  /// Creates a failure.
  public init(reason: Reason, response: APIError? = nil) {
    self.reason = reason
    self.response = response
  }
}

extension AuthenticationError: CustomStringConvertible, LocalizedError {
  /// A description of the problem and how to fix it.
  public var description: String {
    let sentence =
      switch reason {
      case .rejected where response?.hint != nil:
        // The server accepted the credentials and gives another reason.
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
