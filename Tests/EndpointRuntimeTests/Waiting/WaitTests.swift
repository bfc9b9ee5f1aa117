import EndpointRuntime
import Synchronization
import Testing

@Suite("Waiting for a state")
struct WaitTests {
  private let clock = VirtualClock()
  private let ready = Waiter<GetThing>(
    name: "ready", interval: .seconds(10), timeout: .seconds(60),
    done: [.init("id", is: ["ready"]) { $0.id }], failed: [.init("id", is: ["broken"]) { $0.id }])
  private let deleted = RemovalWaiter<GetThing>(
    name: "deleted", interval: .seconds(10), timeout: .seconds(60), statuses: [404],
    done: [.init("id", is: ["deleted"]) { $0.id }], failed: [.init("id", is: ["kept"]) { $0.id }])

  /// A client whose answers have these ids one after the other, the last one for ever.
  private func client(_ ids: String...) -> (EndpointClient<TestAPI>, ScriptedTransport) {
    let transport = ScriptedTransport { _, number in
      let id = ids[min(number, ids.count) - 1]
      return id == "gone" ? Reply(404) : Reply(#"{"id":"\#(id)"}"#)
    }
    return (EndpointClient(transport, configuration: .virtual(clock)), transport)
  }

  @Test("Ends with the answer that is in it, and tells of every answer")
  func done() async throws {
    let (client, transport) = client("new", "busy", "ready")
    let seen = Mutex<[String]>([])
    let answer = try await client.wait(for: GetThing(), until: ready) { thing in
      seen.withLock { $0.append(thing.id) }
    }
    #expect(answer == Thing(id: "ready"))
    #expect(seen.withLock { $0 } == ["new", "busy", "ready"])
    #expect(transport.requests.count == 3)
    #expect(clock.elapsed == .seconds(20))
  }

  @Test(
    "Ends where the status, or an answer, says that it is gone", arguments: ["gone", "deleted"])
  func removal(last: String) async throws {
    let (client, transport) = client("busy", last)
    try await client.wait(for: GetThing(), until: deleted)
    #expect(transport.requests.count == 2)
  }

  @Test("Fails where an answer says that it will stay, and where a status says something else")
  func staying() async {
    let (client, _) = client("busy", "kept")
    let error = await failure {
      try await client.wait(for: GetThing(), until: deleted)
    }
    guard case .unreachable(let state) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(state.waiter == "deleted" && state.state == "kept")
    let (other, _) = self.client("busy", "gone")
    let missing = await failure {
      try await other.wait(for: GetThing(), until: ready)
    }
    #expect(missing?.api?.status == .notFound)
  }

  @Test("Needs no value where it is enough that a member is there; failures come first")
  func presence() async throws {
    let waiter = Waiter<GetThing>(
      name: "named", interval: .seconds(10), timeout: .seconds(60),
      done: [.init("id") { $0.id.isEmpty ? nil : $0.id }],
      failed: [.init("id", is: ["broken"]) { $0.id }])
    let (client, _) = client("", "x")
    #expect(try await client.wait(for: GetThing(), until: waiter).id == "x")
    let (broken, _) = self.client("", "broken")
    await #expect(throws: EndpointError.self) {
      try await broken.wait(for: GetThing(), until: waiter)
    }
  }

  @Test("Fails at once where it will never be reached")
  func failed() async {
    let (client, transport) = client("busy", "broken")
    let error = await failure {
      try await client.wait(for: GetThing(), until: ready)
    }
    guard case .unreachable(let state) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(state.state == "broken")
    #expect(state.waiter == "ready")
    #expect(state.member == "id")
    #expect(transport.requests.count == 2)
  }

  @Test("Fails in time")
  func timeout() async {
    let (client, transport) = client("busy")
    let error = await failure {
      try await client.wait(
        for: GetThing(), until: ready, timeout: .seconds(35))
    }
    #expect(error?.isTimeout == true)
    #expect(transport.requests.count == 4)
  }

  @Test("Does not go on after an error, nor when it is cancelled")
  func errors() async {
    let transport = ScriptedTransport { _, _ in Reply(500) }
    let error = await failure {
      try await EndpointClient<TestAPI>(transport, configuration: .virtual(clock)).wait(
        for: GetThing(), until: ready)
    }
    #expect(error?.api?.status == .internalServerError)
    #expect(transport.requests.count == 1)
    let (client, _) = client("busy")
    let waiting = Task {
      await failure {
        try await client.wait(for: GetThing(), until: ready)
      }
    }
    waiting.cancel()
    #expect(await waiting.value?.isCancelled == true)
  }
}
