import EndpointAsyncHTTPClient
import EndpointRuntime
import EndpointSimulator
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Zoo

@Suite("The OAuth of the simulator")
struct OAuthTests {
  private static let clients = [
    SimulatedCredentials(clientID: "zoo:1", clientSecret: "s3cr3t/+"),
    SimulatedCredentials(clientID: "other", clientSecret: "secret"),
  ]

  /// A simulated zoo with a token endpoint.
  private struct Zoo {
    let clock = SimulatedClock.manual()
    let simulator: Simulator
    let call: RawClient
    let host: RawClient

    init(digest: SimulatedCredentials? = SimulatedZoo.keeper) async throws {
      simulator = Simulator(
        ZooCatalog.catalog, credentials: digest,
        options: .init(
          oauth: .init(clients: OAuthTests.clients, tokenLifetime: .seconds(600))),
        clock: clock)
      let url = "\(try await simulator.start())"
      call = RawClient(baseURL: url)
      host = RawClient(baseURL: url.replacing("/v1", with: ""))
    }

    /// Sends a form to the token endpoint or the revocation endpoint.
    func post(
      _ form: String, to path: String = "/api/oauth/token", basic: String? = "zoo%3A1:s3cr3t%2F%2B"
    ) async throws -> RawClient.Response {
      try await host(
        "POST", path, body: form,
        authorization: basic.map { "Basic " + Data($0.utf8).base64EncodedString() },
        fields: ["Content-Type": "application/x-www-form-urlencoded"])
    }

    func token() async throws -> String {
      try #require(try await post("grant_type=client_credentials").json?["access_token"]?.string)
    }

    func status(with token: String) async throws -> Int {
      try await call("GET", "/pens", authorization: "Bearer \(token)").status
    }
  }

  private func withZoo(
    digest: SimulatedCredentials? = SimulatedZoo.keeper, _ test: (Zoo) async throws -> Void
  ) async throws {
    let zoo = try await Zoo(digest: digest)
    do {
      try await test(zoo)
    } catch {
      await zoo.simulator.stop()
      throw error
    }
    await zoo.simulator.stop()
  }

  @Test(
    "issues a token to clients that authenticate by Basic or in the body",
    arguments: [
      ("grant_type=client_credentials", "zoo%3A1:s3cr3t%2F%2B"),
      ("grant_type=client_credentials&client_id=zoo%3A1&client_secret=s3cr3t%2F%2B", nil),
      ("scope=x&grant_type=client%5Fcredentials", "other:secret"),
    ])
  func issue(form: String, basic: String?) async throws {
    try await withZoo { zoo in
      let response = try await zoo.post(form, basic: basic)
      #expect(response.status == 200)
      #expect(response.json?["token_type"] == "Bearer")
      #expect(response.json?["expires_in"] == 600)
      #expect(response.fields[.cacheControl] == "no-store")
      let token = try #require(response.json?["access_token"]?.string)
      #expect(try await zoo.status(with: token) == 200)
    }
  }

  @Test(
    "reports the lifetime of a token in real time", arguments: [(60.0, 10), (1e6, 1), (0.5, 1200)])
  func lifetime(speed: Double, seconds: Int64) async throws {
    try await withZoo { zoo in
      zoo.clock.speed = speed
      let response = try await zoo.post("grant_type=client_credentials")
      #expect(response.json?["expires_in"] == .integer(seconds))
    }
  }

  @Test(
    "reports errors as RFC 6749 describes",
    arguments: [
      ("", "zoo%3A1:s3cr3t%2F%2B", 400, "invalid_request"),
      ("grant_type=password", "zoo%3A1:s3cr3t%2F%2B", 400, "unsupported_grant_type"),
      ("grant_type=a&grant_type=b", "zoo%3A1:s3cr3t%2F%2B", 400, "invalid_request"),
      ("grant_type=client_credentials", nil, 401, "invalid_client"),
      ("grant_type=client_credentials", "zoo%3A1:wrong", 401, "invalid_client"),
      ("grant_type=client_credentials", "nobody:secret", 401, "invalid_client"),
      ("grant_type=client_credentials", "no colon", 401, "invalid_client"),
      (
        "grant_type=client_credentials&client_id=other&client_secret=secret", "other:secret", 400,
        "invalid_request"
      ),
      ("grant_type=client_credentials&client_id=other", nil, 401, "invalid_client"),
    ])
  func errors(form: String, basic: String?, status: Int, code: String) async throws {
    try await withZoo { zoo in
      let response = try await zoo.post(form, basic: basic)
      #expect(response.status == status)
      #expect(response.json?["error"] == .string(code))
      #expect((response.fields[.wwwAuthenticate] != nil) == (status == 401))
      #expect(!response.text.contains("s3cr3t"))
    }
  }

