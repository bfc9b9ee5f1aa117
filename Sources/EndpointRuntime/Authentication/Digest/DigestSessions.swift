import HTTPTypes
import Synchronization

/// The sessions of an authenticator, one for each origin: what one server says is not for another.
final class DigestSessions: Sendable {
  private let sessions = Mutex<[String: DigestSession]>([:])

  /// The session with the server that a request goes to.
  func session(for request: HTTPRequest) -> DigestSession {
    let origin = "\(request.scheme ?? "")://\((request.authority ?? "").lowercased())"
    return sessions.withLock { sessions in
      if let session = sessions[origin] { return session }
      let session = DigestSession()
      sessions[origin] = session
      return session
    }
  }
}
