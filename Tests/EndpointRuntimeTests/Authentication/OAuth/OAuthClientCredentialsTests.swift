import EndpointRuntime
import Foundation
import HTTPTypes
import Synchronization
import Testing
import Zoo

@Suite("The OAuth client credentials authenticator", .serialized)
struct ServiceAccountTests {
  private let clock = VirtualClock()

  private func client(
    _ transport: ScriptedTransport, retryPolicy: RetryPolicy = .never,
    tokenURL: String = "https://zoo.example.com/oauth/token",
    tokenClock: (any Clock<Duration>)? = nil
  ) -> EndpointClient<ZooAPI> {
    EndpointClient(
      authenticator: OAuthClientCredentialsAuthenticator(
        clientID: "id:1", clientSecret: "s3cr3t", tokenURL: tokenURL, clock: tokenClock ?? clock),
      transport: transport,
      configuration: ClientConfiguration(
        timeout: .seconds(86_400), retryPolicy: retryPolicy, clock: clock))
  }

  /// A server that gives numbered tokens and takes those that `accepts` says.
  private func server(
    lifetime: Int? = 3600, accepts: @escaping @Sendable (Int) -> Bool = { _ in true }
  ) -> ScriptedTransport {
    let tokens = Counter()
    return ScriptedTransport { request, _ in
      if request.path == "/oauth/token" {
        tokens.add(1)
        return .token(tokens.value, lifetime: lifetime)
      }
      guard let token = request.token, accepts(token) else { return Reply(401) }
      return Reply(#"{"id":"1"}"#)
    }
  }

  @Test("fetches a token with Basic credentials and a form, and sends it")
  func request() async throws {
    let transport = server()
    try await client(transport).send(GetPen())
    let request = try #require(transport.requests.first)
    #expect(request.method == .post)
    #expect(request.authority == "zoo.example.com")
    #expect(
      request.headerFields[.authorization]
        == "Basic \(Data("id%3A1:s3cr3t".utf8).base64EncodedString())")
    #expect(request.headerFields[.contentType] == "application/x-www-form-urlencoded")
    #expect(transport.bodies[0] == Data("grant_type=client_credentials".utf8))
    #expect(transport.requests[1].headerFields[.authorization] == "Bearer token-1")
  }

  @Test("fetches one token for 100 concurrent first requests")
  func singleFlight() async throws {
    let transport = server()
    // The clock is still, so that no patience ends on a busy machine.
    let client = client(transport, tokenClock: ManualClock())
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<100 { group.addTask { try await client.send(GetPen()) } }
      try await group.waitForAll()
    }
    #expect(transport.requests.count == 101)
  }

  @Test("replaces a token shortly before it expires", arguments: [(3600, 3540), (100, 90)])
  func refresh(lifetime: Int, refreshedAfter: Int) async throws {
    let transport = server(lifetime: lifetime)
    let client = client(transport)
    try await client.send(GetPen())
    clock.pass(.seconds(refreshedAfter - 1))
    try await client.send(GetPen())
    clock.pass(.seconds(1))
    try await client.send(GetPen())
    #expect(transport.requests.compactMap(\.token) == [1, 1, 2])
  }

  @Test("uses a token without a lifetime until the server rejects it")
  func endless() async throws {
    let isRevoked = Flag(false)
    let transport = server(lifetime: nil) { $0 > 1 || !isRevoked.value }
    let client = client(transport)
    try await client.send(GetPen())
    clock.pass(.seconds(3000))
    try await client.send(GetPen())
    isRevoked.value = true
    try await client.send(GetPen())
    #expect(transport.requests.compactMap(\.token) == [1, 1, 1, 2])
  }

  @Test("replaces a revoked token once for 50 concurrent requests")
  func revoked() async throws {
    let transport = server { $0 > 1 }
    let client = client(transport, tokenClock: ManualClock())
    // A token of the call's own is not asked for again.
    _ = await failure { try await client.send(GetPen()) }
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<50 { group.addTask { try await client.send(GetPen()) } }
      try await group.waitForAll()
    }
    #expect(transport.requests.filter { $0.path == "/oauth/token" }.count == 2)
  }

  @Test("fails after two attempts if every token is rejected")
  func rejectedForever() async throws {
    let transport = server { _ in false }
    let client = client(transport)
    for attempts in [1, 2] {
      let before = transport.requests.compactMap(\.token).count
      let error = await failure { try await client.send(GetPen()) }
      #expect(error?.authentication?.reason == .rejected)
      #expect(transport.requests.compactMap(\.token).count == before + attempts)
    }
  }

  @Test(
    "reports the error for rejected credentials without secrets", arguments: [400, 401])
  func rejectedAccount(status: Int) async throws {
    let transport = ScriptedTransport { _, _ in
      Reply(status, [], #"{"error":"invalid_client","error_description":"unknown","x":"s3cr3t"}"#)
    }
    let error = await failure {
      try await client(transport, retryPolicy: .init()).send(GetPen())
    }
    #expect(error?.authentication?.reason == .rejected)
    #expect(error?.authentication?.response?.rawCode == "invalid_client")
    #expect(error?.description.contains("s3cr3t") == false)
    #expect(transport.requests.count == 1)
  }

  @Test("retries a busy token endpoint")
  func busy() async throws {
    let transport = ScriptedTransport { request, number in
      if number == 1 { return Reply(503) }
      return request.token == nil ? .token(1, lifetime: 60) : Reply(#"{"id":"1"}"#)
    }
    try await client(transport, retryPolicy: .init()).send(GetPen())
    #expect(transport.requests.count == 3)
  }

  @Test("passes the fetch on if its request is cancelled")
  func handover() async throws {
    let asked = Signal()
    let transport = ScriptedTransport { request, number in
      if number == 1 {
        asked.send()
        try await Task.sleep(for: .seconds(600))
      }
      return request.token == nil ? .token(1, lifetime: 60) : Reply("{}")
    }
    let client = client(transport)
    let first = Task {
      await failure { try await client.send(SearchHost()) }
    }
    await asked.wait()
    let second = Task { try await client.send(SearchHost()) }
    first.cancel()
    #expect(await first.value?.isCancelled == true)
    _ = try await second.value
  }

  @Test("sends the secret over HTTPS only")
  func insecure() async throws {
    let transport = server()
    let error = await failure {
      try await client(transport, tokenURL: "http://zoo.example.com/oauth/token").send(GetPen())
    }
    #expect(error?.isInsecureConnection == true)
    #expect(transport.requests.isEmpty)
  }

  @Test("names an invalid token URL")
  func noURL() async throws {
    let error = await failure {
      try await client(server(), tokenURL: "zoo.example.com").send(GetPen())
    }
    #expect(error?.invalidSetting == "token URL")
  }
}

extension Reply {
  static func token(_ number: Int, lifetime: Int?) -> Reply {
    let end = lifetime.map { #","expires_in":\#($0)"# } ?? ""
    return Reply(#"{"access_token":"token-\#(number)","token_type":"bearer"\#(end)}"#)
  }
}

extension HTTPRequest {
  /// The number of the token that it carries.
  fileprivate var token: Int? {
    headerFields[.authorization].flatMap { field in
      field.hasPrefix("Bearer token-") ? Int(field.dropFirst(13)) : nil
    }
  }
}
