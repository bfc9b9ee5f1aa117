import AsyncHTTPClient
import EndpointAsyncHTTPClient
import EndpointRuntime
import Foundation
import HTTPTypes
import Testing

@Suite("The transport on AsyncHTTPClient")
struct AsyncHTTPClientTransportTests {
  private let transport = AsyncHTTPClientTransport()

  private func client(
    _ baseURL: String, configuration: ClientConfiguration = .init()
  ) -> EndpointClient<TestAPI> {
    EndpointClient(baseURL: baseURL, transport: transport, configuration: configuration)
  }

  @Test(
    "The request-target goes out byte for byte",
    arguments: [
      "/", "/a%2Fb", "/a+b,c;d=e", "/%22%C3%A9%20x", "/a//b/../c/.", "/x?", "/x?a=b%26c+d&e=,/?",
      "/%2f?%7e", "/a:b@c!$&'()*",
    ])
  func target(path: String) async throws {
    try await RawServer.run("HTTP/1.1 204 No Content\r\n\r\n") { server in
      let request = HTTPRequest(
        method: .get, scheme: "http", authority: "127.0.0.1:\(server.port)", path: path)
      _ = try await transport.send(request, body: nil, timeout: .seconds(10))
      #expect(server.received.first?.hasPrefix("GET \(path) HTTP/1.1\r\n") == true)
    }
  }

  @Test(
    "A target that would not survive is refused",
    arguments: ["", "x", "/a b", "/é", "/%zz", "/\"", "/#x"])
  func unencodedTarget(path: String) async {
    let request = HTTPRequest(method: .get, scheme: "http", authority: "127.0.0.1:1", path: path)
    let error = await #expect(throws: TransportFailure.self) {
      try await transport.send(request, body: nil, timeout: nil)
    }
    #expect(error?.kind == .invalidAnswer)
  }

  @Test("Body and answer come through")
  func bodies() async throws {
    try await LoopbackServer.run({ request in
      Reply(200, [("X-Two", "a"), ("X-Two", "b")], String(decoding: request.body, as: UTF8.self))
    }) { server in
      let text = String(repeating: "0123456789", count: 100_000)
      let answer = try await client(server.baseURL).response(to: Search(body: .string(text)))
      #expect(answer.value == .string(text))
      #expect(server.received.first?.method == "POST")
    }
  }

  @Test("Redirects are not followed")
  func redirect() async throws {
    try await LoopbackServer.run({ _ in Reply(307, [("Location", "/elsewhere")]) }) { server in
      let error = await failure { () throws(EndpointError) in
        try await client(server.baseURL).send(GetThing())
      }
      #expect(error?.api?.status.code == 307)
      #expect(server.received.count == 1)
    }
  }

  @Test("An answer behind a redirect that a client of one's own followed is not taken")
  func foreignRedirect() async throws {
    let client = HTTPClient(eventLoopGroupProvider: .singleton)
    try await LoopbackServer.run({ request in
      request.target == "/x" ? Reply("{}") : Reply(307, [("Location", "/x")])
    }) { server in
      let error = await failure { () throws(EndpointError) in
        try await EndpointClient<TestAPI>(
          baseURL: server.baseURL, transport: AsyncHTTPClientTransport(client: client)
        ).send(GetThing())
      }
      #expect(error?.transport?.kind == .invalidAnswer)
    }
    try await client.shutdown()
  }

  @Test("An answer that is too large is cut off")
  func tooLarge() async throws {
    try await LoopbackServer.run({ _ in Reply(String(repeating: " ", count: 4_000_000)) }) {
      server in
      let error = await failure { () throws(EndpointError) in
        try await client(
          server.baseURL, configuration: ClientConfiguration(maximumResponseSize: 100_000)
        ).send(GetThing())
      }
      #expect(error?.transport?.kind == .invalidAnswer)
      #expect(error?.description.contains("maximumResponseSize") == true)
    }
  }

  @Test("A dead server is named, with what to check")
  func refused() async throws {
    var port = 0
    try await LoopbackServer.run({ _ in Reply() }) { port = $0.port }
    let error = await failure { () throws(EndpointError) in
      try await client("http://127.0.0.1:\(port)").send(GetThing())
    }
    #expect(error?.transport?.kind == .connection)
    #expect(error?.description.contains("127.0.0.1:\(port)") == true)
  }

  @Test("A host without an address is named")
  func unknownHost() async {
    let error = await failure { () throws(EndpointError) in
      try await client("http://no-such-host.invalid:81").send(GetThing())
    }
    #expect(error?.transport?.kind == .nameResolution)
    #expect(error?.description.contains("no-such-host.invalid") == true)
  }

  @Test("A port that speaks no TLS is told as that")
  func noTLS() async throws {
    try await LoopbackServer.run({ _ in Reply() }) { server in
      let error = await failure { () throws(EndpointError) in
        try await client("https://127.0.0.1:\(server.port)").send(GetThing())
      }
      #expect(error?.transport?.kind == .security)
    }
  }

  @Test("A silent server ends in a timeout")
  func silence() async throws {
    try await LoopbackServer.run({ _ in
      try await Task.sleep(for: .seconds(600))
      return Reply()
    }) { server in
      let error = await failure { () throws(EndpointError) in
        try await client(
          server.baseURL, configuration: ClientConfiguration(timeout: .milliseconds(200))
        ).send(GetThing())
      }
      #expect(error?.isTimeout == true)
    }
  }

  @Test("A cancelled call ends while the server is silent")
  func cancellation() async throws {
    let arrived = Signal()
    try await LoopbackServer.run({ _ in
      arrived.send()
      try await Task.sleep(for: .seconds(600))
      return Reply()
    }) { server in
      let client = client(server.baseURL)
      let call = Task {
        await failure { () throws(EndpointError) in try await client.send(GetThing()) }
      }
      await arrived.wait()
      call.cancel()
      #expect(await call.value?.isCancelled == true)
    }
  }

  @Test(
    "A server that breaks off or talks nonsense does no harm",
    arguments: [
      "", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\n{",
      "\u{16}\u{3}nonsense\r\n\r\n", "SSH-2.0-OpenSSH_9\r\n",
    ])
  func broken(answer: String) async throws {
    try await RawServer.run(answer) { server in
      let error = await failure { () throws(EndpointError) in
        try await client("http://127.0.0.1:\(server.port)").send(GetThing())
      }
      let kind = try #require(error?.transport?.kind, "\(String(describing: error))")
      #expect([.interrupted, .invalidAnswer].contains(kind), "\(kind)")
    }
  }
}
