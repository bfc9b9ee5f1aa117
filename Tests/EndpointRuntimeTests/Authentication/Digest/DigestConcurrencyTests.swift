import HTTPTypes
import Testing
import Zoo

@testable import EndpointRuntime

/// Requests that others wait for, and servers that make that hard.
@Suite("A Digest session with concurrent requests", .serialized, .timeLimit(.minutes(1)))
struct DigestConcurrencyTests {
  private func client(_ transport: ScriptedTransport, _ clock: ManualClock)
    -> EndpointClient<ZooAPI>
  {
    EndpointClient(
      transport, authenticator: DigestAuthenticator(username: "u", password: "p", clock: clock))
  }

  private let pen = Reply(#"{"id":"1"}"#)

  @Test("blocks other requests for at most half a second while a probe is pending")
  func silentCheck() async throws {
    let (arrived, goOn) = (Signal(), Signal())
    let transport = ScriptedTransport { [pen] request, number in
      guard request.digest != nil else { return .digest("a") }
      if number == 3 {
        arrived.send()
        await goOn.wait()
      }
      return pen
    }
    let clock = ManualClock()
    let client = client(transport, clock)
    try await client.send(GetPen())
    clock.pass(.seconds(60))
    let check = Task { try await client.send(GetPen()) }
    await arrived.wait()
    let others = (1...10).map { _ in Task { try await client.send(GetPen()) } }
    // One for who asked, and one for who checks.
    await clock.hasSlept(times: 2)
    clock.pass(.milliseconds(500))
    for other in others { _ = try await other.value }
    #expect(transport.requests.count == 13)
    goOn.send()
    _ = try await check.value
  }

  @Test("resumes other requests after a failed or rejected probe")
  func failedCheck() async throws {
    let isBroken = Flag(false)
    let transport = ScriptedTransport { [pen] request, _ in
      if isBroken.value {
        isBroken.value = false
        throw TransportError(.interrupted, message: "h")
      }
      return request.digest == nil ? .digest("a") : pen
    }
    let clock = ManualClock()
    let client = client(transport, clock)
    try await client.send(GetPen())
    clock.pass(.seconds(60))
    isBroken.value = true
    let calls = (1...10).map { _ in Task { try await client.send(GetPen()) } }
    var failures = 0
    for call in calls { if (try? await call.value) == nil { failures += 1 } }
    #expect(failures == 1)
    clock.pass(.seconds(60))
  }

  @Test("serves concurrent requests to a server that accepts each nonce once")
  func singleUse() async throws {
    let used = Counter()
    let nonces = Nonces()
    let transport = ScriptedTransport { [pen] request, _ in
      guard let nonce = request.digest?.nonce, nonces.take(nonce) else {
        return .digest(nonces.next(), stale: request.digest != nil)
      }
      used.add(1)
      return pen
    }
    let clock = ManualClock()
    let client = client(transport, clock)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...50 { group.addTask { try await client.send(GetPen()) } }
      try await group.waitForAll()
    }
    // Each request needs a nonce of its own, and is given it by its first rejection.
    #expect(used.value == 50)
    #expect(transport.requests.count <= 100)
    clock.pass(.seconds(60))
  }

  @Test("does not probe after less than half a minute")
  func burst() async throws {
    let isBurst = Flag(false)
    let barrier = Barrier(10)
    let transport = ScriptedTransport { [pen] request, _ in
      guard request.digest != nil else { return .digest("a") }
      if isBurst.value { try await barrier.arrive() }
      return pen
    }
    let clock = ManualClock()
    let client = client(transport, clock)
    try await client.send(GetPen())
    clock.pass(.seconds(29))
    isBurst.value = true
    // No response comes before all ten requests are under way.
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...10 { group.addTask { try await client.send(GetPen()) } }
      try await group.waitForAll()
    }
    #expect(transport.requests.count == 12)
    clock.pass(.seconds(60))
  }

  @Test("uses each count once for a nonce in many rejections")
  func sameNonceForAll() async throws {
    let isRevoked = Flag(false)
    let transport = ScriptedTransport { [pen] request, _ in
      switch request.digest?.nonce {
      case nil: .digest("a")
      case "a" where isRevoked.value: .digest("b", stale: true)
      default: pen
      }
    }
    let clock = ManualClock()
    let client = client(transport, clock)
    try await client.send(GetPen())
    isRevoked.value = true
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...50 { group.addTask { try await client.send(GetPen()) } }
      try await group.waitForAll()
    }
    let uses = transport.requests.compactMap(\.digest).map {
      "\($0.nonce ?? "") \($0.nonceCount ?? "")"
    }
    #expect(Set(uses).count == uses.count)
    clock.pass(.seconds(60))
  }

  @Test("fetches one challenge from a server that is busy at first")
  func busyAtFirst() async throws {
    let transport = ScriptedTransport { [pen] request, number in
      if number == 1 { return Reply(503) }
      return request.digest == nil ? .digest("a") : pen
    }
    let clock = ManualClock()
    let client = client(transport, clock)
    let calls = (1...10).map { _ in Task { try await client.send(GetPen()) } }
    for call in calls { _ = try? await call.value }
    #expect(transport.requests.count { $0.digest == nil } == 2)
    clock.pass(.seconds(60))
  }

  @Test("reports a challenge without the end of its body after a second")
  func stalledRejection() async throws {
    let clock = ManualClock()
    let client = EndpointClient<ZooAPI>(
      authenticator: DigestAuthenticator(username: "u", password: "p", clock: clock),
      transport: StalledRejection())
    let call = Task { try await client.send(GetPen()) }
    // One for who asks, and one for the body.
    await clock.hasSlept(times: 2)
    clock.pass(.seconds(1))
    _ = try await call.value
    clock.pass(.seconds(60))
  }
}

/// Holds tasks up until a number of them has come.
private final class Barrier: Sendable {
  private let arrived = Monitor(0)
  private let count: Int

  init(_ count: Int) { self.count = count }

  func arrive() async throws {
    arrived.change { $0 += 1 }
    try await arrived.wait { $0 >= count ? () : nil }
  }
}

/// Nonces that are each good for one request.
private final class Nonces: Sendable {
  private let state = Monitor((last: 0, unused: Set<String>()))

  func next() -> String {
    state.change { state in
      state.last += 1
      state.unused.insert("n\(state.last)")
      return "n\(state.last)"
    }
  }

  func take(_ nonce: String) -> Bool { state.change { $0.unused.remove(nonce) != nil } }
}

/// Rejects requests without credentials in a response that does not end.
private struct StalledRejection: HTTPTransport {
  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    guard request.digest == nil else { return Reply(#"{"id":"1"}"#).response }
    var rejection = Reply.digest("a").response
    rejection.body = try await StalledBodyTransport().send(request, body: nil, timeout: nil).body
    return rejection
  }
}
