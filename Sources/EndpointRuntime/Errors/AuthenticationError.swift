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
        "the server rejected the request"
      case .rejected:
        "the server rejected the credentials; check both parts of them, and that they belong "
          + "to the organization"
      case .staleNonces:
        "the server rejected every nonce as stale; if it accepts a nonce only once, set "
          + "DigestOptions.serializesRequests, otherwise check the credentials"
      case .missingCredentials: "the server requires credentials, but the client has none"
      case .noUsableChallenge(let offered):
        "the server offers no supported authentication scheme; it offers "
          + (offered.isEmpty ? "none" : offered.joined(separator: ", "))
      case .weakAlgorithm(let offered):
        "the server offers only \(offered.joined(separator: ", ")), which is weaker than "
          + "DigestOptions.minimumAlgorithm allows"
      case .unprovenServer:
        "the server did not authenticate itself with the password; it may be an impostor"
      case .bodyAlreadySent:
        "the server requires new credentials, and the body can be read only once; send the request again "
          + "with a new body, or use a body that can be read again"
      case .unsignableBody:
        "the server requires auth-int; use a body that can be read again"
      case .unusableToken:
        "the token endpoint returned no usable access token; check the token URL"
      case .otherServer(let host):
        "a middleware redirected the request to '\(host)'; credentials are sent only to the server of the base URL"
      case .insecureConnection(let host):
        "credentials are not sent over plain HTTP to '\(host)'; use https"
      case .unusableCredentials:
        "the credentials contain a line break or another control character; check how they are read"
      }
    return sentence + (response.map { " (\($0))" } ?? "")
  }

  /// The same as the description.
  public var errorDescription: String? { description }
}
