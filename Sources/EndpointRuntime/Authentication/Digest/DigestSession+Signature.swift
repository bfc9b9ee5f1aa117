import HTTPTypes

extension DigestSession {
  /// The values for the signature of a request.
  struct Signature: Sendable {
    var challenge: DigestChallenge
    var template: AuthorizationTemplate
    /// The nonce count, from 1.
    var count: UInt32
    var cnonce: String
    /// The time of the signature.
    var time: Duration
    /// The ticket, if other requests wait for the response.
    var ticket: Ticket?
    /// The age of the nonce that the server rejected before; `nil` if it rejected none.
    var rejectedAge: Duration?
    /// The nonce that this signature's nonce replaces after the server has accepted it. Until then
    /// no other request uses it.
    var replacedNonce: String?
  }
}

extension DigestSession.Signature {
  /// Returns the digest for a request.
  ///
  /// - Parameter bodyHash: The hash of the body for `auth-int`.
  func computation(for request: HTTPRequest, bodyHash: String?) -> DigestComputation {
    DigestComputation(
      algorithm: challenge.algorithm, key: template.key, nonce: challenge.nonce,
      method: request.method.rawValue, uri: request.path ?? "/",
      protection: challenge.protection == .none
        ? nil
        : DigestComputation.Protection(
          count: count.hexadecimal, cnonce: cnonce, bodyHash: bodyHash))
  }
}
