import EndpointRuntime
import Foundation
import HTTPTypes
import Testing
import Zoo

@Suite("The body of an error response")
struct ErrorBodyTests {
  @Test(
    "can be incomplete",
    arguments: TransportKind.allCases)
  func truncated(kind: TransportKind) async throws {
    let response =
      "HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n{\"errorCode\":\"X\",\"detail\":\"no such pen"
    try await RawServer.run(responding: Data(response.utf8)) { server in
      let subject = try EndpointClient<ZooAPI>(
        baseURL: "http://127.0.0.1:\(server.port)", transport: kind.transport,
        configuration: .virtual(VirtualClock()))
      let error = await failure { try await subject.send(GetPen()) }
      #expect(error?.api?.status == .notFound)
      #expect(server.requests.count == 1)
    }
  }

  @Test(
    "can be endless, and is not awaited for long")
  func stalled() async {
    struct Busy: HTTPTransport {
      func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
        -> TransportResponse
      {
        var response = try await StalledBodyTransport().send(request, body: nil, timeout: nil)
        response.head = HTTPResponse(
          status: .tooManyRequests, headerFields: [.retryAfter: "7"])
        return response
      }
    }
    let clock = ManualClock()
    let client = EndpointClient<ZooAPI>(
      transport: Busy(),
      configuration: ClientConfiguration(timeout: .seconds(30), retryPolicy: .never, clock: clock))
    let request = Task { await failure { try await client.send(GetPen()) } }
    // The time for the body, which ends before the deadline of the request.
    await clock.hasSlept(times: 1)
    clock.pass(.seconds(2))
    #expect(await request.value?.api?.retryAfter == .seconds(7))
  }

  @Test(
    "can have any content and size", arguments: [0, 1, 65_535, 65_536, 65_537, 1_000_000])
  func size(count: Int) async {
    let transport = ScriptedTransport { _, _ in Reply(400, [], String(repeating: "x", count: count))
    }
    let error = await failure { try await EndpointClient<ZooAPI>(transport).send(GetPen()) }
    #expect(error?.api?.status == .badRequest)
  }
}
