/// How a ``DigestAuthenticator`` responses challenges.
public struct DigestOptions: Hashable, Sendable {
  /// Whether credentials may be sent over plain HTTP to another machine. Defaults to `false`.
  public var allowsInsecureHTTP: Bool
  /// The weakest hash function that is used. Defaults to MD5. If a server offers only weaker ones,
  /// calls fail with ``AuthenticationError/Reason/weakAlgorithm(offered:)``.
  public var minimumAlgorithm: DigestHash
  /// Whether the server must prove that it knows the password, by `rspauth` in every successful
  /// response (RFC 7616, section 3.5). Defaults to `false`, as few servers do; Atlas does not.
  ///
  /// A server that does not ask for credentials proves nothing: it is sent no body, as a HEAD request
  /// fetches the challenge first, and its success is an error. Responses are asked for without a
  /// content coding, as the proof of `auth-int` covers the body as it is transferred.
  public var requiresMutualAuthentication: Bool
  /// Whether requests go out one after the other, for servers that want to see a nonce's counts in
  /// order or each nonce once, such as Apache's with `AuthDigestNonceLifetime 0`. Defaults to `false`.
  public var serializesRequests: Bool

  /// Makes options.
  public init(
    allowsInsecureHTTP: Bool = false, minimumAlgorithm: DigestHash = .md5,
    requiresMutualAuthentication: Bool = false, serializesRequests: Bool = false
  ) {
    self.allowsInsecureHTTP = allowsInsecureHTTP
    self.minimumAlgorithm = minimumAlgorithm
    self.requiresMutualAuthentication = requiresMutualAuthentication
    self.serializesRequests = serializesRequests
  }
}
