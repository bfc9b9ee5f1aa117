import EndpointRuntime
import FlyingFox
import FlyingSocks
import Foundation
import Synchronization
import TestSupport

/// A real HTTP server on loopback that responds by a function and remembers what it was asked.
final class LoopbackServer: Sendable {
  struct Received: Sendable {
    var method: String
    /// Byte for byte.
    var target: String
    var authorization: String?
    var accept: String?
    var contentType: String?
    var body: Data
  }

  typealias Handler = @Sendable (Received) async throws -> Reply

  /// The base URL.
  let url: BaseURL
  let port: Int
  private let log: Log

  private final class Log: Sendable {
    let received = Mutex<[Received]>([])
  }

  private init(port: Int, log: Log) {
    self.port = port
    self.log = log
    url = BaseURL(scheme: "http", authority: "127.0.0.1:\(port)", path: "/v1")
  }

  var received: [Received] { log.received.withLock { $0 } }

  /// Runs a server as long as the operation takes.
  static func run(
    _ handler: @escaping Handler, _ operation: (LoopbackServer) async throws -> Void
  ) async throws {
    try await withServerLimit {
      let log = Log()
      let server = HTTPServer(
        address: try .inet(ip4: "127.0.0.1", port: 0), timeout: 600, logger: .disabled,
        handler: ClosureHTTPHandler { request in
          let received = Received(
            method: request.method.rawValue, target: request.target.rawValue,
            authorization: request.headers[.authorization],
            accept: request.headers[HTTPHeader("Accept")],
            contentType: request.headers[.contentType], body: try await request.bodyData)
          log.received.withLock { $0.append(received) }
          return try await handler(received).foxResponse
        })
      let task = Task { try await server.run() }
      do {
        try await server.waitUntilListening(timeout: 60)
        let port: Int
        guard case .ip4(_, let number) = await server.listeningAddress else {
          throw CancellationError()
        }
        port = Int(number)
        try await operation(LoopbackServer(port: port, log: log))
      } catch {
        await server.stop()
        task.cancel()
        throw error
      }
      await server.stop()
      task.cancel()
    }
  }
}

extension Reply {
  fileprivate var foxResponse: FlyingFox.HTTPResponse {
    var headers = HTTPHeaders()
    for (name, value) in fields { headers.addValue(value, for: HTTPHeader(name)) }
    return FlyingFox.HTTPResponse(
      statusCode: HTTPStatusCode(status, phrase: "Status"), headers: headers, body: body)
  }
}
