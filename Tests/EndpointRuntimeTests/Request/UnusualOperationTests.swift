import EndpointAsyncHTTPClient
import EndpointRuntime
import HTTPTypes
import Testing
import Zoo

@Suite("An operation that is unlike others")
struct UnusualOperationTests {
  private func client(
    _ server: LoopbackServer, authenticator: (any Authenticator)? = nil,
    configuration: ClientConfiguration = ClientConfiguration(timeout: .seconds(86_400))
  ) -> EndpointClient<ZooAPI> {
    EndpointClient(
      baseURL: server.url, authenticator: authenticator, transport: AsyncHTTPClientTransport(),
      configuration: configuration)
  }

  @Test("sends the body of a GET request, again in a retry")
  func bodyOfGET() async throws {
    let attempts = Counter()
    try await LoopbackServer.run({ request in
      attempts.add(1)
      let list = "[\(String(decoding: request.body, as: UTF8.self))]"
      return attempts.value == 1 ? Reply(502) : Reply(list)
    }) { server in
      let policy = RetryPolicy(baseDelay: .zero)
      let reports = try await client(
        server, configuration: ClientConfiguration(timeout: .seconds(86_400), retryPolicy: policy)
      ).send(SearchReports(body: Report(text: "a")))
      #expect(reports == [Report(text: "a")])
      #expect(server.received.map(\.method) == ["GET", "GET"])
      #expect(server.received.map(\.contentType).allSatisfy { $0 == SearchReports.mediaType })
    }
  }

  @Test("rejects the body of a GET request that URLSession does not send")
  func bodyOfGETByURLSession() async throws {
    try await LoopbackServer.run({ _ in Reply("[]") }) { server in
      let client = EndpointClient<ZooAPI>(
        baseURL: server.url, transport: TransportKind.urlSession.transport)
      let error = await failure { try await client.send(SearchReports(body: Report(text: "a"))) }
      #expect(error?.transport != nil)
      #expect(server.received.isEmpty)
    }
  }

  @Test("returns text although its media type is that of JSON")
  func text() async throws {
    let text = "-----BEGIN CERTIFICATE-----\nAAEC\n"
    let type = "application/vnd.zoo.2026-01-01+json;charset=utf-8"
    try await LoopbackServer.run({ _ in Reply(200, [("Content-Type", type)], text) }) { server in
      let certificate = try await client(server).send(GetCertificate())
      #expect(certificate == text)
      #expect(server.received.first?.accept == "application/vnd.zoo.2026-01-01+json")
    }
  }

  @Test("carries no credentials if it needs none")
  func noCredentials() async throws {
    try await LoopbackServer.run({ _ in Reply(#"{"text":"9 to 5","id":"1"}"#) }) { server in
      let client = client(server, authenticator: FixedAuthenticator())
      try await client.send(GetOpeningHours())
      try await client.send(GetPen())
      #expect(server.received.map(\.authorization) == [nil, "Fixed"])
    }
  }

  @Test("has no value while an interim status is in the envelope")
  func interimStatus() async throws {
    let polls = Counter()
    try await LoopbackServer.run({ _ in
      polls.add(1)
      return polls.value < 3
        ? Reply(#"{"status":102,"content":null}"#)
        : Reply(#"{"status":200,"content":{"text":"a"}}"#)
    }) { server in
      let clock = VirtualClock()
      let client = client(server, configuration: .polling(clock))
      let options = RequestOptions<ZooAPI>(envelope: true)
      let first = try await client.send(GetReport(), options: options)
      #expect(first == nil)
      let report = try await client.wait(for: GetReport(), until: .ready, options: options)
      #expect(report == Report(text: "a"))
      #expect(server.received.count == 3)
    }
  }

  @Test("has no value if the status of the response is an interim one")
  func interimResponse() async throws {
    let transport = ScriptedTransport { _, _ in Reply(102) }
    let client = EndpointClient<ZooAPI>(transport: transport)
    let report = try await client.send(GetReport())
    #expect(report == nil)
    let error = await failure { try await client.send(GetPen()) }
    #expect(error?.api?.status.code == 102)
  }

  @Test(
    "has its response in an envelope or not",
    arguments: [
      (#"{"status":200,"content":[{"text":"a"}]}"#, nil),
      (#"[{"text":"a"}]"#, nil), (#"[{"text":"a"}]"#, false),
      (#"{"status":200,"content":[{"text":"a"}]}"#, true),
    ] as [(String, Bool?)])
  func envelopeByDefault(body: String, requested: Bool?) async throws {
    try await LoopbackServer.run({ _ in Reply(body) }) { server in
      let advice = try await client(server).send(
        ListAdvice(), options: RequestOptions(envelope: requested))
      #expect(advice == [Report(text: "a")])
      let query = requested.map { "?envelope=\($0)" } ?? ""
      #expect(server.received.map(\.target) == ["/v1/advice" + query])
    }
  }

  @Test("fails by the status in an envelope that is the default")
  func errorInEnvelope() async throws {
    try await LoopbackServer.run({ _ in
      Reply(#"{"status":404,"content":{"errorCode":"HUNGRY"}}"#)
    }) { server in
      let error = await failure { try await client(server).send(ListAdvice()) }
      #expect(error?.api?.status.code == 404)
      #expect(error?.api?.rawCode == "HUNGRY")
    }
  }
}

extension SearchReports {
  fileprivate static var mediaType: String { "application/vnd.zoo.2026-06-30+json" }
}

/// Adds the same credentials to every request.
private struct FixedAuthenticator: Authenticator {
  func authenticate(_ request: HTTPRequest, body: HTTPBody?, exchange: HTTPTransport.Send)
    async throws
    -> TransportResponse
  {
    var request = request
    request.headerFields[.authorization] = "Fixed"
    return try await exchange(request, body)
  }
}
