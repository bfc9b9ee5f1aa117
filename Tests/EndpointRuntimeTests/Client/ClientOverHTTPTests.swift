import EndpointRuntime
import Foundation
import HTTPTypes
import Testing
import Zoo

@Suite("A client over HTTP")
struct ClientOverHTTPTests {
  private func client(
    _ kind: TransportKind, _ baseURL: BaseURL,
    configuration: ClientConfiguration = .init(timeout: .seconds(86_400))
  ) -> EndpointClient<ZooAPI> {
    EndpointClient(baseURL: baseURL, transport: kind.transport, configuration: configuration)
  }

  @Test("sends and receives bodies", arguments: TransportKind.allCases)
  func bodies(kind: TransportKind) async throws {
    try await LoopbackServer.run({ request in
      Reply(200, [("X-Two", "a"), ("X-Two", "b")], String(decoding: request.body, as: UTF8.self))
    }) { server in
      let text = String(repeating: "0123456789", count: 100_000)
      let response = try await client(kind, server.url).response(
        to: SearchHost(body: .string(text)))
      #expect(response.value == .string(text))
      #expect(server.received.first?.method == "POST")
    }
  }

  @Test("does not follow redirects", arguments: TransportKind.allCases)
  func redirect(kind: TransportKind) async throws {
    try await LoopbackServer.run({ _ in Reply(307, [("Location", "/elsewhere")]) }) { server in
      let error = await failure {
        try await client(kind, server.url).send(GetPen())
      }
      #expect(error?.api?.status.code == 307)
      #expect(server.received.count == 1)
    }
  }

  @Test("rejects a response that is too large", arguments: TransportKind.allCases)
  func tooLarge(kind: TransportKind) async throws {
    try await LoopbackServer.run({ _ in Reply(String(repeating: " ", count: 4_000_000)) }) {
      server in
      let error = await failure {
        try await client(
          kind, server.url,
          configuration: ClientConfiguration(
            timeout: .seconds(86_400), maximumResponseSize: 100_000)
        ).send(GetPen())
      }
      #expect(error?.transport?.kind == .invalidResponse)
      #expect(error?.description.contains("maximumResponseSize") == true)
    }
  }

  @Test("times out if the server is silent", arguments: TransportKind.allCases)
  func silence(kind: TransportKind) async throws {
    try await LoopbackServer.run({ _ in
      try await Task.sleep(for: .seconds(600))
      return Reply()
    }) { server in
      let error = await failure {
        try await client(
          kind, server.url, configuration: ClientConfiguration(timeout: .milliseconds(200))
        ).send(GetPen())
      }
      #expect(error?.isTimeout == true)
    }
  }

  @Test("can be cancelled while the server is silent", arguments: TransportKind.allCases)
  func cancellation(kind: TransportKind) async throws {
    let arrived = Signal()
    try await LoopbackServer.run({ _ in
      arrived.send()
      try await Task.sleep(for: .seconds(600))
      return Reply()
    }) { server in
      let client = client(kind, server.url)
      let call = Task {
        await failure { try await client.send(GetPen()) }
      }
      await arrived.wait()
      call.cancel()
      #expect(await call.value?.isCancelled == true)
    }
  }
}
