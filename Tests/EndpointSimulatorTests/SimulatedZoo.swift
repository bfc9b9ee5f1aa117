import EndpointAsyncHTTPClient
import EndpointRuntime
import EndpointSimulator
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Zoo

/// The simulated zoo.
enum SimulatedZoo {
  static let keeper = SimulatedCredentials(username: "keeper", password: "open sesame")

  /// Handlers that response with what they were given.
  static let echoes: [String: Handler] = [
    "GetLog": { request, _ throws(SimulatedError) in
      .item(.object(request.pathValues.mapValues { JSON.string($0) }))
    },
    "Search": { request, _ throws(SimulatedError) in
      .item(.array((request.query.values("limit") + request.query.values("tag")).map(JSON.string)))
    },
    "CountPens": { _, store throws(SimulatedError) in
      .item(["count": .integer(Int64(await store.list("/pens").count))])
    },
  ]

  /// Runs a test against a simulator of its own, which asks for credentials if it is given some.
  static func withSimulator(
    credentials: SimulatedCredentials? = nil, policy: DigestPolicy = .init(),
    handlers: [String: Handler] = echoes, _ test: (Simulator, RawClient) async throws -> Void
  ) async throws {
    try await withServerLimit {
      let simulator = Simulator(
        ZooCatalog.catalog, credentials: credentials, authentication: policy, handlers: handlers)
      let baseURL = try await simulator.start()
      do {
        try await withOwnTransport { transport in
          try await test(simulator, RawClient(baseURL: "\(baseURL)", transport: transport))
        }
      } catch {
        await simulator.stop()
        throw error
      }
      await simulator.stop()
    }
  }
}

/// Sends requests unchanged, without credentials of its own.
struct RawClient: Sendable {
  let baseURL: String
  var transport = AsyncHTTPClientTransport()

  /// A server's response.
  struct Response: Sendable {
    var status: Int
    var fields: HTTPFields
    var data: Data

    var text: String { String(decoding: data, as: UTF8.self) }
    var json: JSON? { try? JSONDecoder().decode(JSON.self, from: data) }
  }

  /// The path of the base URL.
  var basePath: String { URLComponents(string: baseURL)?.path ?? "" }

  func callAsFunction(
    _ method: String, _ target: String, body: String? = nil, authorization: String? = nil,
    fields: [String: String] = [:]
  ) async throws -> Response {
    let url = try #require(URLComponents(string: baseURL))
    var request = HTTPRequest(
      method: try #require(HTTPRequest.Method(method)), scheme: "http",
      authority: "127.0.0.1:\(url.port ?? 0)", path: url.path + target)
    request.headerFields[.authorization] = authorization
    for (name, value) in fields {
      request.headerFields[try #require(HTTPField.Name(name))] = value
    }
    let response = try await transport.send(
      request, body: body.map { HTTPBody(Data($0.utf8)) }, timeout: nil)
    return Response(
      status: response.head.status.code, fields: response.head.headerFields,
      data: try await response.body.prefix(bytes: 64 << 20).data)
  }
}
