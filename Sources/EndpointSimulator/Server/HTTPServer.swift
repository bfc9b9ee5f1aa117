import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL

/// A server of HTTP/1.1 on loopback.
struct HTTPServer: Sendable {
  private let listener: any Channel
  private let connections: ConnectionRegistry
  /// The port on loopback.
  let port: UInt16

  /// Starts a server.
  ///
  /// - Parameters:
  ///   - service: Responds to the requests.
  ///   - port: The port on loopback; 0 for a free port.
  ///   - tls: The TLS context; `nil` for plain HTTP.
  /// - Throws: ``ListeningFailure`` if the server cannot listen on the port.
  init(_ service: SimulatorService, port: UInt16, tls: NIOSSLContext?) async throws {
    let connections = ConnectionRegistry()
    do {
      listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
        .serverChannelOption(.backlog, value: 1024)
        .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
        .serverChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            // Without it, a process that has no file descriptors left accepts in a busy loop.
            try channel.pipeline.syncOperations.addHandler(AcceptBackoffHandler())
          }
        }
        .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
        .childChannelOption(.allowRemoteHalfClosure, value: true)
        .childChannelInitializer { channel in
          channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            if let tls { try pipeline.addHandler(NIOSSLServerHandler(context: tls)) }
            try pipeline.configureHTTPServerPipeline(
              withPipeliningAssistance: false, withErrorHandling: false)
            try pipeline.addHandler(
              ServerConnection(
                service: service, registry: connections, scheme: tls == nil ? "http" : "https"))
          }
        }
        .bind(host: "127.0.0.1", port: Int(port)).get()
    } catch let error as IOError {
      throw ListeningFailure(port: port, code: error.errnoCode)
    }
    self.connections = connections
    self.port = listener.localAddress?.port.flatMap { UInt16(exactly: $0) } ?? port
  }

  /// Stops listening, and closes all connections after the requests that they have received.
  ///
  /// - Parameter grace: The time after which the connections are closed in any case.
  func stop(within grace: Duration) async {
    try? await listener.close().get()
    await connections.stop(within: grace)
  }
}
