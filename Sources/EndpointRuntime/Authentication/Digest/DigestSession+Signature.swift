import HTTPTypes

extension DigestSession {
  /// The values for the signature of a request.
  struct Signature: Sendable {
    let known: KnownChallenge
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

/// A challenge with what all its signatures share. It is a class, since copies would be expensive.
final class KnownChallenge: Sendable {
  let challenge: DigestChallenge
  let template: AuthorizationTemplate

  init(_ challenge: DigestChallenge, _ template: AuthorizationTemplate) {
    self.challenge = challenge
    self.template = template
  }
}

extension DigestSession.Signature {
  var challenge: DigestChallenge { known.challenge }

  /// Returns the digest for a request.
  ///
  /// - Parameter bodyHash: The hash of the body for `auth-int`.
  func computation(for request: HTTPRequest, bodyHash: String?) -> DigestComputation {
    DigestComputation(
      algorithm: known.challenge.algorithm, key: known.template.key,
      nonce: known.challenge.nonce,
      method: request.method.rawValue, uri: request.path ?? "/",
      protection: known.challenge.protection == .none
        ? nil
        : DigestComputation.Protection(
          count: count.hexadecimal, cnonce: cnonce, bodyHash: bodyHash))
  }
}
