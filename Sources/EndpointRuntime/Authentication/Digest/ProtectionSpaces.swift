import HTTPTypes
import Synchronization

/// The sessions of an authenticator, one for each protection space: a server, or a part of its
/// paths (`domain`).
final class ProtectionSpaces: Sendable {
  /// The maximum number of protection spaces that are kept for a server.
  private static let limit = 16

  private struct Origin: Hashable {
    var scheme: String
    var authority: String
  }

  private let sessions = Mutex<[Origin: [DigestSession]]>([:])
  private let makeSession: @Sendable (HTTPRequest) throws -> DigestSession

  /// Creates the protection spaces.
  ///
  /// - Parameter makeSession: Creates a session; throws if credentials must not be sent to the
  ///   server.
  init(_ makeSession: @escaping @Sendable (HTTPRequest) throws -> DigestSession) {
    self.makeSession = makeSession
  }

  /// Returns the session for the protection space of a request.
  ///
  /// - Throws: ``AuthenticationError`` if credentials must not be sent.
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
