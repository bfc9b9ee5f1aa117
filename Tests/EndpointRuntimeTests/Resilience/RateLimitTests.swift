import EndpointRuntime
import Testing

@Suite("A rate limit")
struct RateLimitTests {
  private let clock = VirtualClock()
  private let transport = ScriptedTransport { request, _ in
    Reply(request.path == "/v1/things" ? "[]" : #"{"id":"1"}"#)
  }

  private var client: EndpointClient<TestAPI> {
    var configuration = ClientConfiguration.virtual(clock)
    configuration.rateLimit = RateLimit(pathParameter: "ID", limit: 3, period: .seconds(60))
    return EndpointClient(transport, configuration: configuration)
  }

  @Test("lets no period have more than the limit")
  func limit() async throws {
    let client = client
    for _ in 0..<7 { try await client.send(GetThing()) }
    #expect(clock.pauses == [.seconds(60), .seconds(60)])
  }

  @Test("counts each value of the placeholder by itself")
  func apart() async throws {
    let client = client
    for id in ["a", "b"] {
      for _ in 0..<3 { try await client.send(GetThing(id: id)) }
    }
    #expect(clock.pauses.isEmpty)
    try await client.send(GetThing(id: "a"))
    #expect(clock.pauses == [.seconds(60)])
  }

  @Test("does not hold up calls without the placeholder")
  func others() async throws {
    let client = client
    for _ in 0..<9 { _ = try await client.send(ListThings()) }
    #expect(clock.pauses.isEmpty)
    #expect(transport.requests.count == 9)
  }

  @Test("forgets what is longer ago than a period")
  func forgetting() async throws {
    let client = client
    for _ in 0..<3 { try await client.send(GetThing()) }
    try await clock.sleep(until: clock.now.advanced(by: .seconds(60)), tolerance: nil)
    for _ in 0..<3 { try await client.send(GetThing()) }
    #expect(clock.pauses == [.seconds(60)])
  }
}