  @Test("accepts forms by POST only")
  func otherRequests() async throws {
    try await withZoo { zoo in
      let get = try await zoo.host("GET", "/api/oauth/token")
      #expect(get.status == 405 && get.fields[.allow] == "POST")
      let json = try await zoo.host("POST", "/api/oauth/token", body: "{}")
      #expect(json.status == 400 && json.json?["error"] == "invalid_request")
    }
  }

  @Test("rejects tokens that are unknown, expired, or revoked")
  func rejections() async throws {
    try await withZoo { zoo in
      let unknown = try await zoo.call("GET", "/pens", authorization: "bearer x")
      #expect(unknown.status == 401)
      #expect(unknown.fields[.wwwAuthenticate] == "Bearer error=\"invalid_token\"")
      let token = try await zoo.token()
      zoo.clock.advance(by: .seconds(599))
      #expect(try await zoo.status(with: token) == 200)
      zoo.clock.advance(by: .seconds(1))
      #expect(try await zoo.status(with: token) == 401)
      let next = try await zoo.token()
      #expect(try await zoo.post("token=\(next)", to: "/api/oauth/revoke").status == 200)
      #expect(try await zoo.status(with: next) == 401)
    }
  }

  @Test("revokes tokens as RFC 7009 describes")
  func revocation() async throws {
    try await withZoo { zoo in
      let token = try await zoo.token()
      let path = "/api/oauth/revoke"
      #expect(try await zoo.post("token=unknown", to: path).status == 200)
      let missing = try await zoo.post("token_type_hint=access_token", to: path)
      #expect(missing.status == 400 && missing.json?["error"] == "invalid_request")
      let other = try await zoo.post("token=\(token)", to: path, basic: "other:secret")
      #expect(other.status == 400 && other.json?["error"] == "invalid_grant")
      #expect(try await zoo.post("token=\(token)", to: path, basic: nil).status == 401)
      #expect(try await zoo.status(with: token) == 200)
    }
  }

  @Test("is beside Digest, and challenges by Bearer without it")
  func challenges() async throws {
    try await withZoo { zoo in
      let digest = try await zoo.call("GET", "/pens").fields[.wwwAuthenticate]
      #expect(digest?.hasPrefix("Digest ") == true)
    }
    try await withZoo(digest: nil) { zoo in
      let response = try await zoo.call("GET", "/pens")
      #expect(response.fields[.wwwAuthenticate] == "Bearer")
    }
  }

  @Test("gives a client a new token after the old one expired, and revokes it on request")
  func client() async throws {
    try await withZoo { zoo in
      try await withOwnTransport { transport in
        let client = EndpointClient<ZooAPI>(
          baseURL: try BaseURL(zoo.call.baseURL),
          authenticator: OAuthClientCredentialsAuthenticator(
            clientID: "zoo:1", clientSecret: "s3cr3t/+",
            tokenURL: zoo.host.baseURL + "/api/oauth/token",
            revocationURL: zoo.host.baseURL + "/api/oauth/revoke", clock: StillClock()),
          transport: transport)
        try await client.revokeToken()
        #expect(await zoo.simulator.exchangeCount == 0)
        _ = try await client.send(ListPens())
        zoo.clock.advance(by: .seconds(600))
        _ = try await client.send(ListPens())
        #expect(await zoo.simulator.log.map(\.status) == [200, 200, 401, 200, 200])
        let token = try #require(
          await zoo.simulator.requests.last?.headerFields[.authorization]?.dropFirst(7))
        #expect(try await zoo.status(with: String(token)) == 200)
        try await client.revokeToken()
        #expect(await zoo.simulator.requests.last?.path == "/api/oauth/revoke")
        #expect(try await zoo.status(with: String(token)) == 401)
        _ = try await client.send(ListPens())
        try await client.revokeToken()
        try await client.revokeToken()
        #expect(await zoo.simulator.requests.last?.path == "/api/oauth/revoke")
      }
    }
  }
}
