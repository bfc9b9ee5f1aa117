import EndpointRuntime
import Foundation
import HTTPTypes
import Testing
import Zoo

/// How connections are used, and how exchanges are given up.
extension TransportConformanceTests {
  @Test("reuses its connection", arguments: TransportKind.allCases)
  func keepAlive(kind: TransportKind) async throws {
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      let transport = kind.ownTransport
      let methods: [HTTPRequest.Method] = [.get, .post, .put, .get, .delete]
      for method in methods {
        let text = try await transport.send(method, to: server).body.text
        #expect(text == "{}")
      }
      #expect(server.requests.count == 5)
      #expect(server.connectionCount == 1)
    }
  }

  @Test(
    "recovers from a connection that the server has closed", arguments: TransportKind.allCases)
  func staleConnections(kind: TransportKind) async throws {
    let isClosed = Signal()
    try await RawServer.run({ connection in
      _ = try await connection.request()
      try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}")
      await connection.close()
      isClosed.send()
    }) { server in
      // Who writes before it hears of the end has to try again.
      let client = client(kind, server, configuration: .virtual(VirtualClock()))
      for _ in 1...5 {
        try await client.send(GetPen())
        await isClosed.wait()
      }
      #expect(server.requests.count == 5)
    }
  }

  @Test("sends concurrent requests", arguments: TransportKind.allCases)
  func concurrency(kind: TransportKind) async throws {
    let arrived = Counter()
    let gates = (1...20).map { _ in Signal() }
    try await RawServer.run({ connection in
      _ = try await connection.request()
      arrived.add(1)
      // No request is reported before all have arrived.
      if arrived.value == gates.count { for gate in gates { gate.send() } }
      await gates[connection.number - 1].wait()
      try await connection.write(Self.response)
    }) { server in
      let transport = kind.transport
      try await withThrowingTaskGroup { group in
        for _ in gates { group.addTask { try await transport.send(to: server).body.text } }
        for try await text in group { #expect(text == "{}") }
      }
    }
  }

  @Test("applies back pressure", arguments: TransportKind.allCases)
  func backPressure(kind: TransportKind) async throws {
    let size = 100 << 20
    // What is given up hangs up, unless all of it has come.
    let promised = kind.slowsServerDown ? size : size + 1
    let hasEnded = Signal()
    try await RawServer.run({ connection in
      if try await connection.request().target == "/small" {
        while true {
          try await connection.write(Self.response)
          _ = try await connection.request()
        }
      }
      defer { hasEnded.send() }
      try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(promised)\r\n\r\n")
      for _ in 0..<(size >> 16) { try await connection.write(Data(count: 1 << 16)) }
      await connection.untilHungUp()
    }) { server in
      let transport = kind.transport
      let response = try await transport.send(to: server)
      guard kind.slowsServerDown else {
        await hasEnded.wait()
        let failure = await transportFailure { _ = try await response.body.whole }
        #expect(failure?.kind == .other)
        return
      }
      // Enough for the system's own buffers, and far less than all.
      let bound = 32 << 20
      for _ in 1...1000 where server.written < bound {
        _ = try await transport.send(.get, "/small", to: server).body.whole
      }
      #expect(server.written < bound)
      var count = 0
      for try await chunk in response.body { count += chunk.count }
      #expect(count == size)
    }
  }

  @Test("cancels a released body", arguments: TransportKind.allCases)
  func dropping(kind: TransportKind) async throws {
    let hasEnded = Signal()
    try await RawServer.run({ connection in
      _ = try await connection.request()
      try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")
      await connection.untilHungUp()
      hasEnded.send()
    }) { server in
      let beginning = try await kind.transport.send(to: server).body.prefix(bytes: 0)
      #expect(beginning.isComplete == false)
      await hasEnded.wait()
    }
  }

  @Test("can be cancelled before the response", arguments: TransportKind.allCases)
  func cancellationBeforeHead(kind: TransportKind) async throws {
    let arrived = Signal()
    let hasEnded = Signal()
    try await RawServer.run({ connection in
      _ = try await connection.request()
      arrived.send()
      await connection.untilHungUp()
      hasEnded.send()
    }) { server in
      let transport = kind.transport
      let call = Task { _ = try await transport.send(to: server, timeout: nil) }
      await arrived.wait()
      call.cancel()
      await #expect(throws: CancellationError.self) { try await call.value }
      await hasEnded.wait()
    }
  }

  @Test("can be cancelled during the body", arguments: TransportKind.allCases)
  func cancellationInBody(kind: TransportKind) async throws {
    let isRead = Signal()
    let hasEnded = Signal()
    try await RawServer.run({ connection in
      _ = try await connection.request()
      try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{")
      await connection.untilHungUp()
      hasEnded.send()
    }) { server in
      let transport = kind.transport
      let call = Task {
        var chunks = try await transport.send(to: server).body.makeAsyncIterator()
        #expect(try await chunks.next() == Data("{".utf8))
        isRead.send()
        return try await chunks.next()
      }
      await isRead.wait()
      call.cancel()
      let error = await #expect(throws: EndpointError.self) { try await call.value }
      #expect(error?.isCancelled == true)
      await hasEnded.wait()
    }
  }

  @Test("sends nothing for a cancelled task", arguments: TransportKind.allCases)
  func cancelledBefore(kind: TransportKind) async throws {
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      let transport = kind.transport
      let call = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        _ = try await transport.send(to: server)
      }
      await #expect(throws: CancellationError.self) { try await call.value }
      #expect(server.requests.isEmpty)
    }
  }

  @Test("waits for a response until the timeout", arguments: TransportKind.allCases)
  func timeout(kind: TransportKind) async throws {
    let hasEnded = Signal()
    try await RawServer.run({ connection in
      await connection.untilHungUp()
      hasEnded.send()
    }) { server in
      let failure = await transportFailure {
        _ = try await kind.transport.send(to: server, timeout: .milliseconds(200))
      }
      #expect(failure?.kind == .interrupted)
      #expect(failure?.message.contains("127.0.0.1:\(server.port)") == true)
    }
  }

  @Test("treats the longest timeouts as no limit", arguments: TransportKind.allCases)
  func longTimeouts(kind: TransportKind) async throws {
    let response = "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{\"id\":\"1\"}"
    try await RawServer.run(responding: Data(response.utf8)) { server in
      for limit in [Duration.seconds(Int64.max), .seconds(10_000_000_000)] {
        let configuration = ClientConfiguration(timeout: limit, retryPolicy: .never)
        let pen = try await client(kind, server, configuration: configuration).send(GetPen())
        #expect(pen == Pen(id: "1"))
        _ = try await kind.transport.send(to: server, timeout: limit).body.whole
      }
    }
  }
}
