import EndpointRuntime
import TestSupport
import Testing
import Zoo

@Suite("An operation")
struct TimeTests {
  /// Responds to nothing before it is cancelled.
  private let hanging = ScriptedTransport { _, _ in
    try await Task.sleep(for: .seconds(600))
    return Reply()
  }

  @Test("ends at its timeout")
  func timeout() async {
    var options = RequestOptions<ZooAPI>()
    options.timeout = .milliseconds(20)
    let client = EndpointClient<ZooAPI>(hanging, configuration: .init())
    let error = await failure { try await client.send(GetPen(), options: options) }
    #expect(error?.isTimeout == true)
  }

  @Test("includes the wait for another request's challenge in its timeout")
  func waitingTimeout() async throws {
    let arrived = Signal()
    let transport = ScriptedTransport { _, _ in
      arrived.send()
      try await Task.sleep(for: .seconds(600))
      return Reply()
    }
    let client = EndpointClient<ZooAPI>(
      transport,
      authenticator: DigestAuthenticator(username: "u", password: "p", clock: StillClock()),
      configuration: .init())
    let leader = Task { try await client.send(GetPen()) }
    await arrived.wait()
    var options = RequestOptions<ZooAPI>()
    options.timeout = .milliseconds(20)
    let error = await failure {
      try await client.send(GetPen(), options: options)
    }
    #expect(error?.isTimeout == true)
    #expect(transport.requests.count == 1)
    leader.cancel()
    _ = await leader.result
  }

  @Test("ends at its timeout during a stalled body")
  func stalledBody() async {
    let transport = StalledBodyTransport()
    let client = EndpointClient<ZooAPI>(
      transport: transport, configuration: ClientConfiguration(timeout: .milliseconds(20)))
    let error = await failure { try await client.send(GetPen()) }
    #expect(error?.isTimeout == true)
  }

  @Test("is cancelled, and sends nothing if it begins afterwards")
  func cancellation() async {
    let arrived = Signal()
    let transport = ScriptedTransport { _, _ in
      arrived.send()
      try await Task.sleep(for: .seconds(600))
      return Reply()
    }
    let client = EndpointClient<ZooAPI>(transport)
    let call = Task { () async -> [EndpointError?] in
      let first = await failure { try await client.send(GetPen()) }
      let second = await failure { try await client.send(GetPen()) }
      return [first, second]
    }
    await arrived.wait()
    call.cancel()
    let errors = await call.value
    #expect(errors.map { $0?.isCancelled } == [true, true])
    #expect(transport.requests.count == 1)
  }

  @Test("accepts meaningless timeouts", arguments: [Duration.zero, .seconds(-1)])
  func noTime(limit: Duration) async {
    var options = RequestOptions<ZooAPI>()
    options.timeout = limit
    let error = await failure {
      try await EndpointClient<ZooAPI>(hanging).send(GetPen(), options: options)
    }
    #expect(error?.isTimeout == true)
    #expect(hanging.requests.isEmpty)
  }

  @Test("treats the longest duration as no limit")
  func noLimit() async throws {
    var options = RequestOptions<ZooAPI>()
    options.timeout = .seconds(Int64.max)
    try await EndpointClient<ZooAPI>(ScriptedTransport { _, _ in Reply(#"{"id":"1"}"#) })
      .send(GetPen(), options: options)
  }
}
