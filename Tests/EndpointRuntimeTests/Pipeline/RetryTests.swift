import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation
import HTTPTypes
import Testing
@_spi(Generated) import Zoo

@Suite("A retry")
struct RetryTests {
  private let clock = VirtualClock()

  private func client(
    _ transport: ScriptedTransport, retryPolicy: RetryPolicy = RetryPolicy(randomFraction: { 0.5 })
  ) -> EndpointClient<ZooAPI> {
    var configuration = ClientConfiguration.virtual(clock)
    configuration.retryPolicy = retryPolicy
    return EndpointClient(transport, configuration: configuration)
  }

  /// Fails a number of times, then responses.
  private static func failing(
    _ times: Int = .max, _ failure: @escaping @Sendable () throws -> Reply
  ) -> ScriptedTransport {
    ScriptedTransport { _, number in
      number <= times ? try failure() : Reply(#"{"id":"1"}"#)
    }
  }

  @Test("follows a delay that doubles", arguments: [429, 503])
  func busy(status: Int) async throws {
    let transport = Self.failing(2) { Reply(status) }
    #expect(try await client(transport).send(GetPen()) == Pen(id: "1"))
    #expect(transport.requests.count == 3)
    #expect(clock.pauses == [.milliseconds(250), .milliseconds(500)])
  }

  @Test("follows the delay that the server asks for, in seconds or as a date")
  func retryAfter() async throws {
    for fields in [["120"], ["5", "120"], ["120, 7"]] {
      let transport = Self.failing(1) { Reply(503, fields.map { ("Retry-After", $0) }) }
      try await client(transport).send(GetPen())
      #expect(clock.pauses.last == .milliseconds(120_250))
    }

    let past = Self.failing(1) { Reply(503, [("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT")]) }
    try await client(past).send(GetPen())
    #expect(clock.pauses.last == .milliseconds(250))
  }

  @Test("is omitted if the delay exceeds the deadline")
  func deadline() async {
    let transport = Self.failing { Reply(429, [("Retry-After", "90000")]) }
    let error = await failure {
      try await client(transport).send(GetPen())
    }
    #expect(error?.api?.status.code == 429)
    #expect(error?.description.contains("90000") == true)
    #expect(transport.requests.count == 1)
    #expect(clock.pauses.isEmpty)
  }

  @Test("is omitted after the last attempt")
  func attempts() async {
    let transport = Self.failing { Reply(503) }
    let error = await failure {
      try await client(transport).send(GetPen())
    }
    #expect(error?.api?.status.code == 503)
    #expect(transport.requests.count == 3)
  }

  @Test("follows at most the maximum delay")
  func longestPause() async {
    let transport = Self.failing { Reply(503) }
    let policy = RetryPolicy(
      maximumAttempts: 9, baseDelay: .seconds(1), maximumDelay: .seconds(5),
      randomFraction: { 0.999 })
    _ = await failure {
      try await client(transport, retryPolicy: policy).send(GetPen())
    }
    #expect(clock.pauses.count == 8)
    #expect(clock.pauses.allSatisfy { $0 < .seconds(5) })
    #expect(clock.pauses.last == .seconds(5) * 0.999)
  }

  @Test(
    "follows a broken connection only if nothing is executed twice",
    arguments: [
      (TransportError.Kind.connection, 3, 3, 3), (.nameResolution, 3, 3, 3),
      (.interrupted, 3, 3, 1), (.security, 1, 1, 1), (.invalidResponse, 1, 1, 1), (.other, 1, 1, 1),
    ])
  func broken(kind: TransportError.Kind, get: Int, delete: Int, post: Int) async {
    let failed: @Sendable () throws -> Reply = { throw TransportError(kind, message: "broken") }
    #expect(await count(GetPen(), failed) == get)
    #expect(await count(DeletePen(), failed) == delete)
    #expect(await count(SearchHost(body: .null), failed) == post)
  }

  /// A row of the table in the documentation of `RetryPolicy`, and the attempts of a GET, a DELETE and
  /// a POST request.
  struct Row: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var reply: Reply
    var attempts: [Int]

    init(_ name: String, _ reply: Reply, _ attempts: [Int]) {
      (testDescription, self.reply, self.attempts) = (name, reply, attempts)
    }
  }

