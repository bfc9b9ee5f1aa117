@testable import AtlasCore
import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation
import Synchronization
import Testing

/// Two APIs of Atlas.
private enum OldAPI: EndpointAPI {
  typealias Service = Atlas
  static let descriptor = APIDescriptor(
    name: "Old", baseURL: "https://cloud.mongodb.com/api/atlas/v1.0")
  static let shared = SharedAPI(descriptor)
}

private enum NewAPI: EndpointAPI {
  typealias Service = Atlas
  static let descriptor = APIDescriptor(
    name: "New", baseURL: "https://cloud.mongodb.com/api/atlas/v2")
  static let shared = SharedAPI(descriptor)
}

private struct GetOld: Endpoint {
  typealias API = OldAPI
  typealias Response = Void
  static let operation = EndpointOperation(
    "GetOld", method: "GET", path: "/old")
  func encode(into request: inout RequestBuilder) {}
}

private struct GetNew: Endpoint {
  typealias API = NewAPI
  typealias Response = Void
  static let operation = EndpointOperation(
    "GetNew", method: "GET", path: "/new")
  func encode(into request: inout RequestBuilder) {}
}

/// A server that challenges each request without credentials, and records the URLs.
private final class Server: HTTPTransport {
  let urls = Mutex<[String]>([])

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    urls.withLock {
      $0.append("\(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")")
    }
    guard request.headerFields[.authorization] == nil else {
      return TransportResponse(head: HTTPResponse(status: .ok), body: HTTPBody(Data()))
    }
    let challenge = #"Digest realm="MMS Public API", nonce="a", qop="auth", algorithm=MD5"#
    return TransportResponse(
      head: HTTPResponse(status: .unauthorized, headerFields: [.wwwAuthenticate: challenge]),
      body: HTTPBody(Data()))
  }
}

@Suite("A client of Atlas")
struct AtlasClientTests {
  private static let environment = [
    "MONGODB_ATLAS_PUBLIC_KEY": "public", "MONGODB_ATLAS_PRIVATE_KEY": "private",
  ]
  private static let configuration = ClientConfiguration(timeout: .seconds(86_400))

  @Test("sends the endpoints of several APIs with one state of authentication")
  func severalAPIs() async throws {
    let server = Server()
    let atlas = AtlasClient(
      credentials: .apiKey(publicKey: "public", privateKey: "private"),
      configuration: Self.configuration, transport: server)
    try await atlas.send(GetOld())
    try await atlas.send(GetNew())
    let host = "https://cloud.mongodb.com/api/atlas"
    // One challenge for both.
    #expect(
      server.urls.withLock { $0 } == ["\(host)/v1.0/old", "\(host)/v1.0/old", "\(host)/v2/new"])
  }

  @Test(
    "accepts a host, a full URL, and a proxy's prefix",
    arguments: [
      ("https://cloud.mongodbgov.com", "https://cloud.mongodbgov.com"),
      ("https://cloud.mongodbgov.com/", "https://cloud.mongodbgov.com"),
      ("https://cloud-dev.mongodb.com:8443/api/atlas/v1.0", "https://cloud-dev.mongodb.com:8443"),
      ("https://cloud.mongodb.com/api/atlas/v2", "https://cloud.mongodb.com"),
      ("https://cloud.mongodb.com/api/atlas", "https://cloud.mongodb.com"),
      ("https://proxy.example.com/mongo", "https://proxy.example.com/mongo"),
      ("https://proxy.example.com/mongo/api/atlas/v1.0/", "https://proxy.example.com/mongo"),
      ("https://proxy.example.com/api/atlasy", "https://proxy.example.com/api/atlasy"),
    ])
  func baseURL(url: String, prefix: String) async throws {
    let server = Server()
    let environment = Self.environment.merging(["MONGODB_ATLAS_BASE_URL": url]) { $1 }
    let atlas = try AtlasClient.from(
      environment: environment, configuration: Self.configuration, transport: server)
    try await atlas.send(GetOld())
    try await atlas.send(GetNew())
    #expect(
      server.urls.withLock { $0 }.suffix(2)
        == ["\(prefix)/api/atlas/v1.0/old", "\(prefix)/api/atlas/v2/new"])
  }

  @Test(
    "rejects an invalid environment and names the variable",
    arguments: [
      (["MONGODB_ATLAS_BASE_URL": "cloud.mongodb.com"], "MONGODB_ATLAS_BASE_URL"),
      (["MONGODB_ATLAS_PRIVATE_KEY": ""], "MONGODB_ATLAS_PRIVATE_KEY"),
    ])
  func invalid(change: [String: String], variable: String) {
    let error = #expect(throws: EndpointError.self) {
      try AtlasClient.from(
        environment: Self.environment.merging(change) { $1 }, configuration: Self.configuration,
        transport: Server())
    }
    guard case .configuration(variable, _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }
}
