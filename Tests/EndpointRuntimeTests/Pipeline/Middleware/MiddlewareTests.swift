import EndpointModel
import EndpointRuntime
import HTTPTypes
import Synchronization
import TestSupport
import Testing
import Zoo

@Suite("Middleware")
struct MiddlewareTests {
  /// Writes down what it sees, and adds its name to a header field.
  private struct Recorder: EndpointMiddleware {
    let name: String
    let log: Log

    func intercept(
      _ request: HTTPRequest, body: HTTPBody?, of attempt: Attempt, next: HTTPTransport.Send
    ) async throws -> TransportResponse {
      log.add("\(name) > \(attempt.endpoint) \(attempt.number)")
      var request = request
      request.headerFields[.trail] = (request.headerFields[.trail] ?? "") + name
      if request.headerFields[.authorization] != nil { log.add("credentials") }
      do {
        let response = try await next(request, body)
        log.add("\(name) < \(response.head.status.code)")
        return response
      } catch {
        log.add("\(name) < \(error)")
        throw error
      }
    }
  }

  private final class Log: Sendable {
    private let state = Mutex<[String]>([])
    var lines: [String] { state.withLock { $0 } }
    func add(_ line: String) { state.withLock { $0.append(line) } }
  }

  private let log = Log()

  /// Turns requests to another server.
  private struct Detour: EndpointMiddleware {
    func intercept(
      _ request: HTTPRequest, body: HTTPBody?, of attempt: Attempt, next: HTTPTransport.Send
    ) async throws -> TransportResponse {
      var request = request
      request.authority = "elsewhere.example"
      return try await next(request, body)
    }
  }

  @Test("receives no credentials for another server, and cannot send there")
  func detour() async throws {
    let transport = ScriptedTransport { _, _ in .digest("n") }
    let client = EndpointClient<ZooAPI>(
      transport,
      authenticator: DigestAuthenticator(username: "u", password: "p", clock: StillClock()),
      configuration: ClientConfiguration(
        timeout: .seconds(86_400), retryPolicy: .never, middleware: [Detour()]))
    let error = await failure { try await client.send(GetPen()) }
    #expect(error?.authentication?.reason == .otherServer(host: "elsewhere.example"))
    #expect(transport.requests.isEmpty)
  }

  private func configuration(retryPolicy: RetryPolicy = .never) -> ClientConfiguration {
    ClientConfiguration(
      timeout: .seconds(86_400),
      retryPolicy: retryPolicy,
      middleware: [Recorder(name: "a", log: log), Recorder(name: "b", log: log)],
      clock: VirtualClock())
  }

  @Test("processes a request in order, the first outermost")
  func order() async throws {
    let transport = ScriptedTransport { _, _ in Reply(#"{"id":"1"}"#) }
    var configuration = configuration()
    configuration.timeout = .seconds(86_400)
    try await EndpointClient<ZooAPI>(transport, configuration: configuration).send(GetPen())
    #expect(log.lines == ["a > GetPen 1", "b > GetPen 1", "b < 200", "a < 200"])
    #expect(transport.requests.first?.headerFields[.trail] == "ab")
  }

  @Test("sees every attempt without credentials and challenges")
  func attempts() async throws {
    let transport = ScriptedTransport { request, number in
      if request.digest == nil { return .digest("n") }
      return number == 2 ? Reply(503) : Reply(#"{"id":"1"}"#)
    }
    var configuration = configuration(retryPolicy: RetryPolicy(randomFraction: { 0 }))
    configuration.timeout = .seconds(86_400)
    configuration.middleware.removeLast()
    try await EndpointClient<ZooAPI>(
      transport,
      authenticator: DigestAuthenticator(username: "u", password: "p", clock: StillClock()),
      configuration: configuration
    ).send(GetPen())
    #expect(log.lines == ["a > GetPen 1", "a < 503", "a > GetPen 2", "a < 200"])
    #expect(transport.requests.count == 3)
  }

  @Test("changes requests before they are signed")
  func signing() async throws {
    struct Redirecting: EndpointMiddleware {
      func intercept(
        _ request: HTTPRequest, body: HTTPBody?, of attempt: Attempt, next: HTTPTransport.Send
      ) async throws -> TransportResponse {
        var request = request
        request.path = "/v1/pens/2?x=%2F"
        return try await next(request, body)
      }
    }
    let transport = ScriptedTransport { request, _ in
      request.digest == nil ? .digest("n") : Reply(#"{"id":"2"}"#)
    }
    try await EndpointClient<ZooAPI>(
      transport,
      authenticator: DigestAuthenticator(username: "u", password: "p", clock: StillClock()),
      configuration: ClientConfiguration(timeout: .seconds(86_400), middleware: [Redirecting()])
    ).send(GetPen())
    #expect(transport.requests.last?.path == "/v1/pens/2?x=%2F")
    #expect(transport.requests.last?.digest?.uri == "/v1/pens/2?x=%2F")
  }

  @Test("can end a request with an error or a response")
  func ending() async {
    struct Failure: EndpointMiddleware {
      func intercept(
        _ request: HTTPRequest, body: HTTPBody?, of attempt: Attempt, next: HTTPTransport.Send
      ) async throws -> TransportResponse {
        throw EndpointError.invalidRequest(parameter: "PEN-ID", reason: "is not mine")
      }
    }
    let transport = ScriptedTransport { _, _ in Reply(#"{"id":"1"}"#) }
    let error = await failure {
      try await EndpointClient<ZooAPI>(
        transport,
        configuration: ClientConfiguration(timeout: .seconds(86_400), middleware: [Failure()])
      ).send(GetPen())
    }
    #expect(error?.invalidParameter == "PEN-ID")
    #expect(transport.requests.isEmpty)
  }
}

extension HTTPField.Name {
  fileprivate static var trail: Self { Self("X-Trail") ?? .via }
}
