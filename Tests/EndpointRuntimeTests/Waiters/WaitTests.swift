import EndpointRuntime
import Synchronization
import Testing
import Zoo

@Suite("A waiter")
struct WaitTests {
  private let clock = VirtualClock()
  private let ready = Waiter<GetPen>(
    name: "ready", interval: .seconds(10), timeout: .seconds(60),
    success: [.init("id", is: ["ready"]) { $0.id }],
    failure: [.init("id", is: ["broken"]) { $0.id }])
  private let deleted = DeletionWaiter<GetPen>(
    name: "deleted", interval: .seconds(10), timeout: .seconds(60), statuses: [404],
    success: [.init("id", is: ["deleted"]) { $0.id }],
    failure: [.init("id", is: ["kept"]) { $0.id }])

  /// A client whose responses have these ids one after the other, the last one for ever.
  private func client(_ ids: String...) -> (EndpointClient<ZooAPI>, ScriptedTransport) {
    let transport = ScriptedTransport { _, number in
      let id = ids[min(number, ids.count) - 1]
      return id == "gone" ? Reply(404) : Reply(#"{"id":"\#(id)"}"#)
    }
    return (EndpointClient(transport, configuration: .polling(clock)), transport)
  }

  @Test("returns the response with the state, and reports every response")
  func done() async throws {
    let (client, transport) = client("new", "busy", "ready")
    let seen = Mutex<[String]>([])
    let response = try await client.wait(for: GetPen(), until: ready) { pen in
      seen.withLock { $0.append(pen.id) }
    }
    #expect(response == Pen(id: "ready"))
    #expect(seen.withLock { $0 } == ["new", "busy", "ready"])
    #expect(transport.requests.count == 3)
    #expect(clock.elapsed == .seconds(20))
  }

  @Test(
    "ends at a status or a response that indicates deletion", arguments: ["gone", "deleted"])
  func removal(last: String) async throws {
    let (client, transport) = client("busy", last)
    try await client.wait(for: GetPen(), until: deleted)
    #expect(transport.requests.count == 2)
  }

  @Test(
    "accepts only the error codes of the resource as its deletion",
    arguments: [
      (#"{"errorCode":"PEN_NOT_FOUND"}"#, true), (#"{"errorCode":"GROUP_NOT_FOUND"}"#, false),
      ("", false), ("<html>Not Found</html>", false),
    ])
  func codes(body: String, isDeletion: Bool) async {
    let transport = ScriptedTransport { _, _ in Reply(404, [], body) }
    let client = EndpointClient<ZooAPI>(transport, configuration: .polling(clock))
    var waiter = deleted
    waiter.codes = ["PEN_NOT_FOUND"]
    do {
      try await client.wait(for: GetPen(), until: waiter)
      #expect(isDeletion)
    } catch {
      #expect(!isDeletion && (error as? EndpointError)?.statusCode == 404)
    }
  }

  @Test("fails at a response that indicates failure, or at another status")
  func staying() async {
    let (client, _) = client("busy", "kept")
    let error = await failure {
      try await client.wait(for: GetPen(), until: deleted)
    }
    guard case .stateNotReached(let state) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(state.waiter == "deleted" && state.state == "kept")
    let (other, _) = self.client("busy", "gone")
    let missing = await failure {
      try await other.wait(for: GetPen(), until: ready)
    }
    #expect(missing?.api?.status == .notFound)
  }

  @Test("accepts any value without values, and checks failures first")
  func presence() async throws {
    let waiter = Waiter<GetPen>(
      name: "named", interval: .seconds(10), timeout: .seconds(60),
      success: [.init("id") { $0.id.isEmpty ? nil : $0.id }],
      failure: [.init("id", is: ["broken"]) { $0.id }])
    let (client, _) = client("", "x")
    #expect(try await client.wait(for: GetPen(), until: waiter).id == "x")
    let (broken, _) = self.client("", "broken")
    await #expect(throws: EndpointError.self) {
      try await broken.wait(for: GetPen(), until: waiter)
    }
  }

  @Test("fails at once if the state will not be reached")
  func failed() async {
    let (client, transport) = client("busy", "broken")
    let error = await failure {
      try await client.wait(for: GetPen(), until: ready)
    }
    guard case .stateNotReached(let state) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(state.state == "broken")
    #expect(state.waiter == "ready")
    #expect(state.field == "id")
    #expect(transport.requests.count == 2)
  }

  @Test("fails at its timeout with the last state")
  func timeout() async {
    let (client, transport) = client("busy")
    let error = await failure {
      try await client.wait(
        for: GetPen(), until: ready, timeout: .seconds(35))
    }
    #expect(error?.isTimeout == true)
    #expect("\(error, default: "")".contains("busy"))
    #expect(transport.requests.count == 4)
    #expect(clock.elapsed <= .seconds(35))
  }

  @Test("polls once more shortly before the timeout, and never after it")
  func lastPoll() async {
    let (client, transport) = client("busy")
    _ = await failure {
      try await client.wait(for: GetPen(), until: ready, timeout: .seconds(40))
    }
    #expect(transport.requests.count == 5)
    #expect(clock.elapsed == .seconds(35))
  }

  @Test("limits polls to the remaining time")
  func pollTimeout() async {
    let manual = ManualClock()
    let (polled, never) = (Signal(), Signal())
    let transport = ScriptedTransport { _, _ in
      polled.send()
      return try await withTaskCancellationHandler {
        await never.wait()
        throw CancellationError()
      } onCancel: {
        never.send()
      }
    }
    let client = EndpointClient<ZooAPI>(
      transport, configuration: ClientConfiguration(timeout: .seconds(86_400), clock: manual))
    let waiting = Task {
      await failure {
        try await client.wait(for: GetPen(), until: ready, timeout: .seconds(7))
      }
    }
    await polled.wait()
    await manual.hasSlept(times: 1)
    manual.pass(.seconds(7))
    #expect(await waiting.value?.isTimeout == true)
  }

  @Test(
    "survives transient failures",
    arguments: [
      ["500", "500", "ready"], ["busy", "503", "503", "503", "503", "ready"], ["429", "ready"],
      ["lost", "lost", "ready"], ["rejected", "rejected", "busy", "ready"],
    ])
  func trouble(script: [String]) async throws {
    let transport = ScriptedTransport { _, number in
      switch script[number - 1] {
      case "lost": throw TransportError(.interrupted, message: "lost")
      case "rejected": throw TransportError(.connection, message: "rejected")
      case let word: return Int(word).map { Reply($0) } ?? Reply(#"{"id":"\#(word)"}"#)
      }
    }
    var configuration = ClientConfiguration.polling(clock)
    configuration.retryPolicy = .never
    let client = EndpointClient<ZooAPI>(transport, configuration: configuration)
    #expect(try await client.wait(for: GetPen(), until: ready).id == "ready")
    #expect(transport.requests.count == script.count)
  }

  @Test("reports the last state and the last error")
  func lastingTrouble() async {
    let transport = ScriptedTransport { _, number in
      number == 1 ? Reply(#"{"id":"busy"}"#) : Reply(500, [], #"{"errorCode":"BROKEN"}"#)
    }
    let error = await failure {
      try await EndpointClient<ZooAPI>(transport, configuration: .polling(clock)).wait(
        for: GetPen(), until: ready)
    }
    guard case .timeout(let failure) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.lastState == "busy")
    #expect(failure.lastError?.contains("BROKEN") == true)
    #expect(clock.elapsed <= .seconds(60))
  }

  @Test("waits for a custom condition")
  func condition() async throws {
    let (client, transport) = client("a", "b", "c")
    let pen = try await client.wait(for: GetPen(), every: .seconds(1)) { $0.id == "c" }
    #expect(pen.id == "c")
    #expect(transport.requests.count == 3)
    #expect(clock.elapsed == .seconds(2))
  }

  @Test("ends at other errors and cancellation")
  func errors() async {
    let transport = ScriptedTransport { _, _ in Reply(403) }
    let error = await failure {
      try await EndpointClient<ZooAPI>(transport, configuration: .polling(clock)).wait(
        for: GetPen(), until: ready)
    }
    #expect(error?.api?.status == .forbidden)
    #expect(transport.requests.count == 1)
    let (client, _) = client("busy")
    let waiting = Task {
      await failure {
        try await client.wait(for: GetPen(), until: ready)
      }
    }
    waiting.cancel()
    #expect(await waiting.value?.isCancelled == true)
  }
}
