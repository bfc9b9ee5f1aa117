import Foundation

/// Checks a server's proof that it knows the password, too (mutual authentication).
///
/// See RFC 7616, section 3.5.
struct ResponseAuthentication {
  /// The values that the request was signed with.
  let computation: DigestComputation

  /// How many bytes of a body are kept in memory, where the proof covers it.
  private static let bodySize = 64 << 20

  /// The response, if it is proven, or need not be: a rejection is not, and neither is an error without a proof.
  ///
  /// - Throws: ``AuthenticationError`` for a wrong proof, and for a success without one.
  func checked(_ response: TransportResponse, _ information: AuthenticationInformation?)
    async throws
    -> TransportResponse
  {
    guard response.head.status != .unauthorized else { return response }
    guard let information, let proof = information.proof else {
      guard response.head.status.kind != .successful else { throw Self.failure }
      return response
    }
    guard let sent = computation.protection,
      information.clientNonce ?? sent.clientNonce == sent.clientNonce,
      information.count ?? sent.count == sent.count
    else { throw Self.failure }
    var response = response
    var expected = computation
    expected.method = ""
    expected.protection?.bodyHash = nil
    if information.protection ?? sent.name == "auth-int" {
      let (data, isComplete) = try await response.body.prefix(bytes: Self.bodySize)
      guard isComplete else { throw Self.failure }
      response.body = HTTPBody(data)
      expected.protection?.bodyHash = computation.algorithm.hash.hex(data)
    }
    guard expected.response.isEqualInConstantTime(to: proof.lowercased()) else {
      throw Self.failure
    }
    return response
  }

  private static var failure: AuthenticationError {
    AuthenticationError(reason: .unprovenServer)
  }
}
