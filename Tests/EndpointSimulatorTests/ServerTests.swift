import EndpointAsyncHTTPClient
import EndpointRuntime
import EndpointSimulator
import Foundation
import HTTPTypes
import Synchronization
import TestSupport
import Testing
import Zoo

@Suite("The server of the simulator")
struct ServerTests {
  private func withConnection(
    handlers: [String: Handler] = SimulatedZoo.echoes,
    _ test: (RawConnection, Simulator, RawClient) async throws -> Void
  ) async throws {
    try await SimulatedZoo.withSimulator(handlers: handlers) { simulator, call in
      let port = try #require(URLComponents(string: call.baseURL)?.port)
      try await RawConnection.run(to: port) { connection in
        try await test(connection, simulator, call)
      }
    }
  }

  @Test("responds to pipelined requests in their order")
  func pipelining() async throws {
    let pens = Gate()
    let handlers: [String: Handler] = [
      "ListPens": { _, _ in
        await pens.wait()
        return .item(["is": "first"])
      },
      "CountPens": { _, _ in .item(["is": "second"]) },
    ]
    try await withConnection(handlers: handlers) { connection, simulator, _ in
      try await connection.send(get("/pens") + get("/pens/count") + get("/nowhere"))
      pens.open()
      let text = await connection.receive(through: "RESOURCE_NOT_FOUND")
      let marks = ["first", "second", "RESOURCE_NOT_FOUND"].compactMap { text.firstRange(of: $0) }
      #expect(marks.count == 3)
      #expect(marks.map(\.lowerBound) == marks.map(\.lowerBound).sorted())
      #expect(await simulator.log.map(\.status) == [200, 200, 404])
    }
  }

  @Test("keeps a connection, and closes it if the request asks for that")
  func keepAlive() async throws {
    try await withConnection { connection, _, _ in
      try await connection.send(get("/pens/count"))
      let first = await connection.receive(through: "{\"count\":0}")
      #expect(!first.contains("Connection: close"))
      try await connection.send(get("/pens/count", "Connection: close\r\n"))
      let text = await connection.receiveAll()
      #expect(text.ranges(of: "HTTP/1.1 200 OK").count == 2)
      #expect(text.contains("Connection: close"))
    }
  }

