/// The options of a ``DigestAuthenticator``.
public struct DigestOptions: Hashable, Sendable {
  /// Whether credentials may be sent over plain HTTP to other hosts. Defaults to `false`.
  public var allowsInsecureHTTP: Bool
  /// The weakest hash function to use. Defaults to MD5. If the server offers only weaker ones,
  /// requests fail with ``AuthenticationError/Reason/weakAlgorithm(offered:)``.
  public var minimumAlgorithm: DigestHash
  /// Whether the server must authenticate itself by `rspauth` in every successful response (RFC
  /// 7616, section 3.5). Defaults to `false`. Few servers support it; Atlas does not.
  ///
  /// If it is `true`, a HEAD request fetches the challenge before a body is sent, a success without
  /// a challenge is an error, and content codings are not requested, since the response
  /// authentication of `auth-int` covers the body as transferred.
  public var requiresMutualAuthentication: Bool
  /// Whether requests are sent one after the other, for servers that accept nonce counts only in
  /// order, or each nonce only once, such as Apache with `AuthDigestNonceLifetime 0`. Defaults to
  /// `false`.
  public var serializesRequests: Bool

  /// Creates options.
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
