import EndpointRuntime

/// Verifies the credentials of requests: Digest, access tokens, or none.
struct Authentication: Sendable {
  /// `nil` if Digest is not accepted.
  let digest: DigestVerifier?
  /// `nil` if access tokens are not accepted.
  let tokens: TokenService?

  /// The result.
  enum Verdict: Sendable {
    case accepted
    /// The value of `WWW-Authenticate` to respond with.
    case rejected(challenge: String)
  }

  /// Verifies the credentials of a request.
  func verify(_ request: IncomingRequest) async -> Verdict {
    if let tokens, let token = request.bearerToken {
      return tokens.isValid(token)
        ? .accepted : .rejected(challenge: "Bearer error=\"invalid_token\"")
    }
    if let digest { return await digest.verify(request) }
    return tokens == nil ? .accepted : .rejected(challenge: "Bearer")
  }
}

extension IncomingRequest {
  /// The access token of the request (RFC 6750, section 2.1); `nil` if it has other credentials.
  fileprivate var bearerToken: String? {
    guard let parts = headerFields[.authorization]?.split(separator: " ", maxSplits: 1),
      parts.first?.lowercased() == "bearer"
    else { return nil }
    return parts.count == 2 ? String(parts[1]) : ""
  }
}
