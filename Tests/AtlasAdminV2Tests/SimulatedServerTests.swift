import AtlasAdmin
import AtlasAdminV2
import AtlasSimulator
import EndpointRuntime
import TestSupport
import Testing

@Suite("The server of the simulated Atlas")
struct SimulatedServerTests {
  private func withAtlas(
    _ simulated: AtlasSimulator, _ test: (BaseURL, any HTTPTransport) async throws -> Void
  ) async throws {
    let baseURL = try await simulated.start()
    do {
      try await withOwnTransport { try await test(baseURL, $0) }
    } catch {
      await simulated.stop()
      throw error
    }
    await simulated.stop()
  }

  @Test("accepts a service account until its token is revoked, for both APIs")
  func serviceAccount() async throws {
    let simulated = AtlasSimulator()
    try await withAtlas(simulated) { baseURL, transport in
      let atlas = AtlasClient(
        credentials: simulated.serviceAccountCredentials, baseURL: baseURL, transport: transport)
      try await atlas.send(AtlasAdminV2.GetProject(groupID: simulated.groupID))
      try await atlas.send(AtlasAdmin.GetProject(groupID: simulated.groupID))
      try await atlas.revokeToken()
      try await atlas.send(AtlasAdmin.GetProject(groupID: simulated.groupID))
      let requests = await simulated.simulator.requests
      #expect(
        requests.map(\.path).filter { $0.hasPrefix("/api/oauth") }
          == ["/api/oauth/token", "/api/oauth/revoke", "/api/oauth/token"])
      #expect(await simulated.simulator.log.allSatisfy { $0.status == 200 })
    }
  }

  @Test("rejects another secret")
  func wrongSecret() async throws {
    let simulated = AtlasSimulator(clientID: "mdb_sa_id_1", clientSecret: "mdb_sa_sk_1")
    try await withAtlas(simulated) { baseURL, transport in
      let atlas = AtlasClient(
        credentials: .serviceAccount(clientID: "mdb_sa_id_1", clientSecret: "mdb_sa_sk_2"),
        baseURL: baseURL, transport: transport)
      let error = await #expect(throws: EndpointError.self) {
        try await atlas.send(AtlasAdmin.GetProject(groupID: simulated.groupID))
      }
      #expect(error?.apiError?.rawCode == "invalid_client")
      #expect(await simulated.simulator.log.map(\.status) == [401])
    }
  }

  @Test("limits the requests of a project through all APIs together")
  func rateLimit() async throws {
    let clock = SimulatedClock.manual()
    let simulated = AtlasSimulator(options: .init(rateLimit: .atlasProject), clock: clock)
    try await withAtlas(simulated) { baseURL, transport in
      let atlas = AtlasClient(
        credentials: simulated.credentials, baseURL: baseURL,
        configuration: .init(retryPolicy: .never), transport: transport)
      for _ in 0..<50 {
        try await atlas.send(AtlasAdmin.GetProject(groupID: simulated.groupID))
        try await atlas.send(AtlasAdminV2.GetProject(groupID: simulated.groupID))
      }
      let error = await #expect(throws: EndpointError.self) {
        try await atlas.send(AtlasAdminV2.GetProject(groupID: simulated.groupID))
      }
      #expect(error?.statusCode == 429)
      #expect(error?.apiError?.rawCode == "RATE_LIMITED_TOKEN_BUCKET")
      #expect(error?.apiError?.retryAfter == .seconds(1))
      clock.advance(by: .seconds(1))
      try await atlas.send(AtlasAdmin.GetProject(groupID: simulated.groupID))
    }
  }
}
