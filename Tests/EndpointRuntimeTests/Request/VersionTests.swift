import EndpointAsyncHTTPClient
import EndpointRuntime
import Testing
import Zoo

@Suite("The version of a request")
struct VersionTests {
  private func client(_ server: LoopbackServer) -> EndpointClient<ZooAPI> {
    EndpointClient(
      baseURL: server.url, transport: AsyncHTTPClientTransport(),
      configuration: ClientConfiguration(timeout: .seconds(86_400)))
  }

  @Test("is that of its endpoint")
  func own() async throws {
    #expect(SearchReports.version == "2026-06-30")
    #expect(GetPen.version == "2026-01-01")
    try await LoopbackServer.run({ _ in Reply("[]") }) { server in
      try await client(server).send(SearchReports(body: Report(text: "a")))
      #expect(server.received.first?.accept == "application/vnd.zoo.2026-06-30+json")
      #expect(server.received.first?.contentType == "application/vnd.zoo.2026-06-30+json")
    }
  }

  @Test("is that of the options in all media types")
  func other() async throws {
    let type = "application/vnd.zoo.preview+csv"
    try await LoopbackServer.run({ request in
      request.target.hasSuffix("export") ? Reply(200, [("Content-Type", type)], "a;b") : Reply("[]")
    }) { server in
      let options = RequestOptions<ZooAPI>(apiVersion: "preview")
      try await client(server).send(SearchReports(body: Report(text: "a")), options: options)
      #expect(server.received.first?.accept == "application/vnd.zoo.preview+json")
      #expect(server.received.first?.contentType == "application/vnd.zoo.preview+json")
      // The media type in the response is that of the other version, too.
      let export = try await client(server).send(ExportReport(), options: options)
      #expect(export == .csv("a;b"))
    }
  }

  @Test("must be a version", arguments: ["", "2026 01", "a,b", "é", "a\r\nb"])
  func invalid(version: String) async throws {
    try await LoopbackServer.run({ _ in Reply("[]") }) { server in
      let error = await failure {
        try await client(server).send(GetPen(), options: RequestOptions(apiVersion: version))
      }
      #expect(error?.invalidParameter == "apiVersion")
      #expect(server.received.isEmpty)
    }
  }

  @Test("comes with a hint if it is gone")
  func gone() async throws {
    try await LoopbackServer.run({ _ in
      Reply(410, [("Content-Type", "application/json")], #"{"errorCode":"VERSION_GONE"}"#)
    }) { server in
      let error = await failure {
        try await client(server).send(GetPen(), options: RequestOptions(apiVersion: "2020-01-01"))
      }
      #expect(error?.api?.hint == "Ask for another version.")
      #expect(server.received.map(\.accept) == ["application/vnd.zoo.2020-01-01+json"])
    }
  }
}