  @Test("closes connections of HTTP/1.0 unless they are to be kept")
  func oldVersion() async throws {
    try await withConnection { connection, _, _ in
      try await connection.send("GET /v1/pens/count HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
      let first = await connection.receive(through: "{\"count\":0}")
      #expect(first.contains("keep-alive"))
      try await connection.send("GET /v1/pens/count HTTP/1.0\r\n\r\n")
      #expect(await connection.receiveAll().ranges(of: "{\"count\":0}").count == 2)
    }
  }

  @Test("has a date in every response, by the clock of the simulator")
  func date() async throws {
    let clock = SimulatedClock.manual(at: Date(timeIntervalSince1970: 784_111_777))
    let simulator = Simulator(
      ZooCatalog.catalog, credentials: SimulatedZoo.keeper, clock: clock)
    let call = RawClient(baseURL: "\(try await simulator.start())")
    for target in ["/pens", "/nowhere"] {
      let response = try await call("GET", target)
      #expect(response.fields[.date] == "Sun, 06 Nov 1994 08:49:37 GMT")
    }
    let port = try #require(URLComponents(string: call.baseURL)?.port)
    try await RawConnection.run(to: port) { connection in
      try await connection.send("nonsense\r\n\r\n")
      #expect(await connection.receiveAll().contains("Date: Sun, 06 Nov 1994 08:49:37 GMT"))
    }
    await simulator.stop()
  }

  @Test("asks for a body that waits for 100 (Continue)")
  func continuation() async throws {
    try await withConnection { connection, _, _ in
      try await connection.send(
        "POST /v1/pens HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\nExpect: 100-continue\r\n\r\n")
      #expect(await connection.receive(through: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
      try await connection.send(#"{"id":"7"}"#)
      #expect(await connection.receive(through: #"{"id":"7"#).contains("201 Created"))
    }
  }

  @Test("rejects a body that is too large without asking for it")
  func rejectedContinuation() async throws {
    try await withConnection { connection, simulator, _ in
      try await connection.send(
        "POST /v1/pens HTTP/1.1\r\nHost: a\r\nContent-Length: 16777217\r\n"
          + "Expect: 100-continue\r\n\r\n")
      let text = await connection.receiveAll()
      #expect(text.hasPrefix("HTTP/1.1 413 "))
      #expect(text.contains("BODY_TOO_LARGE"))
      #expect(await simulator.log.map(\.status) == [413])
    }
  }

  /// Requests that are not valid HTTP, and the statuses of their responses.
  private static let invalidRequests: [(String, [UInt8], Int)] = {
    func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }
    func field(_ value: [UInt8]) -> [UInt8] {
      bytes("GET /v1/pens HTTP/1.1\r\nHost: a\r\nX: ") + value + bytes("\r\n\r\n")
    }
    return [
      ("60 KB field", field(Array(repeating: 0x61, count: 60_000)), 431),
      ("200 KB field", field(Array(repeating: 0x61, count: 200_000)), 431),
      ("non-ASCII text in a field", field(bytes("é")), 400),
      ("bytes that are not UTF-8 in a field", field([0xE9, 0xFF]), 400),
      ("non-ASCII name", bytes("GET / HTTP/1.1\r\nHost: a\r\né: b\r\n\r\n"), 400),
      ("null in a field", field([0x61, 0x00]), 400),
      ("non-ASCII target", bytes("GET /é HTTP/1.1\r\nHost: a\r\n\r\n"), 400),
      ("no HTTP", bytes("hello\r\n\r\n"), 400),
      ("no host", bytes("GET /v1/pens HTTP/1.1\r\n\r\n"), 400),
      ("two hosts", bytes("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400),
      ("version 2.0", bytes("GET / HTTP/2.0\r\nHost: a\r\n\r\n"), 505),
      (
        "two lengths",
        bytes(
          "POST /v1/pens HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"),
        400
      ),
      (
        "length and chunks",
        bytes(
          "POST /v1/pens HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400
      ),
      (
        "invalid chunk",
        bytes("POST /v1/pens HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n"), 400
      ),
      (
        "unknown expectation",
        bytes("POST /v1/pens HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\nExpect: tea\r\n\r\n"), 417
      ),
    ]
  }()

  @Test("rejects what is not valid HTTP with a response", arguments: 0..<15)
  func invalid(index: Int) async throws {
    let (name, bytes, status) = Self.invalidRequests[index]
    try await withConnection { connection, _, call in
      try await connection.send(bytes)
      let text = await connection.receiveAll()
      #expect(text.hasPrefix("HTTP/1.1 \(status) "), "\(name)")
      #expect(text.contains("\"error\":\(status)"), "\(name)")
      #expect(try await call("GET", "/pens/count").status == 200)
    }
  }

  @Test("responds to earlier requests before it rejects what follows")
  func invalidAfterValid() async throws {
    try await withConnection { connection, _, _ in
      try await connection.send(get("/pens/count") + "nonsense\r\n\r\n")
      let text = await connection.receiveAll()
      let first = try #require(text.firstRange(of: "200 OK"))
      let second = try #require(text.firstRange(of: "400 Bad Request"))
      #expect(first.lowerBound < second.lowerBound)
    }
  }

  @Test("responds to a client that has closed its output")
  func halfClosed() async throws {
    try await withConnection { connection, _, _ in
      try await connection.send(get("/pens/count") + get("/pens/count"))
      try await connection.closeOutput()
      #expect(await connection.receiveAll().ranges(of: "{\"count\":0}").count == 2)
    }
  }

  @Test("rejects a request that ends too early")
  func endedEarly() async throws {
    try await withConnection { connection, _, _ in
      try await connection.send("POST /v1/pens HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{")
      try await connection.closeOutput()
      #expect(await connection.receiveAll().hasPrefix("HTTP/1.1 400 "))
    }
  }

  @Test("responds to mutated requests or closes their connections, and serves others")
  func mutations() async throws {
    let request = Array(
      ("POST /v1/pens?x=1 HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
        + "Transfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":\r\n2\r\n1}\r\n0\r\n\r\n").utf8)
    var generator = SplitMix(state: 7)
    try await SimulatedZoo.withSimulator { _, call in
      let port = try #require(URLComponents(string: call.baseURL)?.port)
      for _ in 0..<300 {
        var bytes = request
        for _ in 0...Int.random(in: 0...2, using: &generator) {
          let index = Int.random(in: bytes.indices, using: &generator)
          switch Int.random(in: 0..<3, using: &generator) {
          case 0: bytes[index] = .random(in: .min ... .max, using: &generator)
          case 1: bytes.remove(at: index)
          default: bytes.insert(contentsOf: bytes[index...].prefix(20), at: index)
          }
        }
        let mutated = bytes
        try await RawConnection.run(to: port) { connection in
          try? await connection.send(mutated)
          try? await connection.closeOutput()
          let text = await connection.receiveAll()
          #expect(text.isEmpty || text.hasPrefix("HTTP/1.1 "))
        }
      }
      #expect(try await call("GET", "/pens/count").status == 200)
    }
  }

  @Test("accepts the absolute form of a target")
  func absoluteForm() async throws {
    try await withConnection { connection, _, _ in
      try await connection.send("GET http://a/v1/pens/count HTTP/1.1\r\nHost: a\r\n\r\n")
      #expect(await connection.receive(through: "{\"count\":0}").contains("200 OK"))
    }
  }

  @Test("serves others while clients send nothing, send a part, or do not read")
  func slowClients() async throws {
    let text = String(repeating: "x", count: 8 << 20)
    let handlers: [String: Handler] = [
      "ListPens": { _, _ in .item(["text": .string(text)]) }
    ]
    try await withConnection(handlers: handlers) { idle, _, call in
      let port = try #require(URLComponents(string: call.baseURL)?.port)
      try await RawConnection.run(to: port) { partial in
        try await partial.send("GET /v1/pens HT")
        try await RawConnection.run(to: port) { unread in
          try await unread.setReading(false)
          try await unread.send(get("/pens") + get("/pens") + get("/pens"))
          for _ in 0..<20 {
            #expect(try await call("GET", "/pens/count").status == 200)
          }
          try await partial.send("TP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
          #expect(await partial.receiveAll().count > 8 << 20)
        }
      }
    }
  }

  @Test("serves a thousand connections at once")
  func thousandConnections() async throws {
    guard FileLimit.raise(to: 3000) else { return }
    let gate = Gate()
    let handlers: [String: Handler] = [
      "CountPens": { _, _ in
        await gate.wait()
        return .item(["count": 1])
      }
    ]
    try await SimulatedZoo.withSimulator(handlers: handlers) { simulator, call in
      let port = try #require(URLComponents(string: call.baseURL)?.port)
      let arrived = Gate.Counter()
      let count = try await withThrowingTaskGroup(of: Bool.self) { group in
        for _ in 0..<1000 {
          group.addTask {
            try await RawConnection.run(to: port) { connection in
              try await connection.send(get("/pens/count"))
              // No request gets its response before all connections are open.
              if arrived.add() == 1000 { gate.open() }
              return await connection.receive(through: "{\"count\":1}").contains("200 OK")
            }
          }
        }
        return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
      }
      #expect(count == 1000)
      #expect(await simulator.exchangeCount == 1000)
    }
  }
}
