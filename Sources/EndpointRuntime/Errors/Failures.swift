public import Foundation

/// Why the server did not accept who the caller is.
public struct AuthenticationFailure: Error, Hashable, Sendable {
  /// What kind of rejection it is.
  public enum Reason: Hashable, Sendable {
    /// The server rejected the credentials, or the caller who has them.
    case rejected
    /// The server let go of each nonce before it was used: it may take a nonce only once, for which
    /// there is ``DigestOptions/serializesRequests``.
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
    /// The token endpoint returned no access token that can be used; ``AuthenticationFailure/response``
    /// says what is wrong with its response.
    case unusableToken
    /// A middleware has turned the request to another server than the base URL's.
    case otherServer(host: String)
    /// Credentials are not sent over plain HTTP to another machine.
    case insecureConnection(host: String)
    /// The credentials have a character that no header field can carry.
    case unusableCredentials
  }

  /// What kind of rejection it is.
  public var reason: Reason
  /// What the server said beside its 401, if it was asked.
  public var response: APIError?

  /// Creates a failure.
  public init(reason: Reason, response: APIError? = nil) {
    self.reason = reason
    self.response = response
  }
}

extension AuthenticationFailure: CustomStringConvertible, LocalizedError {
  /// What happened and what to do.
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
        "the server let go of each nonce before it was used: if it takes a nonce only once, set "
          + "DigestOptions.serializesRequests; else check the credentials"
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

/// Why no response came.
public struct TransportFailure: Error, Hashable, Sendable {
  /// What kind of failure it is.
  public enum Kind: String, Hashable, Sendable {
    /// No connection could be made: nothing was sent.
    case connection
    /// The server's name could not be resolved: nothing was sent.
    case nameResolution
    /// No secure connection could be made: nothing was sent.
    case security
    /// The connection ended before the response did.
    case interrupted
    /// The request or the response is not a HTTP, or the response is larger than allowed.
    case invalidResponse
    /// Something else.
    case other
  }

  /// What kind of failure it is.
  public var kind: Kind
  /// What happened, in words.
  public var message: String

  /// Creates a failure.
  public init(_ kind: Kind, _ message: String) {
    self.kind = kind
    self.message = message
  }
}

extension TransportFailure: CustomStringConvertible, LocalizedError {
  /// What happened.
  public var description: String { message }
  /// The same as the description.
  public var errorDescription: String? { description }
}

/// Why a response could not be read as what the definition says.
public struct DecodingFailure: Error, Hashable, Sendable {
  /// The endpoint that was called.
  public var endpoint: String
  /// The path to the value that is not as expected, such as `results.0.id`; empty for the whole body.
  public var codingPath: String
  /// What is wrong with it.
  public var problem: String
  /// The beginning of the body on one line, made of at most 200 bytes, without what looks like a secret.
  public var excerpt: String

  /// Creates a failure.
  public init(endpoint: String, codingPath: String = "", problem: String, excerpt: String = "") {
    self.endpoint = endpoint
    self.codingPath = codingPath
    self.problem = problem
    self.excerpt = excerpt
  }

  init(_ error: any Error, endpoint: String, body: Data) {
    self.endpoint = endpoint
    let (context, problem): (DecodingError.Context?, String) =
      switch error {
      case DecodingError.keyNotFound(let key, let context):
        (context, "the member '\(key.stringValue)' is missing")
      case DecodingError.typeMismatch(_, let context): (context, context.debugDescription)
      case DecodingError.valueNotFound(_, let context): (context, context.debugDescription)
      case DecodingError.dataCorrupted(let context):
        (context, context.debugDescription)
      default: (nil, "\(error)")
      }
    codingPath = (context?.codingPath ?? []).map { $0.intValue.map(String.init) ?? $0.stringValue }
      .joined(separator: ".")
    // The coders of Foundation end some sentences and not others.
    self.problem = problem.hasSuffix(".") ? String(problem.dropLast()) : problem
    excerpt = BodyExcerpt.text(of: body, limit: 200)
  }
}

extension DecodingFailure: CustomStringConvertible, LocalizedError {
  /// What is wrong, and with what.
  public var description: String {
    "the response to \(endpoint) is not as defined"
      + (codingPath.isEmpty ? "" : " at \(codingPath)") + ": \(problem)"
      + (excerpt.isEmpty ? "" : "; it begins with: \(excerpt)")
  }

  /// The same as the description.
  public var errorDescription: String? { description }
}
