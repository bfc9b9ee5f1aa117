import AtlasAdminCatalog
import AtlasAdminV2Catalog
import AtlasBehavior
import EndpointAsyncHTTPClient
import EndpointModel
import EndpointRuntime
import Foundation
import HTTPTypes
import TestSupport
import Testing

/// A simulated Atlas without authentication, and a client that sends requests unchanged.
struct RawAtlas: Sendable {
  let simulator: Simulator
  let world: AtlasWorld
  let url: URLComponents
  let transport: AsyncHTTPClientTransport

  static let catalogs = [
    "/api/atlas/v1.0": AtlasAdminCatalog.catalog, "/api/atlas/v2": AtlasAdminV2Catalog.catalog,
  ]

  /// A response of the server.
  struct Response: Sendable {
    var status: Int
    var fields: HTTPFields
    var data: Data

    var json: JSON { (try? JSONDecoder().decode(JSON.self, from: data)) ?? .null }
    var code: String? { json["errorCode"]?.string }
  }

  /// The path of the project.
  var project: String { "/groups/\(world.groupID)" }
  /// The path of the cluster.
  var cluster: String { "\(project)/clusters/\(world.clusterName)" }

  /// Runs a test with a simulated Atlas of its own, whose clock stands still.
  static func run(seed: UInt64 = 1, _ test: (RawAtlas) async throws -> Void) async throws {
    try await withServerLimit {
      let world = AtlasWorld()
      let simulator = Simulator(
        AtlasAdminCatalog.catalog, AtlasAdminV2Catalog.catalog, credentials: nil,
        behavior: .atlas, clock: .manual(), seed: seed)
      await world.insert(into: simulator.store)
      let url = try #require(URLComponents(string: "\(try await simulator.start())"))
      do {
        try await withOwnTransport { transport in
          try await test(
            RawAtlas(simulator: simulator, world: world, url: url, transport: transport))
        }
      } catch {
        await simulator.stop()
        throw error
      }
      await simulator.stop()
    }
  }

  /// Sends a request to API v1.0, or to a path with a base path.
  func callAsFunction(
    _ method: String, _ path: String, _ body: String? = nil, type: String? = "application/json"
  ) async throws -> Response {
    let path = path.hasPrefix("/api/") ? path : "/api/atlas/v1.0" + path
    var request = HTTPRequest(
      method: try #require(HTTPRequest.Method(method)), scheme: "http",
      authority: "127.0.0.1:\(url.port ?? 0)", path: path)
    if body != nil { request.headerFields[.contentType] = type }
    let response = try await transport.send(
      request, body: body.map { HTTPBody(Data($0.utf8)) }, timeout: nil)
    return Response(
      status: response.head.status.code, fields: response.head.headerFields,
      data: try await response.body.prefix(bytes: 16 << 20).data)
  }

  /// Advances the clock by minutes.
  func wait(minutes: Int) { simulator.clock.advance(by: .seconds(60 * minutes)) }
}
