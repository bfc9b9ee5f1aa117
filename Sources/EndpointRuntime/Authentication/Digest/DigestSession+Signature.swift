import HTTPTypes

extension DigestSession {
  /// The values that a request is signed with.
  struct Signature: Sendable {
    var challenge: DigestChallenge
    var template: AuthorizationTemplate
    /// The nonce count, from 1.
    var count: UInt32
    var clientNonce: String
    /// When it was made.
    var time: Duration
    /// Set if other requests wait for what comes of it.
    var ticket: Ticket?
    /// How old the nonce was that the server rejected before, if it did.
    var rejectedAge: Duration?
    /// The nonce whose place the signature's nonce takes once the server has accepted it; until then
    /// no other request uses the signature's nonce.
    var replacedNonce: String?
  }
}

extension DigestSession.Signature {
  /// The digest that responds to the challenge for a request.
  ///
  /// - Parameter bodyHash: The hash of the request's body, where the challenge's protection covers it.
  func computation(for request: HTTPRequest, bodyHash: String?) -> DigestComputation {
    DigestComputation(
      algorithm: challenge.algorithm, key: template.key, nonce: challenge.nonce,
      method: request.method.rawValue, uri: request.path ?? "/",
      protection: challenge.protection == .none
        ? nil
        : DigestComputation.Protection(
          count: count.hexadecimal, clientNonce: clientNonce, bodyHash: bodyHash))
  }
}
