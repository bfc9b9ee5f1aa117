import EndpointRuntime
import Synchronization
import Testing

@Suite("Waiting for a state")
struct WaitTests {
  private let clock = VirtualClock()
  private let ready = Waiter<GetThing>(
    name: "ready", interval: .seconds(10), timeout: .seconds(60), doneValues: ["ready"],
    failedValues: ["broken"], doneStatuses: [404], state: { $0.id })

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

  @Test("Ends where the status says that it is reached")
  func status() async throws {
    let (client, _) = client("busy", "gone")
    #expect(try await client.wait(for: GetThing(), until: ready) == nil)
  }

  @Test("Fails at once where it will never be reached")
  func failed() async {
    let (client, transport) = client("busy", "broken")
    let error = await failure { () throws(EndpointError) in
      try await client.wait(for: GetThing(), until: ready)
    }
    guard case .unreachable(let state) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(state.state == "broken")
    #expect(state.waiter == "ready")
    #expect(transport.requests.count == 2)
  }

  @Test("Fails in time")
  func timeout() async {
    let (client, transport) = client("busy")
    let error = await failure { () throws(EndpointError) in
      try await client.wait(
        for: GetThing(), until: ready, timeout: .seconds(35))
    }
    #expect(error?.isTimeout == true)
    #expect(transport.requests.count == 4)
  }

  @Test("Does not go on after an error, nor when it is cancelled")
  func errors() async {
    let transport = ScriptedTransport { _, _ in Reply(500) }
    let error = await failure { () throws(EndpointError) in
      try await EndpointClient<TestAPI>(transport, configuration: .virtual(clock)).wait(
        for: GetThing(), until: ready)
    }
    #expect(error?.api?.status == .internalServerError)
    #expect(transport.requests.count == 1)
    let (client, _) = client("busy")
    let waiting = Task {
      await failure { () throws(EndpointError) in
        try await client.wait(for: GetThing(), until: ready)
      }
    }
    waiting.cancel()
    #expect(await waiting.value?.isCancelled == true)
  }
}
