import Dispatch
import EndpointAsyncHTTPClient
import EndpointRuntime
import Foundation
import HTTPTypes
import Logging
import Synchronization
import TestSupport
import Testing
import Zoo

/// Operations over a transport that ends its requests in time, which need no task of their own.
@Suite("An operation without a task of its own")
struct TimeLimitTests {
  private let limit = Duration.milliseconds(20)

  private func client(
    _ transport: any HTTPTransport, authenticator: (any Authenticator)? = nil,
    concurrent: Int = 32, middleware: [any EndpointMiddleware] = []
  ) -> EndpointClient<ZooAPI> {
    EndpointClient(
      authenticator: authenticator, transport: transport,
      configuration: ClientConfiguration(
        retryPolicy: .never, maximumConcurrentRequests: concurrent, middleware: middleware))
  }

  private var options: RequestOptions<ZooAPI> {
    var options = RequestOptions<ZooAPI>()
    options.timeout = limit
    return options
  }

  private func expectTimeout(
    of client: EndpointClient<ZooAPI>, sourceLocation: SourceLocation = #_sourceLocation
  ) async {
    let error = await failure { try await client.send(GetPen(), options: options) }
    guard case .timeout(let timeout) = error else {
      Issue.record("The error is no timeout: \(error as Any)", sourceLocation: sourceLocation)
      return
    }
    #expect(timeout.limit == limit, sourceLocation: sourceLocation)
  }

  @Test("ends at its timeout")
  func timeout() async {
    await expectTimeout(of: client(TimedScript { _, _ in nil }))
  }

  @Test("ends at its timeout, which observing middleware sees")
  func middleware() async {
    await expectTimeout(
      of: client(
        TimedScript { _, _ in nil }, middleware: [LoggingMiddleware(Logger(label: "test"))]))
  }

  @Test("ends at its timeout during a stalled body")
  func stalledBody() async {
    let transport = TimedScript { _, _ in
      try await StalledBodyTransport().send(
        HTTPRequest(method: .get, scheme: nil, authority: nil, path: nil), body: nil, timeout: nil)
    }
    await expectTimeout(of: client(transport))
  }

  @Test("ends at its timeout while other requests have all turns")
  func turn() async {
    let arrived = Signal()
    let client = client(
      TimedScript { _, _ in
        arrived.send()
        return nil
      }, concurrent: 1)
    let first = Task { try await client.send(GetPen()) }
    await arrived.wait()
    await expectTimeout(of: client)
    first.cancel()
    #expect(await failure { try await first.value }?.isCancelled == true)
  }

  @Test("ends at its timeout while another request fetches the challenge")
  func challenge() async {
    let arrived = Signal()
    let client = client(
      TimedScript { _, _ in
        arrived.send()
        return nil
      }, authenticator: DigestAuthenticator(username: "u", password: "p", clock: StillClock()))
    let first = Task { try await client.send(GetPen()) }
    await arrived.wait()
    await expectTimeout(of: client)
    first.cancel()
    _ = await first.result
  }

  @Test("ends at its timeout while it reads a rejection")
  func rejection() async {
    let transport = TimedScript { _, _ in
      var response = try await StalledBodyTransport().send(
        HTTPRequest(method: .get, scheme: nil, authority: nil, path: nil), body: nil, timeout: nil)
      response.head = Reply.digest("n").response.head
      return response
    }
    await expectTimeout(
      of: client(
        transport,
        authenticator: DigestAuthenticator(username: "u", password: "p", clock: StillClock())))
  }

  @Test("ends at its timeout over AsyncHTTPClient", arguments: ["", "HTTP/1.1 200 OK\r\nContent-"])
  func silentServer(beginning: String) async throws {
    try await RawServer.run({ connection in
      _ = try await connection.request()
      if !beginning.isEmpty { try await connection.write(beginning + "Length: 9\r\n\r\n{") }
      await connection.untilHungUp()
    }) { server in
      let client = EndpointClient<ZooAPI>(
        baseURL: server.url, transport: AsyncHTTPClientTransport(),
        configuration: .init(retryPolicy: .never))
      let error = await failure { try await client.send(GetPen(), options: options) }
      #expect(error?.isTimeout == true)
    }
  }

  @Test("ends at its timeout during a stalled body that the transport ends")
  func limitedBody() async {
    let transport = TimedScript(limitsBodies: true) { _, _ in
      TransportResponse(
        head: HTTPResponse(status: .ok),
        body: HTTPBody(
          AsyncThrowingStream<Data, any Error> {
            try await Task.sleep(for: .milliseconds(20))
            throw TransportError(.interrupted, message: "the server did not respond in time")
          }))
    }
    await expectTimeout(of: client(transport))
  }

  @Test("ends with the caller's task during a body that the transport ends")
  func cancellation() async throws {
    let arrived = Signal()
    try await RawServer.run({ connection in
      _ = try await connection.request()
      try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")
      arrived.send()
      await connection.untilHungUp()
    }) { server in
      let client = EndpointClient<ZooAPI>(
        baseURL: server.url, transport: AsyncHTTPClientTransport(),
        configuration: .init(retryPolicy: .never))
      let request = Task { try await client.send(GetPen()) }
      await arrived.wait()
      request.cancel()
      #expect(await failure { try await request.value }?.isCancelled == true)
    }
  }

  @Test("sends the server nothing about its deadline")
  func privateField() async throws {
    try await RawServer.run(
      "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}"
    ) { server in
      let client = EndpointClient<ZooAPI>(
        baseURL: server.url, transport: AsyncHTTPClientTransport(),
        configuration: .init(retryPolicy: .never))
      _ = try await client.send(GetPen())
      let request = try #require(server.requests.first)
      #expect(!"\(request)".contains("Deadline"))
    }
  }

  @Test("keeps the caller's task executor")
  func executor() async throws {
    let executor = QueueExecutor()
    let seen = Mutex<UnownedTaskExecutor?>(nil)
    let client = client(
      TimedScript { _, _ in
        let current = withUnsafeCurrentTask { $0?.unownedTaskExecutor }
        seen.withLock { $0 = current }
        return Reply(#"{"id":"1"}"#).response
      })
    _ = try await withTaskExecutorPreference(executor) { try await client.send(GetPen()) }
    #expect(seen.withLock { $0 } == executor.asUnownedTaskExecutor())
  }
}

/// Responds by a function, and ends requests without a response at their timeout.
private struct TimedScript: TimedTransport {
  let limitsBodies: Bool
  let script: @Sendable (HTTPRequest, HTTPBody?) async throws -> TransportResponse?

  init(
    limitsBodies: Bool = false,
    _ script: @escaping @Sendable (HTTPRequest, HTTPBody?) async throws -> TransportResponse?
  ) {
    self.limitsBodies = limitsBodies
    self.script = script
  }

  func send(_ request: HTTPRequest, body: HTTPBody?, responseTimeout: Duration?) async throws
    -> TransportResponse
  {
    try await send(request, body: body, timeout: responseTimeout)
  }

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    if let response = try await script(request, body) { return response }
    try await Task.sleep(for: timeout ?? .seconds(600))
    throw TransportError(.interrupted, message: "the server did not respond in time")
  }
}

/// Runs tasks on a queue of its own.
private final class QueueExecutor: TaskExecutor {
  private let queue = DispatchQueue(label: "QueueExecutor")

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    let executor = asUnownedTaskExecutor()
    queue.async { job.runSynchronously(on: executor) }
  }
}
