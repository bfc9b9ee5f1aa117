import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import Foundation
import Logging
import Testing

struct TicketMiddleware: EndpointMiddleware {
  var ticket: String

  func intercept(
    _ request: HTTPRequest, body: HTTPBody?, of attempt: Attempt, next: HTTPTransport.Send
  ) async throws -> TransportResponse {
    var request = request
    if let name = HTTPField.Name("X-Change-Ticket") { request.headerFields[name] = ticket }
    return try await next(request, body)
  }
}

@Suite("Examples of requests and options")
struct RequestExampleTests {
  @Test("set the timeout, header fields, and shared parameters")
  func options() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (project, cluster) = (simulated.groupID, simulated.clusterName)

      let state = try await atlas.send(
        GetCluster(groupID: project, clusterName: cluster),
        options: .init(timeout: .seconds(10), headerFields: [.acceptLanguage: "en"], pretty: true)
      ).stateName

      #expect(state == .idle)
    }
  }

  @Test("read status and header fields")
  func response() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (project, cluster) = (simulated.groupID, simulated.clusterName)

      let response = try await atlas.response(
        to: GetCluster(groupID: project, clusterName: cluster))
      print(response.status.code, response.headerFields[.contentType] ?? "-")
      print(response.value.stateName ?? "-")
      if let date = response.sunset { print("the server stops serving it on \(date)") }

      #expect(response.status == .ok)
    }
  }

  @Test("read undecoded bytes, at once and as a stream")
  func raw() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (project, cluster) = (simulated.groupID, simulated.clusterName)

      let json = try await atlas.rawResponse(to: GetCluster(groupID: project, clusterName: cluster))
      print(String(decoding: json.value, as: UTF8.self))

      let stream = try await atlas.rawStream(of: GetCluster(groupID: project, clusterName: cluster))
      for try await chunk in stream.value { print(chunk.count) }

      #expect(json.value.contains(UInt8(ascii: "{")))
    }
  }

  @Test("request an envelope")
  func envelope() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (project, cluster) = (simulated.groupID, simulated.clusterName)

      let response = try await atlas.response(
        to: GetCluster(groupID: project, clusterName: cluster), options: .init(envelope: true))

      #expect(response.status == .ok)
    }
  }

  @Test("cancel a request")
  func cancellation() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (project, cluster) = (simulated.groupID, simulated.clusterName)

      let task = Task { try await atlas.send(GetCluster(groupID: project, clusterName: cluster)) }
      task.cancel()
      let result = await task.result

      #expect(throws: EndpointError.self) { try result.get() }
    }
  }

  private func clients(logger: Logger) throws {
    let government = try AtlasClient(
      credentials: .environment, baseURL: .atlasForGovernment)
    let proxied = try AtlasClient(
      credentials: .environment, baseURL: BaseURL("https://proxy.example.com/mongodb"))
    let configured = try AtlasClient(
      credentials: .environment,
      configuration: ClientConfiguration(
        timeout: .seconds(30), rateLimit: .atlasProject,
        middleware: [TicketMiddleware(ticket: "OPS-17"), LoggingMiddleware(logger)]))
    _ = (government, proxied, configured)
  }
}
