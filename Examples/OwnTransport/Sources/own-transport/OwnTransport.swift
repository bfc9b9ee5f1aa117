import AtlasAdmin
import Foundation

/// Responds to every request itself; a program would send it with an HTTP client of its choice.
struct CannedTransport: HTTPTransport {
  var body: String

  func send(
    _ request: HTTPRequest, body _: HTTPBody?, timeout: Duration?
  ) async throws -> TransportResponse {
    TransportResponse(
      head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
      body: HTTPBody(body))
  }
}

@main
struct OwnTransport {
  static func main() async throws {
    let atlas = AtlasClient(
      credentials: .apiKey(publicKey: "public", privateKey: "private"),
      transport: CannedTransport(body: #"{"id": "5f2a1c9be4b0a92c3d4e5f60", "name": "Shop"}"#))
    let project = try await atlas.send(GetProject(groupID: "5f2a1c9be4b0a92c3d4e5f60"))
    print("project \(project.name)")
  }
}