  @Test(
    "follows statuses as the table describes",
    arguments: [
      Row("429", Reply(429), [3, 3, 3]),
      Row("bare 503", Reply(503), [3, 3, 1]),
      Row(
        "503 of a gateway",
        Reply(
          503, [("Server", "envoy"), ("Content-Type", "text/plain")],
          "upstream connect error or disconnect/reset before headers. reset reason: connection termination"
        ), [3, 3, 1]),
      Row("503 with Retry-After", Reply(503, [("Retry-After", "1")]), [3, 3, 3]),
      Row(
        "503 with the API's error code", Reply(503, [], #"{"errorCode":"UNAVAILABLE"}"#), [3, 3, 3]),
      Row("503 with other JSON", Reply(503, [], #"{"message":"no"}"#), [3, 3, 1]),
      Row("502", Reply(502), [3, 1, 1]), Row("504", Reply(504), [3, 1, 1]),
      Row("500", Reply(500), [1, 1, 1]), Row("400", Reply(400), [1, 1, 1]),
      Row("404", Reply(404), [1, 1, 1]), Row("401", Reply(401), [1, 1, 1]),
      Row("undecodable", Reply("["), [1, 0, 1]),
    ])
  func statuses(row: Row) async {
    #expect(await count(GetPen()) { row.reply } == row.attempts[0])
    if row.attempts[1] > 0 { #expect(await count(DeletePen()) { row.reply } == row.attempts[1]) }
    #expect(await count(SearchHost(body: .null)) { row.reply } == row.attempts[2])
  }

  @Test("does not repeat an operation that a gateway may have forwarded")
  func gateway() async {
    let transport = ScriptedTransport { _, number in
      number == 1 ? Reply(503, [], "upstream connect error") : Reply(409)
    }
    let error = await failure { try await client(transport).send(SearchHost(body: .null)) }
    #expect(error?.statusCode == 503)
    #expect(transport.requests.count == 1)
  }

  /// How many requests a call makes that fails every time.
  private func count(
    _ endpoint: some Endpoint<ZooAPI>, _ failure: @escaping @Sendable () throws -> Reply
  )
    async -> Int
  {
    let transport = Self.failing(.max, failure)
    _ = try? await client(transport).response(to: endpoint)
    return transport.requests.count
  }

  @Test("follows a busy server's response in an envelope")
  func envelope() async throws {
    let transport = ScriptedTransport { _, number in
      number == 1
        ? Reply(#"{"status":503,"content":{}}"#) : Reply(#"{"status":200,"content":{"id":"1"}}"#)
    }
    #expect(try await client(transport).send(GetPen(), options: .envelope) == Pen(id: "1"))
    #expect(transport.requests.count == 2)
  }

  @Test("is omitted for a body that can be read only once")
  func singleUse() async {
    let transport = Self.failing { Reply(503) }
    _ = await failure {
      var request = RequestBuilder(SearchHost.operation)
      try SearchHost().encode(into: &request)
      request.setBody(HTTPBody(AsyncStream { $0.finish() }))
      return try await client(transport).rawResponse(to: request)
    }
    #expect(transport.requests.count == 1)
  }

  @Test("uses the budget, which successes refill")
  func budget() async throws {
    let isDown = Flag(true)
    let transport = ScriptedTransport { _, _ in isDown.value ? Reply(503) : Reply(#"{"id":"1"}"#) }
    let client = client(transport, retryPolicy: RetryPolicy(retryBudget: 3, randomFraction: { 0 }))
    for _ in 0..<4 { _ = try? await client.send(GetPen()) }
    // Two requests had two retries and one; none were left for the others.
    #expect(transport.requests.count == 7)
    isDown.value = false
    for _ in 0..<5 { try await client.send(GetPen()) }
    isDown.value = true
    _ = try? await client.send(GetPen())
    #expect(transport.requests.count == 14)
  }

  @Test("can be cancelled during its delay")
  func cancellation() async {
    let failed = Signal()
    let transport = ScriptedTransport { _, _ in
      failed.send()
      return Reply(503, [("Retry-After", "3000")])
    }
    let client = EndpointClient<ZooAPI>(
      transport, configuration: ClientConfiguration(timeout: .seconds(86_400)))
    let call = Task {
      await failure { try await client.send(GetPen()) }
    }
    await failed.wait()
    call.cancel()
    #expect(await call.value?.isCancelled == true)
    #expect(transport.requests.count == 1)
  }
}
