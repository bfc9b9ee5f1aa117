import EndpointRuntime
import Foundation
import HTTPTypes
import Testing

/// What responses can be like.
extension TransportConformanceTests {
  @Test("receives header fields", arguments: TransportKind.allCases)
  func responseFields(kind: TransportKind) async throws {
    try await RawServer.run(
      "HTTP/1.1 299 \r\nX-Two: a\r\nX-Two: b\r\nx-eMPTY:\r\nX-Text: café\r\ncontent-length: 0\r\n\r\n"
    ) { server in
      let head = try await kind.transport.send(to: server).head
      #expect(head.status.code == 299)
      #expect(head.headerFields[try #require(.init("x-two"))] == "a, b")
      #expect(head.headerFields[try #require(.init("X-Empty"))] == "")
      #expect(head.headerFields[try #require(.init("X-Text"))] == "café")
      let count = head.headerFields[values: try #require(.init("X-Two"))].count
      #expect(count == (kind.keepsFieldsApart ? 2 : 1))
    }
  }

  @Test("accepts or rejects bytes that are not text", arguments: TransportKind.allCases)
  func opaqueFields(kind: TransportKind) async throws {
    var response = Data("HTTP/1.1 200 OK\r\nX-Name: caf".utf8)
    response += [0xE9] + Data("\r\nContent-Length: 2\r\n\r\n{}".utf8)
    try await RawServer.run(responding: response) { server in
      if kind.bearsOpaqueFields {
        let response = try await kind.transport.send(to: server)
        #expect(response.head.headerFields[try #require(.init("X-Name"))]?.hasPrefix("caf") == true)
        #expect(try await response.body.text == "{}")
      } else {
        let failure = await transportFailure { _ = try await kind.transport.send(to: server) }
        #expect(failure?.kind == .invalidResponse)
      }
    }
  }

  @Test(
    "knows which responses have no body", arguments: TransportKind.allCases,
    [
      (HTTPRequest.Method.get, "204 No Content\r\n"), (.get, "304 Not Modified\r\n"),
      (.get, "304 Not Modified\r\nContent-Length: 40\r\n"),
      (.get, "200 OK\r\nContent-Length: 0\r\n"),
      (.head, "200 OK\r\nContent-Length: 40\r\n"), (.head, "200 OK\r\n"),
      (.head, "200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 40\r\n"),
      (.get, "304 Not Modified\r\nContent-Encoding: gzip\r\nContent-Length: 40\r\n"),
      (.delete, "204 No Content\r\n"), (.head, "403 Forbidden\r\nContent-Length: 40\r\n"),
    ])
  func noBody(kind: TransportKind, exchange: (method: HTTPRequest.Method, head: String))
    async throws
  {
    try await RawServer.run(responding: Data("HTTP/1.1 \(exchange.head)\r\n".utf8)) { server in
      let transport = kind.transport
      for _ in 1...2 {
        let response = try await transport.send(exchange.method, to: server)
        #expect(exchange.head.hasPrefix("\(response.head.status.code)"))
        #expect(response.body.length == 0)
        #expect(try await response.body.whole.isEmpty)
        #expect(
          (response.head.headerFields[.contentLength] == "40") == exchange.head.contains(": 40"))
      }
    }
  }

  @Test("ignores informational responses", arguments: TransportKind.allCases)
  func interim(kind: TransportKind) async throws {
    let response =
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n"
      + "HTTP/1.1 201 Created\r\nContent-Length: 2\r\n\r\n{}"
    try await RawServer.run(responding: Data(response.utf8)) { server in
      let transport = kind.transport
      for _ in 1...2 {
        let response = try await transport.send(
          .post, to: server, body: HTTPBody(Data("hello".utf8)))
        #expect(response.head.status == .created)
        #expect(response.head.headerFields[try #require(.init("Link"))] == nil)
        #expect(try await response.body.text == "{}")
      }
    }
  }

  @Test(
    "follows no redirect", arguments: TransportKind.allCases,
    [
      (301, "/x"), (302, "/x"), (303, "/x"), (307, "/x"), (308, "http://127.0.0.1:1/x"),
      (307, "mailto:x"), (300, "/x"), (305, "/x"),
    ])
  func redirect(kind: TransportKind, redirect: (status: Int, location: String)) async throws {
    let response =
      "HTTP/1.1 \(redirect.status) X\r\nLocation: \(redirect.location)\r\n"
      + "Content-Length: 4\r\n\r\ngone"
    try await RawServer.run(responding: Data(response.utf8)) { server in
      let response = try await kind.transport.send(
        .post, to: server, body: HTTPBody(Data("hello".utf8)))
      #expect(response.head.status.code == redirect.status)
      #expect(response.head.headerFields[.location] == redirect.location)
      #expect(try await response.body.text == "gone")
      #expect(server.requests.count == 1)
    }
  }

  @Test("receives a redirect without a location", arguments: TransportKind.allCases)
  func redirectToNowhere(kind: TransportKind) async throws {
    let response = "HTTP/1.1 307 X\r\nContent-Length: 4\r\n\r\ngone"
    try await RawServer.run(responding: Data(response.utf8)) { server in
      let response = try await kind.transport.send(to: server)
      #expect(response.head.status.code == 307)
      #expect(try await response.body.text == (kind.keepsBodyOfEmptyRedirect ? "gone" : ""))
    }
  }

  @Test(
    "passes challenges on", arguments: TransportKind.allCases,
    [
      #"Digest realm="r", nonce="n", qop="auth", algorithm=SHA-256"#, #"Basic realm="r""#,
      "Negotiate", "nonsense", "Digest", #"Digest realm="r", nonce="n", Basic realm="r""#,
    ])
  func challenge(kind: TransportKind, challenge: String) async throws {
    let response =
      "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: \(challenge)\r\n"
      + "Content-Length: 4\r\n\r\nwho?"
    try await RawServer.run(responding: Data(response.utf8)) { server in
      let transport = kind.transport
      for _ in 1...2 {
        let response = try await transport.send(
          .post, to: server, body: HTTPBody(Data("hello".utf8)))
        #expect(response.head.status == .unauthorized)
        #expect(response.head.headerFields[.wwwAuthenticate] == challenge)
        #expect(try await response.body.text == "who?")
      }
      #expect(server.requests.count == 2)
      #expect(server.requests.allSatisfy { $0["Authorization"].isEmpty })
    }
  }

  @Test("stores no cookies", arguments: TransportKind.allCases)
  func cookies(kind: TransportKind) async throws {
    let response = "HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nContent-Length: 2\r\n\r\n{}"
    try await RawServer.run(responding: Data(response.utf8)) { server in
      let transport = kind.transport
      for _ in 1...2 { _ = try await transport.send(to: server).body.whole }
      #expect(server.requests.count == 2)
      #expect(server.requests.allSatisfy { $0["Cookie"].isEmpty })
    }
  }

  @Test("uses no cache", arguments: TransportKind.allCases)
  func caches(kind: TransportKind) async throws {
    let response = "HTTP/1.1 200 OK\r\nCache-Control: max-age=600\r\nContent-Length: 2\r\n\r\n{}"
    try await RawServer.run(responding: Data(response.utf8)) { server in
      let transport = kind.transport
      for _ in 1...2 { _ = try await transport.send(to: server).body.whole }
      #expect(server.requests.count == 2)
    }
  }
}
