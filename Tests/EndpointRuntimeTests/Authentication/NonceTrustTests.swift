import HTTPTypes
import Testing

@testable import EndpointRuntime

@Suite("The trust in a nonce")
struct NonceTrustTests {
  @Test("ends a second after the last answer that confirmed it")
  func duration() {
    var trust = NonceTrust()
    trust.begin(at: .seconds(10))
    #expect(!trust.isDoubtful(at: .seconds(10.9)))
    #expect(trust.isDoubtful(at: .seconds(11)))
    trust.confirm(at: .seconds(12), sent: .seconds(11))
    #expect(!trust.isDoubtful(at: .seconds(12.9)))
    trust.giveUpChecking(at: .seconds(20))
    #expect(!trust.isDoubtful(at: .seconds(20.9)))
  }

  @Test("ends at the age at which an earlier nonce was refused, unless this one outlives it")
  func lifetime() {
    var trust = NonceTrust()
    trust.begin(at: .zero)
    trust.refuse(sent: .seconds(60))
    trust.begin(at: .seconds(61))
    trust.confirm(at: .seconds(120.5), sent: .seconds(120))
    #expect(!trust.isDoubtful(at: .seconds(120.9)))
    #expect(trust.isDoubtful(at: .seconds(121)))
    trust.confirm(at: .seconds(121.5), sent: .seconds(121))
    #expect(!trust.isDoubtful(at: .seconds(122)))
  }

  @Test("learns nothing from a nonce that is refused at once")
  func singleUse() {
    var trust = NonceTrust()
    trust.begin(at: .zero)
    trust.refuse(sent: .seconds(0.2))
    trust.begin(at: .seconds(0.3))
    #expect(!trust.isDoubtful(at: .seconds(1.2)))
  }
}

/// Calls that others wait for, and servers that make that hard.
@Suite("A Digest session, among many calls", .timeLimit(.minutes(1)))
struct DigestSessionTests {
  private func client(_ transport: ScriptedTransport, _ clock: ManualClock)
    -> EndpointClient<TestAPI>
  {
    EndpointClient(
      transport, authenticator: DigestAuthenticator(username: "u", password: "p", clock: clock))
  }

  private let thing = Reply(#"{"id":"1"}"#)

  @Test("Who checks an old nonce and gets no answer holds the others up for a second only")
  func silentCheck() async throws {
    let (arrived, goOn) = (Signal(), Signal())
    let transport = ScriptedTransport { [thing] request, number in
      guard request.digest != nil else { return .digest("a") }
      if number == 3 {
        arrived.send()
        await goOn.wait()
      }
      return thing
    }
    let clock = ManualClock()
    let client = client(transport, clock)
    try await client.send(GetThing())
    clock.pass(.seconds(60))
    let check = Task { try await client.send(GetThing()) }
    await arrived.wait()
    let others = (1...10).map { _ in Task { try await client.send(GetThing()) } }
    // One for who asked, one for the challenge's body, and one for who checks.
    await clock.hasSlept(times: 3)
    clock.pass(.seconds(1))
    for other in others { _ = try await other.value }
    #expect(transport.requests.count == 13)
    goOn.send()
    _ = try await check.value
  }

  @Test("Who checks an old nonce and fails, or is refused for good, lets the others go on")
  func failedCheck() async throws {
    let isBroken = Flag(false)
    let transport = ScriptedTransport { [thing] request, _ in
      if isBroken.value {
        isBroken.value = false
        throw TransportFailure(.interrupted, "h")
      }
      return request.digest == nil ? .digest("a") : thing
    }
    let clock = ManualClock()
    let client = client(transport, clock)
    try await client.send(GetThing())
    clock.pass(.seconds(60))
    isBroken.value = true
    let calls = (1...10).map { _ in Task { try await client.send(GetThing()) } }
    var failures = 0
    for call in calls { if (try? await call.value) == nil { failures += 1 } }
    #expect(failures == 1)
    clock.pass(.seconds(60))
  }

  @Test("A server that takes each nonce once serves any number of calls at once")
  func singleUse() async throws {
    let used = Counter()
    let nonces = Nonces()
    let transport = ScriptedTransport { [thing] request, _ in
      guard let nonce = request.digest?.nonce, nonces.take(nonce) else {
        return .digest(nonces.next(), stale: request.digest != nil)
      }
      used.add(1)
      return thing
    }
    let clock = ManualClock()
    let client = client(transport, clock)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 1...50 { group.addTask { try await client.send(GetThing()) } }
      try await group.waitForAll()
    }
    #expect(used.value == 50)
    #expect(transport.requests.count <= 100)
    clock.pass(.seconds(60))
  }

  @Test("A server that is busy at first is still asked for one challenge")
  func busyAtFirst() async throws {
    let transport = ScriptedTransport { [thing] request, number in
      if number == 1 { return Reply(503) }
      return request.digest == nil ? .digest("a") : thing
    }
    let clock = ManualClock()
    let client = client(transport, clock)
    let calls = (1...10).map { _ in Task { try await client.send(GetThing()) } }
    for call in calls { _ = try? await call.value }
    #expect(transport.requests.count { $0.digest == nil } == 2)
    clock.pass(.seconds(60))
  }

  @Test("A challenge whose body does not end is answered after a second")
  func stalledRefusal() async throws {
    let clock = ManualClock()
    let client = EndpointClient<TestAPI>(
      authenticator: DigestAuthenticator(username: "u", password: "p", clock: clock),
      transport: StalledRefusal())
    let call = Task { try await client.send(GetThing()) }
    // One for who asks, and one for the body.
    await clock.hasSlept(times: 2)
    clock.pass(.seconds(1))
    _ = try await call.value
    clock.pass(.seconds(60))
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

/// Refuses requests without credentials in an answer that does not end.
private struct StalledRefusal: HTTPTransport {
  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    guard request.digest == nil else { return Reply(#"{"id":"1"}"#).response }
    var refusal = Reply.digest("a").response
    refusal.body = try await StalledBodyTransport().send(request, body: nil, timeout: nil).body
    return refusal
  }
}
