import EndpointRuntime
import Synchronization

/// The server's side of Digest: gives out a new nonce with every challenge and checks responses and counts.
final class DigestServer: Sendable {
  private struct State {
    /// The number of the last nonce that was given out, and of the last one that is stale.
    var (last, stale) = (0, 0)
    var counts: [String: Set<String>] = [:]
    var challenges = 0

    mutating func challenge() -> String {
      challenges += 1
      last += 1
      return "nonce-\(last)"
    }
  }

  let username = "public-key"
  let password = "private-key-4711"
  private let state = Mutex(State())

  /// How many requests were rejected.
  var challenges: Int { state.withLock { $0.challenges } }

  /// The nonces for which requests were let in.
  var usedNonces: Int { state.withLock { $0.counts.count } }

  /// Creates the nonces given out so far stale.
  func renewNonce() { state.withLock { $0.stale = $0.last } }

  /// Rejects a request, or responses `{"id": …}`.
  func response(_ request: LoopbackServer.Received) -> Reply {
    state.withLock { state in
      guard let field = request.authorization,
        let authorization = DigestAuthorization(parsing: field),
        authorization.uri == request.target, authorization.username == username,
        let nonce = authorization.nonce,
        let count = authorization.nonceCount, let cnonce = authorization.cnonce,
        authorization.response == response(to: nonce, request, count, cnonce)
      else {
        return .digest(
          state.challenge(), body: #"{"errorCode":"USER_UNAUTHORIZED","detail":"No."}"#)
      }
      guard let number = Int(nonce.dropFirst("nonce-".count)), number > state.stale else {
        return .digest(state.challenge(), stale: true)
      }
      guard state.counts[nonce, default: []].insert(count).inserted else {
        return Reply(400, [], #"{"errorCode":"REPLAY","detail":"\#(count)"}"#)
      }
      return Reply(#"{"id":"\#(count)"}"#)
    }
  }

  private func response(
    to nonce: String, _ request: LoopbackServer.Received, _ count: String,
    _ cnonce: String
  ) -> String {
    DigestComputation(
      algorithm: .sha256, username: username, realm: "r", password: password, nonce: nonce,
      method: request.method, uri: request.target,
      protection: .init(count: count, cnonce: cnonce)
    ).response
  }
}
