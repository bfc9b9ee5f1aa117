import AsyncHTTPClient
import EndpointAsyncHTTPClient
import EndpointRuntime
import EndpointURLSession
import Foundation
import Testing

@Suite("The idle timeout of a transport")
struct IdleTimeoutTests {
  @Test("ends a stalled body", arguments: TransportKind.allCases)
  func stall(kind: TransportKind) async throws {
    try await RawServer.run({ connection in
      _ = try await connection.request()
      try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")
      await connection.untilHungUp()
    }) { server in
      try await withTransport(kind, idleTimeout: .milliseconds(50)) { transport in
        let response = try await transport.send(to: server)
        let error = await failure { try await response.body.whole }
        #expect(error?.transport?.kind == .interrupted)
        #expect(error?.description.contains("sent no more") == true)
      }
    }
  }

  @Test("does not end a slow body", arguments: TransportKind.allCases)
  func slowServer(kind: TransportKind) async throws {
    try await RawServer.run({ connection in
      _ = try await connection.request()
      try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n")
      for _ in 0..<20 { try await connection.write("x") }
    }) { server in
      try await withTransport(kind, idleTimeout: .seconds(60)) { transport in
        let response = try await transport.send(to: server)
        #expect(try await response.body.text == String(repeating: "x", count: 20))
      }
    }
  }

  private func withTransport(
    _ kind: TransportKind, idleTimeout: Duration, _ body: (any HTTPTransport) async throws -> Void
  ) async throws {
    switch kind {
    case .urlSession: try await body(URLSessionTransport(idleTimeout: idleTimeout))
    case .asyncHTTPClient:
      let client = HTTPClient(
        eventLoopGroupProvider: .singleton,
        configuration: AsyncHTTPClientTransport.configuration(idleTimeout: idleTimeout))
      do {
        try await body(AsyncHTTPClientTransport(client: client))
      } catch {
        try await client.shutdown()
        throw error
      }
      try await client.shutdown()
    }
  }
}
