import EndpointRuntime
import Synchronization
import Testing
import Zoo

@Suite("A rate limit")
struct RateLimitTests {
  private let clock = VirtualClock()
  private let transport = ScriptedTransport { request, _ in
    Reply(request.path == "/v1/pens" ? "[]" : #"{"id":"1"}"#)
  }

  private var client: EndpointClient<ZooAPI> {
    var configuration = ClientConfiguration.virtual(clock)
    configuration.rateLimit = RateLimit(
      requests: 3, per: .seconds(60), scope: .pathParameter("PEN-ID"))
    return EndpointClient(transport, configuration: configuration)
  }

  @Test("allows no more requests than the limit in any period")
  func limit() async throws {
    let client = client
    for _ in 0..<7 { try await client.send(GetPen()) }
    #expect(clock.pauses == [.seconds(60), .seconds(60)])
  }

  @Test("finds the placeholder in any spelling")
  func spelling() async throws {
    var configuration = ClientConfiguration.virtual(clock)
    configuration.rateLimit = RateLimit(
      requests: 3, per: .seconds(60), scope: .pathParameter("penId"))
    let client = EndpointClient<ZooAPI>(transport, configuration: configuration)
    for _ in 0..<4 { try await client.send(GetPen()) }
    #expect(clock.pauses == [.seconds(60)])
  }

  @Test("counts each value of the placeholder separately")
  func apart() async throws {
    let client = client
    for id in ["a", "b"] {
      for _ in 0..<3 { try await client.send(GetPen(penID: id)) }
    }
    #expect(clock.pauses.isEmpty)
    try await client.send(GetPen(penID: "a"))
    #expect(clock.pauses == [.seconds(60)])
  }

  @Test("does not delay requests without the placeholder")
  func others() async throws {
    let client = client
    for _ in 0..<9 { _ = try await client.send(ListPens()) }
    #expect(clock.pauses.isEmpty)
    #expect(transport.requests.count == 9)
  }

  @Test("forgets requests of earlier periods")
  func forgetting() async throws {
    let client = client
    for _ in 0..<3 { try await client.send(GetPen()) }
    try await clock.sleep(until: clock.now.advanced(by: .seconds(60)), tolerance: nil)
    for _ in 0..<3 { try await client.send(GetPen()) }
    #expect(clock.pauses == [.seconds(60)])
  }

  @Test("counts no requests that are not sent")
  func lateRequests() async throws {
    let manual = ManualClock()
    let client = EndpointClient<ZooAPI>(
      transport,
      configuration: ClientConfiguration(
        timeout: .seconds(86_400),
        retryPolicy: .never,
        rateLimit: RateLimit(requests: 3, per: .seconds(60), scope: .pathParameter("PEN-ID")),
        clock: manual))
    var options = RequestOptions<ZooAPI>()
    options.timeout = .seconds(30)
    for _ in 0..<3 { try await client.send(GetPen()) }
    for _ in 0..<20 {
      let error = await failure { try await client.send(GetPen(), options: options) }
      guard case .timeout(let failure) = error else {
        Issue.record("\(String(describing: error))")
        return
      }
      #expect(failure.isWaitingForTurn)
    }
    #expect(transport.requests.count == 3)
    manual.pass(.seconds(60))
    try await client.send(GetPen())
    #expect(transport.requests.count == 4)
  }

  @Test("passes the turn of a cancelled request on")
  func cancelledRequests() async throws {
    let manual = ManualClock()
    let client = EndpointClient<ZooAPI>(
      transport,
      configuration: ClientConfiguration(
        timeout: .seconds(3600), retryPolicy: .never,
        rateLimit: RateLimit(requests: 1, per: .seconds(60), scope: .pathParameter("PEN-ID")),
        clock: manual))
    try await client.send(GetPen())
    let cancelled = (0..<5).map { _ in Task { try await client.send(GetPen()) } }
    // The deadline, and the turn of the first that waits.
    await manual.hasSlept(times: 2)
    cancelled.forEach { $0.cancel() }
    for task in cancelled { _ = await task.result }
    let last = Task { try await client.send(GetPen()) }
    manual.pass(.seconds(60))
    #expect(try await last.value == Pen(id: "1"))
    #expect(transport.requests.count == 2)
  }

  @Test("counts requests when they are sent")
  func bunching() async throws {
    let manual = ManualClock()
    let (sent, continuation) = AsyncStream<Duration>.makeStream()
    let transport = ScriptedTransport { _, number in
      continuation.yield(manual.now.offset)
      if number == 1 { manual.pass(.seconds(290)) }
      return Reply(#"{"id":"1"}"#)
    }
    let client = EndpointClient<ZooAPI>(
      transport,
      configuration: ClientConfiguration(
        timeout: .seconds(86_400), retryPolicy: .never, maximumConcurrentRequests: 1,
        rateLimit: RateLimit(requests: 2, per: .seconds(300), scope: .pathParameter("PEN-ID")),
        clock: manual))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<4 { group.addTask { try await client.send(GetPen()) } }
      var times = sent.makeAsyncIterator()
      #expect(await times.next() == .zero)
      #expect(await times.next() == .seconds(290))
      manual.pass(.seconds(10))
      #expect(await times.next() == .seconds(300))
      manual.pass(.seconds(290))
      #expect(await times.next() == .seconds(590))
      try await group.waitForAll()
    }
  }
}
