import Foundation
import NIOCore
import NIOPosix

/// Responds to requests without a body with fixed bytes, and does nothing else: those without credentials
/// with a challenge, the others with an empty object.
struct FixedServer {
  let kind: ServerProcess.Kind

  /// Serves until standard input ends, and begins by printing its port.
  func run() async throws {
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let channel = try await ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          switch kind {
          case .fixed: try channel.pipeline.syncOperations.addHandler(FixedResponses())
          case .streams: try channel.pipeline.syncOperations.addHandler(StreamResponses())
          }
        }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    print(channel.localAddress?.port ?? 0)
    fflush(nil)
    _ = try await Task.detached { try FileHandle.standardInput.readToEnd() }.value
    try await group.shutdownGracefully()
  }
}

/// Separates requests by their bytes, as parsing them as HTTP would add to the measured time.
private final class FixedResponses: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private static let end = "\r\n\r\n"
  private static let credentials = "\r\nAuthorization: Digest "
  private static let success = response("200 OK", "", "{}")
  private static let challenge = response(
    "401 Unauthorized",
    "WWW-Authenticate: Digest realm=\"MMS Public API\", domain=\"\", "
      + "nonce=\"aBcDeFgHiJkLmNoPqRsTuVwXyZ012345\", algorithm=MD5, qop=\"auth\", stale=false\r\n",
    "{\"error\":401}")

  private var received = ByteBuffer()

  private static func response(_ status: String, _ fields: String, _ body: String) -> ByteBuffer {
    ByteBuffer(
      string: "HTTP/1.1 \(status)\r\nDate: Wed, 25 Nov 2026 12:00:00 GMT\r\n\(fields)"
        + "Content-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received.writeImmutableBuffer(unwrapInboundIn(data))
    guard received.readableBytesView.suffix(4).elementsEqual(Self.end.utf8) else { return }
    received.writeInteger(UInt8(0))
    let isSigned = received.withUnsafeReadableBytes { bytes in
      bytes.assumingMemoryBound(to: CChar.self).baseAddress
        .flatMap { strstr($0, Self.credentials) } != nil
    }
    received.clear()
    let response = isSigned ? Self.success : Self.challenge
    context.writeAndFlush(wrapOutboundOut(response), promise: nil)
  }
}
