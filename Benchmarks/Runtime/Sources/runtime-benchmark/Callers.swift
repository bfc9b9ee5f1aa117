import AsyncHTTPClient
import AtlasAdmin
import EndpointAsyncHTTPClient
import EndpointRuntime
import Foundation
import HTTPTypes
import NIOCore
import Synchronization

/// The same request, sent in three ways.
struct Callers {
  /// A way to send the request once and to read its response.
  typealias Caller = @Sendable () async throws -> Void

  /// Their names, in the order of ``all``.
  static let names = ["HTTPClient", "AsyncHTTPClientTransport", "EndpointClient with Digest"]
  /// The bare HTTP client, the transport, the client.
  let all: [Caller]
  private let httpClient: HTTPClient

  init(_ baseURL: String) async throws {
    var configuration = HTTPClient.Configuration(redirectConfiguration: .disallow)
    configuration.httpVersion = .http1Only
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 32
    let httpClient = HTTPClient(configuration: configuration)
    self.httpClient = httpClient
    let transport = AsyncHTTPClientTransport(client: httpClient)
    let authenticator = DigestAuthenticator(
      username: "abcdefgh", password: "01234567-89ab-cdef-0123-456789abcdef")
    let endpoint = CancelRestoreJob(
      groupID: "5e2f0a1b9c8d7e6f5a4b3c2d", clusterName: "MyCluster",
      jobID: "5e2f0a1b9c8d7e6f5a4b0001")

    let recorder = RecordingTransport(transport)
    let atlasURL = try BaseURL(baseURL + "/api/atlas/v1.0")
    let client = { (transport: any HTTPTransport) in
      AtlasClient(baseURL: atlasURL, authenticator: authenticator, transport: transport)
    }
    try await client(recorder).send(endpoint)
    let warmed = client(transport)
    let sent = recorder.last
    let fields = sent.headerFields.map { ($0.name.rawName, $0.value) }
    let url = baseURL + (sent.path ?? "")
    all = [
      {
        var request = HTTPClientRequest(url: url)
        request.method = .DELETE
        request.headers = .init(fields)
        let response = try await httpClient.execute(request, deadline: .now() + .seconds(60))
        guard response.status == .ok else { throw Rejected() }
        _ = try await response.body.collect(upTo: 1 << 20)
      },
      {
        let response = try await transport.send(sent, body: nil, timeout: .seconds(60))
        guard response.head.status == .ok else { throw Rejected() }
        _ = try await response.body.collect(upTo: 1 << 20)
      },
      { try await warmed.send(endpoint) },
    ]
  }

  func stop() async throws { try await httpClient.shutdown() }

  private struct Rejected: Error {}
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

/// Makes calls, so many at once.
func call(_ caller: @escaping Callers.Caller, times: Int, atOnce concurrency: Int) async throws {
  try await withThrowingTaskGroup(of: Void.self) { group in
    for _ in 0..<concurrency {
      group.addTask { for _ in 0..<(times / concurrency) { try await caller() } }
    }
    try await group.waitForAll()
  }
}
