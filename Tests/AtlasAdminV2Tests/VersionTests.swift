import AtlasAdminV2
import EndpointRuntime
import Foundation
import Testing

@Suite("Versions of API v2")
struct VersionTests {
  @Test("are those of the operations")
  func versions() {
    #expect(GetCluster.version == "2024-08-05")
    #expect(ListProjects.version == "2023-01-01")
    #expect(SearchInvoiceLineItems.version == "2024-08-05")
  }

  @Test("come with a hint and the typed code if they are gone")
  func gone() async throws {
    let atlas = EndpointClient<GetCluster.API.Service>(
      transport: GoneTransport(), configuration: ClientConfiguration(timeout: .seconds(86_400)))
    do {
      try await atlas.send(
        GetCluster(groupID: "5e2f0a1b9c8d7e6f5a4b3c2d", clusterName: "a"),
        options: RequestOptions(apiVersion: "2020-01-01"))
      Issue.record("There was no error.")
    } catch EndpointError.api(let error) {
      #expect(error.code == .versionGone)
      #expect(error.hint?.contains("RequestOptions.apiVersion") == true)
    }
  }
}

/// Responds that the requested version is gone.
private struct GoneTransport: HTTPTransport {
  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    #expect(request.headerFields[.accept] == "application/vnd.atlas.2020-01-01+json")
    return TransportResponse(
      head: HTTPResponse(
        status: .gone, headerFields: [.contentType: "application/json"]),
      body: HTTPBody(Data(#"{"error":410,"errorCode":"VERSION_GONE"}"#.utf8)))
  }
}
