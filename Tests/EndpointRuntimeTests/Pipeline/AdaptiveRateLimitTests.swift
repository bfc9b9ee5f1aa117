import EndpointRuntime
import Synchronization
import Testing
import Zoo

@Suite("An adaptive rate limit")
struct AdaptiveRateLimitTests {
  private let clock = VirtualClock()

  private func client(_ transport: ScriptedTransport) -> EndpointClient<ZooAPI> {
    var configuration = ClientConfiguration.virtual(clock)
    configuration.retryPolicy = .never
    configuration.adaptiveRateLimit = AdaptiveRateLimit(
      threshold: 0.1, maximumDelay: .seconds(2))
    return EndpointClient(transport, configuration: configuration)
  }

  @Test("increases the delays as the limit runs out, and ends them when it is renewed")
  func slowing() async throws {
    let remaining = [900, 100, 99, 50, 0, 1000, 999]
    let transport = ScriptedTransport { _, number in
      Reply(
        200,
        [
          ("Ratelimit-Limit", "1000"), ("Ratelimit-Remaining", "\(remaining[number - 1])"),
        ], #"{"id":"1"}"#)
    }
    let client = client(transport)
    for _ in remaining { try await client.send(GetPen()) }
    let pauses = clock.pauses
    #expect(pauses.count == 2)
    #expect(pauses.first.map { $0 > .zero && $0 <= .seconds(1) } == true)
    #expect(pauses.last == .seconds(2))
  }

  @Test("waits as long as another request's rejection asks for")
  func retryAfter() async throws {
    let transport = ScriptedTransport { _, number in
      number == 1 ? Reply(429, [("Retry-After", "7")]) : Reply(#"{"id":"1"}"#)
    }
    let client = client(transport)
    _ = try? await client.send(GetPen())
    try await client.send(GetPen())
    #expect(clock.pauses == [.seconds(7)])
  }

  @Test("fails immediately if the turn is after the deadline")
  func deadline() async {
    let transport = ScriptedTransport { _, _ in Reply(429, [("Retry-After", "3000")]) }
    let client = client(transport)
    var options = RequestOptions<ZooAPI>()
    options.timeout = .seconds(60)
    _ = try? await client.send(GetPen())
    let error = await failure { try await client.send(GetPen(), options: options) }
    #expect(error?.isTimeout == true)
    #expect(transport.requests.count == 1)
  }

  @Test(
    "parses the fields that servers send",
    arguments: [
      ([("Ratelimit-Limit", "10"), ("Ratelimit-Remaining", "3")], 10, 3),
      ([("X-RateLimit-Limit", "10, 10;w=60"), ("X-RateLimit-Remaining", "0")], 10, 0),
      ([("Ratelimit-Remaining", "5"), ("Ratelimit-Remaining", "2")], nil, 2),
      ([("Ratelimit-Remaining", "99999999999999999999"), ("Ratelimit-Limit", "x")], nil, nil),
      ([("Ratelimit-Remaining", "-1")], nil, nil), ([], nil, nil),
    ] as [([(String, String)], Int?, Int?)])
  func fields(fields: [(String, String)], limit: Int?, remaining: Int?) async throws {
    let transport = ScriptedTransport { _, _ in Reply(200, fields, #"{"id":"1"}"#) }
    let response = try await client(transport).response(to: GetPen())
    #expect(response.rateLimit?.limit == limit)
    #expect(response.rateLimit?.remaining == remaining)
  }
}
