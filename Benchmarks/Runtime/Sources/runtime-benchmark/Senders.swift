import AsyncHTTPClient
import AtlasCore
import EndpointAsyncHTTPClient
import EndpointRuntime
import Foundation
import HTTPTypes
import NIOCore
import Synchronization

/// The same request, sent in several ways.
struct Senders {
  /// A way to send the request once and to read its response.
  struct Way: Sendable {
    var name: String
    var send: @Sendable () async throws -> Void
  }

  /// The ways; the first is what the others are compared with.
  let all: [Way]
  private let clients: [HTTPClient]

  /// Creates the ways and sends the request once with each, so that nonces are known.
  ///
  /// - Parameters:
  ///   - maximumConcurrentRequests: The limit of the client.
  ///   - layers: Whether the client is also measured without some of its parts.
  init(_ baseURL: String, maximumConcurrentRequests: Int = 32, layers: Bool = false) async throws {
    let transport = AsyncHTTPClientTransport()
    let recorder = RecordingTransport(transport)
    func client(
      _ transport: any HTTPTransport, timeout: Duration = .seconds(60), signs: Bool = true
    ) throws -> Way {
      let client = AtlasClient(
        baseURL: try BaseURL(baseURL),
        authenticator: signs
          ? DigestAuthenticator(
            username: "abcdefgh", password: "01234567-89ab-cdef-0123-456789abcdef") : nil,
        transport: transport,
        configuration: ClientConfiguration(
          timeout: timeout, maximumConcurrentRequests: maximumConcurrentRequests))
      return Way(name: "AtlasClient") { try await client.send(Self.endpoint) }
    }
    try await client(recorder).send()
    let sent = recorder.last
    let bare = HTTPClient(configuration: Self.configuration(traces: true))
    let untraced = HTTPClient(configuration: Self.configuration(traces: false))
    clients = [bare, untraced]
    var ways = [
      Self.bare("HTTPClient", bare, sent, baseURL),
      Self.bare("HTTPClient without tracing", untraced, sent, baseURL),
      Way(name: "AsyncHTTPClientTransport") {
        let response = try await transport.send(sent, body: nil, timeout: .seconds(60))
        guard response.head.status == .ok else { throw Rejected() }
        _ = try await response.body.collect(upTo: 1 << 20)
      },
      try client(transport),
    ]
    if layers {
      var unlimited = try client(transport, timeout: .seconds(Int64.max))
      unlimited.name = "AtlasClient without a timeout"
      var unsigned = try client(SigningTransport(transport, like: sent), signs: false)
      unsigned.name = "AtlasClient without Digest"
      var neither = try client(
        SigningTransport(transport, like: sent), timeout: .seconds(Int64.max), signs: false)
      neither.name = "AtlasClient without both"
      ways += [unlimited, unsigned, neither]
    }
    all = ways
    for way in ways { try await way.send() }
  }

  func stop() async throws { for client in clients { try await client.shutdown() } }

  private static let endpoint = CancelRestoreJob(
    groupID: "5e2f0a1b9c8d7e6f5a4b3c2d", clusterName: "MyCluster",
    jobID: "5e2f0a1b9c8d7e6f5a4b0001")

  /// HTTPClient's defaults, but for HTTP/1.1, no redirects, and as many connections as requests.
  static func configuration(traces: Bool) -> HTTPClient.Configuration {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.httpVersion = .http1Only
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1000
    if !traces { configuration.tracing.tracer = nil }
    return configuration
  }

  private static func bare(
    _ name: String, _ client: HTTPClient, _ sent: HTTPRequest, _ baseURL: String
  ) -> Way {
    let fields = sent.headerFields.map { ($0.name.rawName, $0.value) }
    let url = baseURL + (sent.path ?? "")
    return Way(name: name) {
      var request = HTTPClientRequest(url: url)
      request.method = .DELETE
      request.headers = .init(fields)
      let response = try await client.execute(request, deadline: .now() + .seconds(60))
      guard response.status == .ok else { throw Rejected() }
      _ = try await response.body.collect(upTo: 1 << 20)
    }
  }

  private struct Rejected: Error {}

  /// Sends the request, so many at once.
  static func send(_ way: Way, times: Int, atOnce concurrency: Int) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<concurrency {
        group.addTask { for _ in 0..<(times / concurrency) { try await way.send() } }
      }
      try await group.waitForAll()
    }
  }
}

/// Remembers the last request as it went out, so that it can be sent again without our layer.
private final class RecordingTransport: HTTPTransport {
  private let transport: any HTTPTransport
  private let request = Mutex(HTTPRequest(method: .get, scheme: nil, authority: nil, path: nil))

  init(_ transport: any HTTPTransport) { self.transport = transport }

  var last: HTTPRequest { request.withLock { $0 } }

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    self.request.withLock { $0 = request }
    return try await transport.send(request, body: body, timeout: timeout)
  }
}

/// Adds the credentials of another request, which the server of this program accepts.
private struct SigningTransport: HTTPTransport {
  private let transport: any HTTPTransport
  private let credentials: String?

  init(_ transport: any HTTPTransport, like request: HTTPRequest) {
    self.transport = transport
    credentials = request.headerFields[.authorization]
  }

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    var request = request
    request.headerFields[.authorization] = credentials
    return try await transport.send(request, body: body, timeout: timeout)
  }
}
