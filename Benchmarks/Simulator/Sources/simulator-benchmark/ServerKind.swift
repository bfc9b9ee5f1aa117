import ArgumentParser
import EndpointRuntime
import EndpointSimulator
import Foundation
import NIOCore
import NIOHTTP1
import NIOPosix

/// A server to measure.
enum ServerKind: String, CaseIterable, ExpressibleByArgument {
  /// A server of NIO with its HTTP decoder and encoder that responds with fixed bytes.
  case bare
  /// The simulator without authentication.
  case open
  /// The simulator with Digest.
  case digest

  static let target = "/api/atlas/v2/groups/5e2f0a1b9c8d7e6f5a4b3c2d"
  static let credentials = (username: "abcdefgh", password: "00000000-1111-2222-3333-444444444444")

  /// Serves until standard input ends, and begins by printing the port.
  func run() async throws {
    switch self {
    case .bare: print(try await Self.startBare())
    case .open, .digest:
      let simulator = Simulator(
        AtlasAdminV2Catalog.catalog,
        credentials: self == .open
          ? nil
          : .init(
            username: Self.credentials.username, password: Self.credentials.password),
        authentication: .init(usesOfNonce: 1_000),
        setUp: { store in
          await store.insert(
            ["id": "5e2f0a1b9c8d7e6f5a4b3c2d", "name": "MyProject"], into: "/groups")
        })
      let url = try await simulator.start()
      print(URLComponents(string: "\(url)")?.port ?? 0)
    }
    fflush(nil)
    _ = try await Task.detached { try FileHandle.standardInput.readToEnd() }.value
  }

  private static func startBare() async throws -> Int {
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .serverChannelOption(.backlog, value: 1024)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.configureHTTPServerPipeline()
          try channel.pipeline.syncOperations.addHandler(BareHandler())
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return channel.localAddress?.port ?? 0
  }
}

private final class BareHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let body = ByteBuffer(string: #"{"id":"5e2f0a1b9c8d7e6f5a4b3c2d","name":"MyProject"}"#)

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .end = unwrapInboundIn(data) else { return }
    let headers: HTTPHeaders = [
      "Content-Type": "application/json", "Content-Length": String(body.readableBytes),
    ]
    context.write(
      wrapOutboundOut(.head(.init(version: .http1_1, status: .ok, headers: headers))), promise: nil)
    context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
  }
}
