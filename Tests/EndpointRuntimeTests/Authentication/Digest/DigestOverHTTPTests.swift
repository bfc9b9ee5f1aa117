import EndpointAsyncHTTPClient
import EndpointRuntime
import Testing
import Zoo

@Suite("Digest over HTTP", .serialized)
struct DigestOverHTTPTests {
  private func client(
    _ server: LoopbackServer, _ digest: DigestServer, password: String? = nil,
    clock: any Clock<Duration> = ContinuousClock()
  ) -> EndpointClient<ZooAPI> {
    EndpointClient(
      baseURL: server.url,
      authenticator: DigestAuthenticator(
        username: digest.username, password: password ?? digest.password, clock: clock),
      transport: AsyncHTTPClientTransport(),
      configuration: ClientConfiguration(timeout: .seconds(86_400)))
  }

  @Test("costs N + 1 round trips for N consecutive requests")
  func sequential() async throws {
    let digest = DigestServer()
    try await LoopbackServer.run(digest.response) { server in
      let client = client(server, digest)
      var ids: [String] = []
      for _ in 1...20 { ids.append(try await client.send(GetPen(penID: "a/b c+d,\"é")).id) }
      #expect(server.received.count == 21)
      #expect(ids.first == "00000001")
      #expect(ids.last == "00000014")
      #expect(server.received.last?.target == "/v1/pens/a%2Fb%20c%2Bd%2C%22%C3%A9")
    }
  }

  @Test("costs 101 round trips for 100 concurrent first requests")
  func coldStart() async throws {
    let digest = DigestServer()
    try await LoopbackServer.run(digest.response) { server in
      // The clock is still, so that no patience ends on a busy machine.
      let client = client(server, digest, clock: ManualClock())
      let ids = try await withThrowingTaskGroup(of: String.self) { group in
        for _ in 1...100 { group.addTask { try await client.send(GetPen()).id } }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(server.received.count == 101)
      #expect(digest.challenges == 1)
      #expect(ids.count == 100)
    }
  }

  @Test("costs one challenge for a stale nonce")
  func stale() async throws {
    let digest = DigestServer()
    try await LoopbackServer.run(digest.response) { server in
      let client = client(server, digest)
      try await client.send(GetPen())
      digest.renewNonce()
      for _ in 1...5 { try await client.send(GetPen()) }
      #expect(server.received.count == 2 + 6)
      #expect(digest.challenges == 2)
    }
  }

  @Test("costs one challenge for 100 concurrent requests with a stale nonce")
  func staleAfterPause() async throws {
    let digest = DigestServer()
    let clock = ManualClock()
    try await LoopbackServer.run(digest.response) { server in
      let client = client(server, digest, clock: clock)
      try await client.send(GetPen())
      digest.renewNonce()
      clock.pass(.seconds(60))
      try await sendHundred(client)
      #expect(digest.challenges == 2)
      #expect(server.received.count == 2 + 101)
      // No request waits while the nonce is fresh.
      try await sendHundred(client)
      #expect(server.received.count == 2 + 101 + 100)
    }
    clock.pass(.seconds(60))
  }

  @Test("replaces a nonce that becomes stale under load once, without failures")
  func staleUnderLoad() async throws {
    let digest = DigestServer()
    try await LoopbackServer.run(digest.response) { server in
      let client = client(server, digest, clock: ManualClock())
      for _ in 1...2 { try await client.send(GetPen()) }
      digest.renewNonce()
      try await sendHundred(client)
      #expect(digest.usedNonces == 2)
      // Who has already asked with the old nonce is rejected; the others have to know better.
      #expect(digest.challenges <= 1 + ClientConfiguration().maximumConcurrentRequests)
      #expect(server.received.count == 102 + digest.challenges)
    }
  }

  private func sendHundred(_ client: EndpointClient<ZooAPI>) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...100 { group.addTask { try await client.send(GetPen()) } }
      try await group.waitForAll()
    }
  }

  @Test("costs three round trips for a wrong password if each rejection has another nonce")
  func wrongPassword() async throws {
    let digest = DigestServer()
    try await LoopbackServer.run(digest.response) { server in
      let client = client(server, digest, password: "wrong-secret")
      let error = await failure { try await client.send(GetPen()) }
      #expect(server.received.count == 3)
      #expect(error?.authentication?.reason == .rejected)
      #expect(error?.authentication?.response?.rawCode == "USER_UNAUTHORIZED")
      #expect(error?.authentication?.response?.detail == "No.")
    }
  }

  @Test("reports missing credentials")
  func noCredentials() async throws {
    let digest = DigestServer()
    try await LoopbackServer.run(digest.response) { server in
      let client = EndpointClient<ZooAPI>(
        baseURL: server.url, transport: AsyncHTTPClientTransport())
      let error = await failure { try await client.send(GetPen()) }
      #expect(server.received.count == 1)
      #expect(error?.authentication?.reason == .missingCredentials)
      #expect(error?.authentication?.response?.rawCode == "USER_UNAUTHORIZED")
    }
  }
}
