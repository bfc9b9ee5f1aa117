import Foundation

/// Verifies the response authentication (mutual authentication).
///
/// See RFC 7616, section 3.5.
struct ResponseAuthentication {
  /// The values of the request's signature.
  let computation: DigestComputation

  /// The maximum number of bytes of a body that are kept for its verification.
  private static let bodySize = 64 << 20

  /// Returns the response after verification. Rejections and error responses need no
  /// authentication.
  ///
  /// - Throws: ``AuthenticationError`` if the response authentication is wrong, or missing from a
  ///   success.
  func checked(_ response: TransportResponse, _ information: AuthenticationInformation?)
    async throws
    -> TransportResponse
  {
    guard response.head.status != .unauthorized else { return response }
    guard let information, let rspauth = information.rspauth else {
      guard response.head.status.kind != .successful else { throw Self.failure }
      return response
    }
    guard let sent = computation.protection,
      information.cnonce ?? sent.cnonce == sent.cnonce,
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
    guard expected.response.isEqualInConstantTime(to: rspauth.lowercased()) else {
      throw Self.failure
    }
    return response
  }

  private static var failure: AuthenticationError {
    AuthenticationError(reason: .unprovenServer)
  }
}
