import EndpointRuntime
import Foundation
import HTTPTypes
import Testing
import Zoo

/// Servers that are not there, hang up or talk nonsense.
extension TransportConformanceTests {
  @Test("reports a dead server with advice", arguments: TransportKind.allCases)
  func rejected(kind: TransportKind) async throws {
    var dead: RawServer?
    try await RawServer.run("") { dead = $0 }
    let server = try #require(dead)
    let failure = await transportFailure { _ = try await kind.transport.send(to: server) }
    #expect(failure?.kind == .connection)
    #expect(failure?.message.contains("127.0.0.1:\(server.port)") == true)
  }

  @Test("reports a host without an address", arguments: TransportKind.allCases)
  func unknownHost(kind: TransportKind) async {
    let failure = await transportFailure {
      _ = try await kind.transport.send(
        HTTPRequest(method: .get, scheme: "http", authority: "no-such-host.invalid:81", path: "/"),
        body: nil, timeout: .seconds(120))
    }
    #expect(failure?.kind == .nameResolution)
    #expect(failure?.message.contains("no-such-host.invalid") == true)
  }

  @Test("reports a port without TLS", arguments: TransportKind.allCases)
  func noTLS(kind: TransportKind) async throws {
    try await RawServer.run({ connection in
      try await connection.write("HTTP/1.1 400 Bad Request\r\n\r\n")
      await connection.untilHungUp()
    }) { server in
      let failure = await transportFailure {
        _ = try await kind.transport.send(
          HTTPRequest(
            method: .get, scheme: "https", authority: "127.0.0.1:\(server.port)", path: "/"),
          body: nil, timeout: .seconds(120))
      }
      #expect(failure?.kind == .security, "\(String(describing: failure))")
    }
  }

  @Test("reports a reset before the response", arguments: TransportKind.allCases)
  func resetBeforeHead(kind: TransportKind) async throws {
    try await RawServer.run({ connection in
      _ = try await connection.request()
      await connection.reset()
    }) { server in
      let failure = await transportFailure { _ = try await kind.transport.send(to: server) }
      #expect(failure?.kind == .interrupted)
      #expect(server.requests.count == 1)
    }
  }

  @Test("reports a closed connection before the response", arguments: TransportKind.allCases)
  func closedBeforeHead(kind: TransportKind) async throws {
    try await RawServer.run("") { server in
      let failure = await transportFailure { _ = try await kind.transport.send(to: server) }
      #expect(failure?.kind == .interrupted)
      #expect(server.requests.count == 1)
    }
  }

  @Test("reports a reset during the response", arguments: TransportKind.allCases)
  func resetInBody(kind: TransportKind) async throws {
    let isRead = Signal()
    try await RawServer.run({ connection in
      _ = try await connection.request()
      try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{")
      await isRead.wait()
      await connection.reset()
    }) { server in
      let response = try await kind.transport.send(to: server)
      #expect(response.head.status == .ok)
      var chunks = response.body.makeAsyncIterator()
      #expect(try await chunks.next() == Data("{".utf8))
      isRead.send()
      let failure = await transportFailure { _ = try await chunks.next() }
      #expect(failure?.kind == .interrupted)
    }
  }

  @Test(
    "reports an incomplete body", arguments: TransportKind.allCases,
    [
      "Content-Length: 10\r\n\r\n{", "Transfer-Encoding: chunked\r\n\r\n5\r\n{",
      "Content-Length: 1\r\n\r\n",
    ])
  func truncated(kind: TransportKind, response: String) async throws {
    try await RawServer.run("HTTP/1.1 200 OK\r\n\(response)") { server in
      let failure = await transportFailure {
        _ = try await kind.transport.send(to: server).body.whole
      }
      #expect(failure?.kind == .interrupted)
    }
  }

  @Test("accepts a body that ends with the connection", arguments: TransportKind.allCases)
  func untilClose(kind: TransportKind) async throws {
    try await RawServer.run("HTTP/1.1 200 OK\r\n\r\nabc") { server in
      let response = try await kind.transport.send(to: server)
      #expect(response.body.length == nil)
      #expect(try await response.body.text == "abc")
    }
  }

  @Test(
    "reports invalid HTTP", arguments: TransportKind.allCases,
    ["\u{16}\u{3}nonsense\r\n\r\n", "SSH-2.0-OpenSSH_9\r\n"])
  func nonsense(kind: TransportKind, response: String) async throws {
    try await RawServer.run(response) { server in
      let failure = await transportFailure { _ = try await kind.transport.send(to: server) }
      #expect(failure?.kind == .invalidResponse)
    }
  }

  @Test(
    "rejects an invalid status", arguments: TransportKind.allCases, ["000", "099", "20", "abc"])
  func noStatus(kind: TransportKind, status: String) async throws {
    try await RawServer.run("HTTP/1.1 \(status) X\r\nContent-Length: 1\r\n\r\n1") { server in
      let failure = await transportFailure { _ = try await kind.transport.send(to: server) }
      #expect(failure?.kind == .invalidResponse)
    }
  }

  @Test(
    "reports an incomplete header",
    arguments: TransportKind.allCases.filter { $0.survivesBrokenHeader })
  func brokenHeader(kind: TransportKind) async throws {
    try await RawServer.run("HTTP/1.1 200 OK\r\nContent-Le") { server in
      let failure = await transportFailure { _ = try await kind.transport.send(to: server) }
      #expect([.interrupted, .invalidResponse].contains(failure?.kind))
    }
  }

  @Test("ends a response that is too large", arguments: TransportKind.allCases)
  func tooLarge(kind: TransportKind) async throws {
    let response = "HTTP/1.1 200 OK\r\nContent-Length: 4000000\r\n\r\n"
    try await RawServer.run(responding: Data(response.utf8) + Data(count: 4_000_000)) { server in
      let error = await failure {
        try await client(
          kind, server,
          configuration: ClientConfiguration(
            timeout: .seconds(86_400), retryPolicy: .never, maximumResponseSize: 100_000)
        ).send(GetPen())
      }
      #expect(error?.transport?.kind == .invalidResponse)
      #expect(error?.description.contains("maximumResponseSize") == true)
    }
  }
}
