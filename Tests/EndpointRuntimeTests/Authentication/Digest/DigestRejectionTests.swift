import Foundation
import HTTPTypes
import Testing
import Zoo

@testable import EndpointRuntime

@Suite("A rejected request")
struct DigestRejectionTests {
  private func client(_ transport: ScriptedTransport) -> EndpointClient<ZooAPI> {
    EndpointClient(
      transport,
      authenticator: DigestAuthenticator(username: "u", password: "p", clock: ManualClock()))
  }

  @Test("is retried at most once, whatever the server requests", arguments: [true, false])
  func forEver(isStale: Bool) async {
    let transport = ScriptedTransport { _, number in .digest("n\(number)", stale: isStale) }
    let client = client(transport)
    for sends in [3, 5] {
      let error = await endpointError { try await client.send(GetPen()) }
      #expect(error?.authentication?.reason == (isStale ? .staleNonces : .rejected))
      #expect(transport.requests.count == sends)
    }
    #expect(transport.requests.prefix(3).map { $0.digest?.use ?? "-" } == ["-", "n11", "n21"])
  }

  @Test(
    "is signed for the new nonce if the old one is stale",
    arguments: [
      "stale=true", "stale=TRUE", "stale=True", #"stale="true""#, #"stale="TRUE""#,
      "stale = true", "STALE=true", #"Stale =  "True""#, #"stale="true ""#, "stale=false", "",
    ])
  func stale(parameter: String) async throws {
    let transport = ScriptedTransport { request, _ in
      switch request.digest?.nonce {
      case nil: .challenge(#"Digest realm="r", nonce="a", qop="auth""#)
      case "a": .challenge(#"Digest \#(parameter), realm="r", nonce="b", qop="auth""#)
      default: Reply(#"{"id":"1"}"#)
      }
    }
    let client = client(transport)
    try await client.send(GetPen())
    try await client.send(GetPen())
    #expect(transport.requests.map { $0.digest?.use ?? "-" } == ["-", "a1", "b1", "b2"])
  }

  @Test("continues the count if the same nonce is stale", arguments: [true, false])
  func staleSameNonce(isKnownToBeReusable: Bool) async throws {
    let bad = isKnownToBeReusable ? 4 : 2
    let transport = ScriptedTransport { request, number in
      request.digest == nil || number == bad
        ? .digest("a", stale: request.digest != nil) : Reply(#"{"id":"1"}"#)
    }
    let client = client(transport)
    for _ in 1...4 { try await client.send(GetPen()) }
    #expect(
      transport.requests.map { $0.digest?.use ?? "-" } == ["-", "a1", "a2", "a3", "a4", "a5"])
  }

  @Test("continues the count of an earlier nonce")
  func returningNonce() async throws {
    let transport = ScriptedTransport { request, number in
      switch (request.digest?.nonce, number) {
      case (nil, _): .digest("a")
      case ("a", 3): .digest("b", stale: true)
      case ("b", 5): .digest("a", stale: true)
      default: Reply(#"{"id":"1"}"#)
      }
    }
    let client = client(transport)
    for _ in 1...4 { try await client.send(GetPen()) }
    #expect(
      transport.requests.map { $0.digest?.use ?? "-" } == ["-", "a1", "a2", "b1", "b2", "a3", "a4"])
  }

  @Test("does not share its nonce before the server has accepted it")
  func ownNonce() async throws {
    let (arrived, goOn) = (Signal(), Signal())
    let used = Monitor(Set<String>())
    // Each nonce is good for one request.
    let transport = ScriptedTransport { request, number in
      guard let nonce = request.digest?.nonce else { return .digest("a") }
      if number == 4 {
        arrived.send()
        await goOn.wait()
      }
      let isGood = used.change { $0.insert(nonce).inserted }
      return isGood ? Reply(#"{"id":"1"}"#) : .digest("n\(number)", stale: true)
    }
    let client = client(transport)
    try await client.send(GetPen())
    let slow = Task { try await client.send(GetPen()) }
    await arrived.wait()
    try await client.send(GetPen())
    goOn.send()
    _ = try await slow.value
    #expect(
      transport.requests.map { $0.digest?.use ?? "-" } == ["-", "a1", "a2", "n31", "a3", "n51"])
  }

  @Test(
    "derives the key of a session form again for each nonce",
    arguments: ["auth", "auth-int"])
  func sessionKey(qop: String) async throws {
    let server = SessionServer(qop: qop)
    let transport = ScriptedTransport { request, _ in server.respond(to: request) }
    let client = client(transport)
    for _ in 1...13 { try await client.send(GetPen()) }
    // One for the first challenge, and one for each of the nonces that followed.
    #expect(server.rejections.value == 1 + 3)
    #expect(transport.requests.count == 13 + 1 + 3)
  }

  @Test("is not retried with the nonce of its session key")
  func sessionRejected() async {
    let transport = ScriptedTransport { _, _ in
      .challenge(#"Digest realm="r", nonce="a", algorithm=MD5-sess, qop="auth""#)
    }
    let error = await endpointError { try await client(transport).send(GetPen()) }
    #expect(error?.authentication?.reason == .rejected)
    #expect(transport.requests.count == 2)
  }

  @Test("records the new nonce even if its body cannot be sent again")
  func onceOnly() async throws {
    let transport = ScriptedTransport { request, number in
      switch request.digest?.nonce {
      case nil: .digest("a")
      case "a" where number > 2: .digest("b", stale: true)
      default: Reply("{}")
      }
    }
    let client = client(transport)
    try await client.send(SearchHost())
    let error = await endpointError { try await client.rawResponse(to: .upload()) }
    #expect(error?.authentication?.reason == .bodyAlreadySent)
    _ = try await client.rawResponse(to: .upload())
    #expect(transport.requests.last?.digest?.nonce == "b")
    #expect(transport.requests.count == 4)
  }
}

/// A server that hashes the nonce of each request into the session key, as WEBrick does, and names a
/// next nonce now and then.
private final class SessionServer: Sendable {
  let rejections = Counter()
  private let state = Monitor((nonce: 1, uses: 0))
  private let qop: String

  init(qop: String) { self.qop = qop }

  func respond(to request: HTTPRequest) -> Reply {
    let nonce = state.read { "n\($0.nonce)" }
    guard let digest = request.digest, digest.nonce == nonce, isRight(digest, request) else {
      rejections.add(1)
      return .challenge(
        #"Digest realm="r", nonce="\#(nonce)", algorithm=MD5-sess, qop="\#(qop)""#)
    }
    let next = state.change { state in
      state.uses += 1
      state.nonce = 1 + state.uses / 4
      return "n\(state.nonce)"
    }
    let fields = next == nonce ? [] : [("Authentication-Info", #"nextnonce="\#(next)""#)]
    return Reply(200, fields, #"{"id":"1"}"#)
  }

  private func isRight(_ digest: DigestAuthorization, _ request: HTTPRequest) -> Bool {
    let body = digest.qop == "auth-int" ? DigestHash.md5.hex(Data()) : nil
    let computation = DigestComputation(
      algorithm: .md5Session, username: "u", realm: "r", password: "p", nonce: digest.nonce ?? "",
      method: request.method.rawValue, uri: request.path ?? "",
      protection: .init(
        count: digest.nonceCount ?? "", cnonce: digest.cnonce ?? "", bodyHash: body))
    return digest.response == computation.response && digest.qop == qop
  }
}
