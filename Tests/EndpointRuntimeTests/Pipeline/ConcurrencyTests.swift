import EndpointRuntime
import Testing
import Zoo

@Suite("The limit of concurrent requests")
struct ConcurrencyTests {
  @Test("is kept, and lets all requests through")
  func limit() async throws {
    let underWay = Counter()
    let transport = ScriptedTransport { _, _ in
      underWay.add(1)
      for _ in 0..<10 { await Task.yield() }
      underWay.add(-1)
      return Reply(#"{"id":"1"}"#)
    }
    let client = EndpointClient<ZooAPI>(
      transport,
      configuration: ClientConfiguration(timeout: .seconds(86_400), maximumConcurrentRequests: 3))
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<60 { group.addTask { try await client.send(GetPen()) } }
      try await group.waitForAll()
    }
    #expect(transport.requests.count == 60)
    #expect(underWay.highest == 3)
    #expect(underWay.value == 0)
  }

  @Test("is released by failures")
  func failures() async throws {
    let transport = ScriptedTransport { _, number in
      if number < 5 { throw TransportError(.other, message: "broken") }
      return Reply(#"{"id":"1"}"#)
    }
    let client = EndpointClient<ZooAPI>(
      transport,
      configuration: ClientConfiguration(timeout: .seconds(86_400), maximumConcurrentRequests: 1))
    for _ in 1..<5 { _ = try? await client.send(GetPen()) }
    #expect(try await client.send(GetPen()) == Pen(id: "1"))
  }

  @Test("is released by a cancelled task, and by no other")
  func cancellation() async throws {
    let (arrived, mayEnd) = (Signal(), Signal())
    let transport = ScriptedTransport { _, number in
      if number == 1 {
        arrived.send()
        await mayEnd.wait()
      }
      return Reply(#"{"id":"1"}"#)
    }
    let client = EndpointClient<ZooAPI>(
      transport,
      configuration: ClientConfiguration(timeout: .seconds(86_400), maximumConcurrentRequests: 1))
    let first = Task { try await client.send(GetPen()) }
    await arrived.wait()
    let second = Task {
      await failure { try await client.send(GetPen()) }
    }
    let third = Task { try await client.send(GetPen()) }
    second.cancel()
    #expect(await second.value?.isCancelled == true)
    mayEnd.send()
    #expect(try await first.value == Pen(id: "1"))
    #expect(try await third.value == Pen(id: "1"))
    #expect(transport.requests.count == 2)
  }
}
