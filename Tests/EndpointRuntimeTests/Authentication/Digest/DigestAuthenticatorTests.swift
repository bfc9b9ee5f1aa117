@_spi(Generated) @testable import EndpointRuntime
import HTTPTypes
import TestSupport
import Testing
import Zoo

@Suite("The Digest authenticator")
struct DigestAuthenticatorTests {
  private func client(
    _ transport: ScriptedTransport, baseURL: BaseURL? = nil
  ) -> EndpointClient<ZooAPI> {
    EndpointClient(
      baseURL: baseURL,
      authenticator: DigestAuthenticator(
        username: "u", password: "p", clock: StillClock(), cnonce: { "0123456789abcdef" }),
      transport: transport,
      configuration: ClientConfiguration(timeout: .seconds(86_400), retryPolicy: .never))
  }

  @Test("signs the request-target that is sent")
  func signature() async throws {
    let transport = ScriptedTransport { request, _ in
      request.digest == nil
        ? .challenge(
          #"Digest realm="a \"b\"", nonce="n", opaque="o\\", algorithm=MD5, qop="auth""#)
        : Reply("null")
    }
    var options = RequestOptions<ZooAPI>()
    options[parameter: "pretty"] = "true"
    _ = try await client(transport).send(
      SearchHost(host: "db", port: 27017, q: "a b+c,\"/é"), options: options)
    let request = try #require(transport.requests.last)
    let digest = try #require(request.digest)
    #expect(request.path == "/v1/hosts/db:27017/search?q=a%20b%2Bc%2C%22%2F%C3%A9&pretty=true")
    #expect(digest.uri == request.path)
    #expect(digest.realm == #"a "b""#)
    #expect(digest.opaque == #"o\"#)
    #expect(digest.algorithm == "MD5")
    #expect(digest.nonceCount == "00000001")
    #expect(digest.cnonce == "0123456789abcdef")
    let computation = DigestComputation(
      algorithm: .md5, username: "u", realm: #"a "b""#, password: "p", nonce: "n",
      method: "POST", uri: try #require(request.path),
      protection: .init(count: "00000001", cnonce: "0123456789abcdef"))
    #expect(digest.response == computation.response)
  }

  @Test("signs as in RFC 2069 for a challenge with op instead of qop")
  func olderForm() async throws {
    let transport = ScriptedTransport { request, _ in
      request.digest == nil
        ? .challenge(
          #"Digest realm="MMS Public API", domain="", nonce="n", algorithm=MD5, op="auth", stale=false"#
        ) : Reply(#"{"id":"1"}"#)
    }
    try await client(transport).send(GetPen())
    let digest = try #require(transport.requests.last?.digest)
    #expect(digest.qop == nil)
    #expect(digest.nonceCount == nil)
    #expect(digest.cnonce == nil)
  }

  @Test(
    "retries once with a new nonce",
    arguments: [true, false])
  func newNonce(isStale: Bool) async throws {
    let transport = ScriptedTransport { request, number in
      switch request.digest?.nonce {
      case nil: .digest("a")
      case "a" where number > 3: .digest("b", stale: isStale)
      default: Reply(#"{"id":"1"}"#)
      }
    }
    let client = client(transport)
    for _ in 1...4 { try await client.send(GetPen()) }
    let used = transport.requests.map {
      "\($0.digest?.nonce ?? "-")\($0.digest?.nonceCount?.last ?? "-")"
    }
    #expect(used == ["--", "a1", "a2", "a3", "b1", "b2"])
  }

  @Test("does not retry a rejection with the same nonce")
  func sameNonce() async throws {
    let transport = ScriptedTransport { request, number in
      number == 2
        ? Reply(#"{"id":"1"}"#)
        : .digest("a", body: #"{"errorCode":"OTHER_ORG","detail":"Wrong one."}"#)
    }
    let client = client(transport)
    try await client.send(GetPen())
    let error = await failure { try await client.send(GetPen()) }
    #expect(transport.requests.count == 3)
    #expect(error?.authentication?.response?.rawCode == "OTHER_ORG")
    #expect(error?.description.contains("Wrong one.") == true)
  }

  @Test("keeps the error of a rejection without a challenge")
  func rejectionWithoutChallenge() async throws {
    let transport = ScriptedTransport { request, _ in
      request.digest == nil ? .digest("a") : Reply(401, [], #"{"errorCode":"NOT_IN_ORG"}"#)
    }
    let client = client(transport)
    for _ in 1...2 {
      let error = await failure { try await client.send(GetPen()) }
      #expect(error?.authentication?.reason == .rejected)
      #expect(error?.authentication?.response?.rawCode == "NOT_IN_ORG")
    }
    #expect(transport.requests.count == 3)
  }

  @Test("ignores a late challenge with an older nonce")
  func lateChallenge() async throws {
    let arrived = Signal()
    let goOn = Signal()
    let transport = ScriptedTransport { request, number in
      switch (request.digest?.nonce, number) {
      case (nil, _): return .digest("a")
      case ("a", 4):
        arrived.send()
        await goOn.wait()
        return .digest("late", stale: true)
      case ("a", 5): return .digest("new", stale: true)
      default: return Reply(#"{"id":"1"}"#)
      }
    }
    let client = client(transport)
    for _ in 1...2 { try await client.send(GetPen()) }
    let late = Task { try await client.send(GetPen()) }
    await arrived.wait()
    try await client.send(GetPen())
    goOn.send()
    _ = try await late.value
    try await client.send(GetPen())
    #expect(
      transport.requests.map { $0.digest?.nonce } == [nil, "a", "a", "a", "a", "new", "new", "new"])
    #expect(transport.requests.last?.digest?.nonceCount == "00000003")
  }

  @Test("uses the next nonce at once, counted from 1")
  func nextNonce() async throws {
    let transport = ScriptedTransport { request, number in
      request.digest == nil
        ? .digest("n1")
        : Reply(
          200, [("Authentication-Info", #"nextnonce="n\#(number)", qop=auth"#)], #"{"id":"1"}"#)
    }
    let client = client(transport)
    for _ in 1...3 { try await client.send(GetPen()) }
    #expect(transport.requests.map { $0.digest?.nonce } == [nil, "n1", "n2", "n3"])
    #expect(transport.requests.dropFirst().allSatisfy { $0.digest?.nonceCount == "00000001" })
  }

  @Test("passes the probe on if its request fails or is cancelled", arguments: [true, false])
  func handOver(isCancelled: Bool) async throws {
    let arrived = Signal()
    let transport = ScriptedTransport { request, number in
      if number == 1 {
        arrived.send()
        if isCancelled { try await Task.sleep(for: .seconds(600)) }
        throw TransportError(.interrupted, message: "h")
      }
      return request.digest == nil ? .digest("a") : Reply(#"{"id":"1"}"#)
    }
    let client = client(transport)
    let leader = Task { try await client.send(GetPen()) }
    await arrived.wait()
    let others = (1...10).map { _ in Task { try await client.send(GetPen()) } }
    if isCancelled { leader.cancel() }
    await #expect(throws: EndpointError.self) { _ = try await leader.value }
    for other in others { _ = try await other.value }
    #expect(transport.requests.count == 1 + 11)
  }

  @Test("cancels a request that waits for a challenge without the others")
  func cancelledWaiter() async throws {
    let arrived = Signal()
    let goOn = Signal()
    let transport = ScriptedTransport { request, number in
      if number == 1 {
        arrived.send()
        await goOn.wait()
        return .digest("a")
      }
      return Reply(#"{"id":"1"}"#)
    }
    let client = client(transport)
    let leader = Task { try await client.send(GetPen()) }
    await arrived.wait()
    let waiter = Task { try await client.send(GetPen()) }
    waiter.cancel()
    let error = await failure {
      do { _ = try await waiter.value } catch let error as EndpointError { throw error } catch {}
    }
    #expect(error?.isCancelled == true)
    goOn.send()
    _ = try await leader.value
    #expect(transport.requests.count == 2)
  }

  @Test("does not serialize requests to a server without authentication")
  func openServer() async throws {
    let transport = ScriptedTransport { _, _ in Reply(#"{"id":"1"}"#) }
    let client = client(transport)
    for _ in 1...3 { try await client.send(GetPen()) }
    #expect(transport.requests.count == 3)
    #expect(transport.requests.allSatisfy { $0.digest == nil })
  }

  @Test(
    "sends credentials over plain HTTP to loopback only",
    arguments: [
      ("http://localhost:1", true), ("http://127.8.9.1", true), ("http://[::1]:8080/x", true),
      ("http://example.com", false), ("http://127.0.0.1.example.com", false),
      ("http://127.1", false), ("https://example.com", true),
    ])
  func plainHTTP(url: String, isAllowed: Bool) async throws {
    let transport = ScriptedTransport { request, _ in
      request.digest == nil ? .digest("a") : Reply(#"{"id":"1"}"#)
    }
    let client = client(transport, baseURL: try BaseURL(url))
    if isAllowed {
      try await client.send(GetPen())
    } else {
      let error = await failure { try await client.send(GetPen()) }
      #expect(error?.isInsecureConnection == true)
      #expect(transport.requests.isEmpty)
    }
  }

  @Test("sends credentials over plain HTTP elsewhere on request")
  func insecureByChoice() async throws {
    let transport = ScriptedTransport { request, _ in
      request.digest == nil ? .digest("a") : Reply(#"{"id":"1"}"#)
    }
    let client = try EndpointClient<ZooAPI>(
      baseURL: "http://example.com",
      authenticator: DigestAuthenticator(
        username: "u", password: "p", options: .init(allowsInsecureHTTP: true), clock: StillClock()),
      transport: transport)
    try await client.send(GetPen())
  }

  @Test("keeps the state of servers apart")
  func origins() async throws {
    let transport = ScriptedTransport { request, _ in
      request.digest == nil ? .digest("nonce of \(request.authority ?? "")") : Reply(#"{"id":"1"}"#)
    }
    let authenticator = DigestAuthenticator(username: "u", password: "p", clock: StillClock())
    for url in ["https://a.example", "https://a.example:444", "https://b.example"] {
      let client = try EndpointClient<ZooAPI>(
        baseURL: url, authenticator: authenticator, transport: transport)
      try await client.send(GetPen())
    }
    #expect(
      transport.requests.compactMap { $0.digest?.nonce } == [
        "nonce of a.example", "nonce of a.example:444", "nonce of b.example",
      ])
  }

  @Test("ignores Basic challenges")
  func basic() async {
    let transport = ScriptedTransport { _, _ in .challenge(#"Basic realm="x""#) }
    let client = client(transport)
    let error = await failure { try await client.send(GetPen()) }
    #expect(error?.offeredSchemes == ["Basic"])
    #expect(error?.description.contains("Basic") == true)
    #expect(transport.requests.allSatisfy { !$0.headerFields.contains(.authorization) })
  }

  @Test(
    "reports why a challenge is not supported",
    arguments: [
      (#"Digest realm="r""#, "Digest, but there is no nonce"),
      (#"Digest nonce="n", NONCE="m""#, "Digest, but a parameter appears twice"),
      (
        #"Digest nonce="n", algorithm=SHA-512"#,
        "Digest, but the algorithm 'SHA-512' is not known"
      ),
      (#"Digest nonce="n", qop="x""#, "Digest, but the qop 'x' is not known"),
      (#"Digest nonce="n", algorithm=MD5-sess"#, "Digest, but MD5-sess needs a qop"),
    ])
  func flaws(challenge: String, description: String) async {
    let transport = ScriptedTransport { _, _ in .challenge(challenge) }
    let client = client(transport)
    let error = await failure { try await client.send(GetPen()) }
    #expect(error?.offeredSchemes == [description])
    #expect(transport.requests.count == 1)
  }

  @Test("rejects a user name that is invalid in a header field")
  func injection() async {
    let transport = ScriptedTransport { _, _ in .digest("a") }
    let client = EndpointClient<ZooAPI>(
      authenticator: DigestAuthenticator(username: "u\r\nX: y", password: "p", clock: StillClock()),
      transport: transport
    )
    let error = await failure { try await client.send(GetPen()) }
    #expect(error?.authentication?.reason == .unusableCredentials)
    #expect(transport.requests.isEmpty)
  }
}
