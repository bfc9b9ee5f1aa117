import EndpointRuntime
import Synchronization

/// The server's side of Digest: gives out nonces and checks answers and counts.
final class DigestServer: Sendable {
  private struct State {
    var nonceNumber = 1
    var counts: [String: Set<String>] = [:]
    var challenges = 0
  }

  let username = "public-key"
  let password = "private-key-4711"
  private let state = Mutex(State())

  /// How many requests were refused.
  var challenges: Int { state.withLock { $0.challenges } }

  /// Makes the nonce given out so far stale.
  func renewNonce() { state.withLock { $0.nonceNumber += 1 } }

  /// Refuses a request, or answers `{"id": …}`.
  func answer(_ request: LoopbackServer.Received) -> Reply {
    state.withLock { state in
      let current = "nonce-\(state.nonceNumber)"
      guard let field = request.authorization,
        let authorization = DigestAuthorization(parsing: field),
        authorization.uri == request.target, authorization.username == username,
        let nonce = authorization.nonce,
        let count = authorization.nonceCount, let clientNonce = authorization.clientNonce,
        authorization.response == response(to: nonce, request, count, clientNonce)
      else {
        state.challenges += 1
        return .digest(current, body: #"{"errorCode":"USER_UNAUTHORIZED","detail":"No."}"#)
      }
      guard nonce == current else {
        state.challenges += 1
        return .digest(current, stale: true)
      }
      guard state.counts[current, default: []].insert(count).inserted else {
        return Reply(400, [], #"{"errorCode":"REPLAY","detail":"\#(count)"}"#)
      }
      return Reply(#"{"id":"\#(count)"}"#)
    }
  }

  private func response(
    to nonce: String, _ request: LoopbackServer.Received, _ count: String,
    _ clientNonce: String
  ) -> String {
    DigestComputation(
      algorithm: .sha256, username: username, realm: "r", password: password, nonce: nonce,
      method: request.method, uri: request.target,
      protection: .init(count: count, clientNonce: clientNonce)
    ).response
  }
}
