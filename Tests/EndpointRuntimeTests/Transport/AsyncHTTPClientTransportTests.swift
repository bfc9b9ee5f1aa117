import AsyncHTTPClient
import EndpointAsyncHTTPClient
import EndpointRuntime
import Foundation
import HTTPTypes
import NIOCore
import Testing
import Zoo

@Suite("The transport with a custom HTTPClient")
struct AsyncHTTPClientTransportTests {
  @Test("rejects a response after a redirect of the client")
  func foreignRedirect() async throws {
    let client = HTTPClient(eventLoopGroupProvider: .singleton)
    let failure = await transportFailure {
      try await RawServer.run({ connection in
        while true {
          let isRedirected = try await connection.request().target == "/x"
          try await connection.write(
            (isRedirected ? "HTTP/1.1 200 OK\r\n" : "HTTP/1.1 307 X\r\nLocation: /x\r\n")
              + "Content-Length: 2\r\n\r\n{}")
        }
      }) { server in
        _ = try await AsyncHTTPClientTransport(client: client).send(to: server)
      }
    }
    #expect(failure?.kind == .invalidResponse)
    #expect(failure?.message.contains("redirectConfiguration") == true)
    try await client.shutdown()
  }

  @Test("names the setting of a client that does not decompress")
  func noDecompression() async throws {
    let gzip = try #require(
      Data(base64Encoded: "H4sIAAAAAAACA6tWykxRslIyVKoFAPPIGPYKAAAA"))
    let head =
      "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: \(gzip.count)\r\n\r\n"
    let client = HTTPClient(eventLoopGroupProvider: .singleton)
    try await RawServer.run(responding: Data(head.utf8) + gzip) { server in
      let error = await failure {
        try await EndpointClient<ZooAPI>(
          baseURL: "http://127.0.0.1:\(server.port)",
          transport: AsyncHTTPClientTransport(client: client),
          configuration: ClientConfiguration(timeout: .seconds(86_400), retryPolicy: .never)
        ).send(GetPen())
      }
      #expect(error?.transport?.kind == .invalidResponse)
      #expect(error?.description.contains("decompression") == true)
    }
    try await client.shutdown()
  }

  @Test("does not trace by default")
  func tracing() {
    #expect(AsyncHTTPClientTransport.configuration.tracing.tracer == nil)
  }

  @Test("reports a request without a connection as not sent")
  func busyPool() async throws {
    var configuration = AsyncHTTPClientTransport.configuration
    configuration.connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit = 1
    configuration.timeout.connect = .seconds(1)
    let client = HTTPClient(eventLoopGroupProvider: .singleton, configuration: configuration)
    let (arrived, mayRespond) = (Signal(), Signal())
    try await RawServer.run({ connection in
      _ = try await connection.request()
      arrived.send()
      await mayRespond.wait()
      try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
    }) { server in
      let transport = AsyncHTTPClientTransport(client: client)
      let first = Task { try await transport.send(to: server) }
      await arrived.wait()
      let failure = await transportFailure { _ = try await transport.send(to: server) }
      #expect(failure?.kind == .connection)
      mayRespond.send()
      let response = try await first.value
      #expect(response.head.status == .ok)
    }
    try await client.shutdown()
  }
}
