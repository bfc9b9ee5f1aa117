import HTTPTypes
import Synchronization

/// The sessions of an authenticator: what one server says is not for another, and what it says for a
/// part of its paths (`domain`) is not for the others.
final class DigestSpaces: Sendable {
  /// Servers with more spaces than that are no servers that we want to remember.
  private static let limit = 16

  private struct Origin: Hashable {
    var scheme: String
    var authority: String
  }

  private let sessions = Mutex<[Origin: [DigestSession]]>([:])
  private let makeSession: @Sendable () -> DigestSession

  init(_ makeSession: @escaping @Sendable () -> DigestSession) { self.makeSession = makeSession }

  /// The session for the space that a request is in.
  func session(for request: HTTPRequest) -> DigestSession {
    let origin = Origin(scheme: request.scheme ?? "", authority: request.authority ?? "")
    let path = request.path ?? "/"
    return sessions.withLock { sessions in
      let known = sessions[origin, default: []]
      if let session = known.first(where: { $0.covers(path) }) { return session }
      if known.count == Self.limit { return known[0] }
      let session = makeSession()
      sessions[origin] = known + [session]
      return session
    }
  }
}
