import EndpointRuntime
import Foundation
import HTTPTypes
import Testing

/// Bodies of requests, and long ones of responses.
extension TransportConformanceTests {
  private static let large = Data((0..<10_000_000).map { UInt8(truncatingIfNeeded: $0 % 251) })

  @Test("sends and receives large bodies", arguments: TransportKind.allCases)
  func largeBodies(kind: TransportKind) async throws {
    try await RawServer.run({ connection in
      let body = try await connection.request().body
      try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: \(body.count)\r\n\r\n")
      try await connection.write(body)
    }) { server in
      let response = try await kind.transport.send(
        .post, to: server, body: HTTPBody(Self.large))
      #expect(response.body.length == Self.large.count)
      #expect(try await response.body.whole == Self.large)
    }
  }

  @Test("sends a streamed body of known length", arguments: TransportKind.allCases)
  func knownLength(kind: TransportKind) async throws {
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      let chunks = Self.chunks(of: Self.large)
      _ = try await kind.transport.send(
        .put, to: server, body: HTTPBody(Chunks(chunks), length: Self.large.count))
      let request = try #require(server.requests.first)
      #expect(request.body == Self.large)
      #expect(request["Content-Length"] == ["\(Self.large.count)"])
    }
  }

  @Test("sends a streamed body of unknown length", arguments: TransportKind.allCases)
  func unknownLength(kind: TransportKind) async throws {
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      let chunks = Self.chunks(of: Self.large)
      _ = try await kind.transport.send(.put, to: server, body: HTTPBody(Chunks(chunks)))
      let request = try #require(server.requests.first)
      #expect(request.body == Self.large)
      #expect(request["Transfer-Encoding"] == (kind.sendsChunks ? ["chunked"] : []))
      #expect(request["Content-Length"] == (kind.sendsChunks ? [] : ["\(Self.large.count)"]))
    }
  }

  @Test("sends a streamed body without any bytes", arguments: TransportKind.allCases)
  func emptyStream(kind: TransportKind) async throws {
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      _ = try await kind.transport.send(.post, to: server, body: HTTPBody(Chunks([]), length: 0))
      #expect(server.requests.map(\.body) == [Data()])
      #expect(server.requests.first?["Content-Length"] == ["0"])
    }
  }

  @Test("fails if the request's body fails", arguments: TransportKind.allCases)
  func brokenUpload(kind: TransportKind) async throws {
    struct Broken: AsyncSequence, AsyncIteratorProtocol, Sendable {
      mutating func next() async throws -> Data? { throw TransportError(.other, message: "broken") }
      func makeAsyncIterator() -> Broken { self }
    }
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      let failure = await transportFailure {
        _ = try await kind.transport.send(.post, to: server, body: HTTPBody(Broken(), length: 10))
      }
      #expect(failure == TransportError(.other, message: "broken"))
    }
  }

  @Test("removes the temporary file of a streamed body", arguments: TransportKind.allCases)
  func temporaryFiles(kind: TransportKind) async throws {
    let folder = FileManager.default.temporaryDirectory
    let name = "conformance-\(UUID().uuidString)"
    let before = try Self.uploads(in: folder)
    try await RawServer.run(responding: Data(Self.response.utf8)) { server in
      let response = try await kind.transport.send(
        .put, to: server, body: HTTPBody(Chunks([Data(name.utf8)])))
      _ = try await response.body.whole
    }
    let after = try Self.uploads(in: folder).subtracting(before)
    let contents = after.compactMap { try? String(contentsOf: $0, encoding: .utf8) }
    #expect(!contents.contains(name))
  }

  private static func uploads(in folder: URL) throws -> Set<URL> {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return Set(files.filter { $0.lastPathComponent.hasPrefix("upload-") })
  }

  @Test("receives a response in chunks", arguments: TransportKind.allCases)
  func chunks(kind: TransportKind) async throws {
    let response =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "3;x=y\r\nabc\r\n1\r\nd\r\n0\r\n\r\n"
    try await RawServer.run(responding: Data(response.utf8)) { server in
      let transport = kind.transport
      for _ in 1...2 {
        let response = try await transport.send(to: server)
        #expect(response.body.length == nil)
        #expect(try await response.body.text == "abcd")
      }
    }
  }

  @Test(
    "receives a response with a trailer",
    arguments: TransportKind.allCases.filter { $0.survivesTrailers })
  func trailer(kind: TransportKind) async throws {
    let response =
      "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
      + "1\r\na\r\n0\r\nX-Trailer: x\r\n\r\n"
    try await RawServer.run(responding: Data(response.utf8)) { server in
      let response = try await kind.transport.send(to: server)
      #expect(try await response.body.text == "a")
    }
  }

  @Test("passes chunks on as they arrive", arguments: TransportKind.allCases)
  func receivedChunks(kind: TransportKind) async throws {
    let isRead = Signal()
    try await RawServer.run({ connection in
      _ = try await connection.request()
      try await connection.write("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\n")
      try await connection.write("ab")
      await isRead.wait()
      try await connection.write("cd")
    }) { server in
      let response = try await kind.transport.send(to: server)
      var chunks = response.body.makeAsyncIterator()
      #expect(try await chunks.next() == Data("ab".utf8))
      isRead.send()
      #expect(try await chunks.next() == Data("cd".utf8))
      #expect(try await chunks.next() == nil)
    }
  }

  private static func chunks(of data: Data) -> [Data] {
    stride(from: 0, to: data.count, by: 100_000).map { start in
      data.subdata(in: start..<min(start + 100_000, data.count))
    }
  }
}
