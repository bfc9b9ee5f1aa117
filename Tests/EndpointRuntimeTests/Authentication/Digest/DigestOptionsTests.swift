@testable import EndpointRuntime
import HTTPTypes
import TestSupport
import Testing
import Zoo

@Suite("A Digest option")
struct DigestOptionsTests {
  private func client(_ transport: ScriptedTransport, _ options: DigestOptions = .init())
    -> EndpointClient<ZooAPI>
  {
    EndpointClient(
      transport,
      authenticator: DigestAuthenticator(
        username: "u", password: "p", options: options, clock: StillClock()))
  }

  @Test("rejects weak hash functions and reports the offered ones")
  func floor() async {
    let transport = ScriptedTransport { _, _ in
      .challenge(#"Digest realm="r", nonce="n", qop="auth""#, #"Basic realm="r""#)
    }
    let error = await failure {
      try await client(transport, DigestOptions(minimumAlgorithm: .sha256)).send(GetPen())
    }
    #expect(error?.authentication?.reason == .weakAlgorithm(offered: ["MD5"]))
    #expect(error?.description.contains("MD5") == true)
    #expect(transport.requests.allSatisfy { $0.digest == nil })
  }

  @Test("allows strong hash functions beside weaker ones")
  func strongest() async throws {
    let transport = ScriptedTransport { request, _ in
      guard request.digest == nil else { return Reply(#"{"id":"1"}"#) }
      return .challenge(
        #"Digest realm="r", nonce="a", algorithm=MD5, qop="auth""#,
        #"Digest realm="r", nonce="b", algorithm=SHA-256, qop="auth""#)
    }
    try await client(transport, DigestOptions(minimumAlgorithm: .sha256)).send(GetPen())
    #expect(transport.requests.last?.digest?.nonce == "b")
  }

  @Test("serializes requests")
  func serialized() async throws {
    let underWay = Counter()
    let transport = ScriptedTransport { request, number in
      guard let digest = request.digest else { return .digest("n0") }
      underWay.add(1)
      for _ in 0..<10 { await Task.yield() }
      underWay.add(-1)
      #expect(digest.nonce == "n\(number - 2)")
      return Reply(
        200, [("Authentication-Info", #"nextnonce="n\#(number - 1)""#)], #"{"id":"1"}"#)
    }
    let client = client(transport, DigestOptions(serializesRequests: true))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { try await client.send(GetPen()) } }
      try await group.waitForAll()
    }
    #expect(underWay.highest == 1)
    #expect(transport.requests.count == 21)
  }

  @Test("separates the protection spaces of a server's domains")
  func domains() async throws {
    let transport = ScriptedTransport { request, _ in
      guard request.digest == nil else { return Reply(#"{"id":"1"}"#) }
      let part = request.path?.hasPrefix("/v1/pens/a") == true ? "a" : "b"
      return .challenge(
        #"Digest realm="\#(part)", nonce="of \#(part)", qop="auth", "#
          + #"domain="/v1/pens/\#(part) https://elsewhere.example/v2""#)
    }
    let client = client(transport)
    for id in ["a", "a1", "b", "b1", "a"] { try await client.send(GetPen(penID: id)) }
    #expect(
      transport.requests.map { $0.digest?.nonce } == [
        nil, "of a", "of a", nil, "of b", "of b", "of a",
      ])
  }

  @Test("ignores a domain that does not contain the request")
  func foreignDomain() async throws {
    let transport = ScriptedTransport { request, _ in
      request.digest == nil
        ? .challenge(#"Digest realm="r", nonce="n", qop="auth", domain="/elsewhere""#)
        : Reply(#"{"id":"1"}"#)
    }
    let client = client(transport)
    for _ in 0..<5 { try await client.send(GetPen()) }
    #expect(transport.requests.count == 6)
  }

  @Test("ignores other servers in a domain")
  func otherServer() async throws {
    let transport = ScriptedTransport { request, _ in
      request.digest == nil
        ? .challenge(
          #"Digest realm="r", nonce="n", qop="auth", domain="https://elsewhere.example/v1/pens/1""#
        )
        : Reply(#"{"id":"1"}"#)
    }
    let client = client(transport)
    for id in ["1", "2", "1"] { try await client.send(GetPen(penID: id)) }
    #expect(transport.requests.map { $0.digest?.use ?? "-" } == ["-", "n1", "n2", "n3"])
  }

  @Test("keeps the cnonce and the nonce of a session form's key")
  func session() async throws {
    let transport = ScriptedTransport { request, number in
      guard request.digest != nil else {
        return .challenge(#"Digest realm="r", nonce="n", algorithm=SHA-256-sess, qop="auth""#)
      }
      let fields = number == 2 ? [("Authentication-Info", #"nextnonce="m""#)] : []
      return Reply(200, fields, #"{"id":"1"}"#)
    }
    let client = client(transport)
    for _ in 0..<3 { try await client.send(GetPen()) }
    let signed = transport.requests.compactMap(\.digest)
    #expect(signed.map(\.nonce) == ["n", "m", "m"])
    #expect(Set(signed.map(\.cnonce)).count == 1)
    let last = try #require(signed.last)
    let expected = DigestComputation(
      algorithm: .sha256Session, username: "u", realm: "r", password: "p", nonce: "m",
      sessionNonce: "n", method: "GET", uri: "/v1/pens/1",
      protection: .init(count: "00000002", cnonce: last.cnonce ?? ""))
    #expect(last.response == expected.response)
  }
}
