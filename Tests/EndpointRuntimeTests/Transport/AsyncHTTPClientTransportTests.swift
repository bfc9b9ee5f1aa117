import AsyncHTTPClient
import EndpointAsyncHTTPClient
import EndpointRuntime
import Foundation
import HTTPTypes
import Testing

@Suite("The transport on an HTTPClient of one's own")
struct AsyncHTTPClientTransportTests {
  @Test("An answer behind a redirect that the client followed is not taken")
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
    #expect(failure?.kind == .invalidAnswer)
    #expect(failure?.message.contains("redirectConfiguration") == true)
    try await client.shutdown()
  }
}
