import HTTPTypes
import Synchronization

/// The sessions of an authenticator: what one server says is not for another, and what it says for a
/// part of its paths (`domain`) is not for the others.
final class ProtectionSpaces: Sendable {
  /// The number of protection spaces that are remembered for one server.
  private static let limit = 16

  private struct Origin: Hashable {
    var scheme: String
    var authority: String
  }

  private let sessions = Mutex<[Origin: [DigestSession]]>([:])
  private let makeSession: @Sendable (HTTPRequest) throws -> DigestSession

  /// Makes spaces.
  ///
  /// - Parameter makeSession: Makes a session, unless credentials must not be sent where a request goes.
  init(_ makeSession: @escaping @Sendable (HTTPRequest) throws -> DigestSession) {
    self.makeSession = makeSession
  }

  /// The session for the space that a request is in.
  ///
  /// - Throws: ``AuthenticationError`` if there must be none.
  func session(for request: HTTPRequest) throws -> DigestSession {
    let origin = Origin(scheme: request.scheme ?? "", authority: request.authority ?? "")
    let path = request.path ?? "/"
    return try sessions.withLock { sessions in
      let known = sessions[origin, default: []]
      if let session = known.first(where: { $0.covers(path) }) { return session }
      if known.count == Self.limit { return known[0] }
      let session = try makeSession(request)
      sessions[origin] = known + [session]
      return session
    }
  }
}
