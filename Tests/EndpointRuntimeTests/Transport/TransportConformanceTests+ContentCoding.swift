import EndpointRuntime
import Foundation
import HTTPTypes
import Testing
import Zoo

/// Responds to that are packed.
extension TransportConformanceTests {
  /// `{"id":"1"}`
  private static let gzip =
    Data(base64Encoded: "H4sIAAAAAAACA6tWykxRslIyVKoFAPPIGPYKAAAA") ?? Data()

  private static func response(_ fields: String, _ body: Data, status: Int = 200) -> Data {
    Data("HTTP/1.1 \(status) X\r\n\(fields)Content-Length: \(body.count)\r\n\r\n".utf8) + body
  }

  @Test(
    "decodes gzip and removes its header fields", arguments: TransportKind.allCases,
    ["gzip", "GZIP", "x-gzip"])
  func unpacking(kind: TransportKind, coding: String) async throws {
    let response = Self.response("Content-Encoding: \(coding)\r\n", Self.gzip)
    try await RawServer.run(responding: response) { server in
      let transport = kind.ownTransport
      for _ in 1...2 {
        let response = try await transport.send(to: server, fields: [.acceptEncoding: "gzip"])
        #expect(response.head.headerFields[.contentEncoding] == nil)
        #expect(response.head.headerFields[.contentLength] == nil)
        #expect(response.body.length == nil)
        #expect(try await response.body.text == #"{"id":"1"}"#)
      }
      #expect(server.connectionCount == 1)
    }
  }

  @Test("sends requests whose responses are compressed", arguments: TransportKind.allCases)
  func packedCall(kind: TransportKind) async throws {
    let response = Self.response("Content-Encoding: gzip\r\n", Self.gzip)
    try await RawServer.run(responding: response) { server in
      let pen = try await client(kind, server).send(GetPen())
      #expect(pen == Pen(id: "1"))
      #expect(server.requests.first?["Accept-Encoding"] == ["gzip"])
    }
  }

  @Test("keeps a compressed file", arguments: TransportKind.allCases)
  func packedFile(kind: TransportKind) async throws {
    let response = Self.response("Content-Type: application/gzip\r\n", Self.gzip)
    try await RawServer.run(responding: response) { server in
      let response = try await kind.transport.send(
        to: server, fields: [.acceptEncoding: "identity"])
      #expect(response.body.length == Self.gzip.count)
      #expect(try await response.body.whole == Self.gzip)
      #expect(server.requests.first?["Accept-Encoding"] == ["identity"])
    }
  }

  @Test("accepts an empty response with a content coding", arguments: TransportKind.allCases)
  func emptyPack(kind: TransportKind) async throws {
    let response = Self.response("Content-Encoding: gzip\r\n", Data())
    try await RawServer.run(responding: response) { server in
      let response = try await kind.transport.send(to: server)
      #expect(try await response.body.whole == Data())
    }
  }

  @Test("fails if the compressed data is invalid", arguments: TransportKind.allCases)
  func brokenPack(kind: TransportKind) async throws {
    let response = Self.response("Content-Encoding: gzip\r\n", Data("no gzip at all".utf8))
    try await RawServer.run(responding: response) { server in
      let failure = await transportFailure {
        _ = try await kind.transport.send(to: server).body.whole
      }
      #expect(failure?.kind == .invalidResponse)
    }
  }

  @Test(
    "names an unsupported coding", arguments: TransportKind.allCases)
  func unknownCoding(kind: TransportKind) async throws {
    let response = Self.response("Content-Encoding: x-new\r\n", Data([1, 2, 3]))
    try await RawServer.run(responding: response) { server in
      let error = await failure {
        try await client(kind, server).send(GetPen())
      }
      #expect(error?.transport?.kind == .invalidResponse)
    }
  }

  @Test("stops if a compressed response grows too large", arguments: TransportKind.allCases)
  func bomb(kind: TransportKind) async throws {
    // 64 KiB of zeros, without reference to what goes before.
    let block =
      Data([0xEC, 0xC1, 0x01, 0x01, 0, 0, 0, 0x80, 0x90, 0xFE, 0xAF, 0xEE, 0x08, 0x0A])
      + Data(count: 63) + Data([0x6A, 0, 0, 0, 0xFF, 0xFF])
    let beginning = Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3])
    try await RawServer.run({ connection in
      _ = try await connection.request()
      try await connection.write(
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9999999\r\n\r\n")
      try await connection.write(beginning)
      for _ in 1...600 { try await connection.write(block) }
      await connection.untilHungUp()
    }) { server in
      let error = await failure {
        try await client(
          kind, server,
          configuration: ClientConfiguration(
            timeout: .seconds(86_400), retryPolicy: .never, maximumResponseSize: 1 << 20)
        ).send(GetPen())
      }
      #expect(error?.transport?.kind == .invalidResponse)
      // AsyncHTTPClient stops at the ratio before the size is reached.
      let reasons = ["maximumResponseSize", "400 times"]
      #expect(reasons.contains { error?.description.contains($0) == true })
    }
  }
}
