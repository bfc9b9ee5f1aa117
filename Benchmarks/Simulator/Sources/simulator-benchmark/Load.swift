import Crypto
import Foundation
import NIOCore
import NIOPosix

/// Connections that send requests.
struct Load {
  let server: ServerProcess
  let isSigned: Bool
  let connections: Int

  /// Sends requests over new connections.
  func send(_ count: Int) async throws {
    let share = (count + connections - 1) / connections
    let (port, isSigned) = (server.port, isSigned)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<connections {
        group.addTask {
          let group = MultiThreadedEventLoopGroup.singleton
          let done = group.any().makePromise(of: Void.self)
          let channel = try await ClientBootstrap(group: group)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            .channelInitializer { channel in
              channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandler(
                  Sender(count: share, isSigned: isSigned, done: done))
              }
            }
            .connect(host: "127.0.0.1", port: port).get()
          try await done.futureResult.get()
          try await channel.close()
        }
      }
      try await group.waitForAll()
    }
  }
}

/// Sends one request after the other, and signs them with the nonce of the last challenge.
private final class Sender: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private var remaining: Int
  private let isSigned: Bool
  private let done: EventLoopPromise<Void>
  private var received = ""
  private var nonce: (text: String, count: Int)?

  private static let user =
    "\(ServerKind.credentials.username):MMS Public API:\(ServerKind.credentials.password)".md5
  private static let request = "GET:\(ServerKind.target)".md5

  init(count: Int, isSigned: Bool, done: EventLoopPromise<Void>) {
    remaining = count
    self.isSigned = isSigned
    self.done = done
  }

  func channelActive(context: ChannelHandlerContext) { send(context) }

  func channelInactive(context: ChannelHandlerContext) { done.fail(ChannelError.eof) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    received += String(buffer: unwrapInboundIn(data))
    guard let head = received.firstRange(of: "\r\n\r\n"),
      let field = received.firstRange(of: "Content-Length: "),
      let length = Int(received[field.upperBound...].prefix { $0.isNumber }),
      received[head.upperBound...].utf8.count >= length
    else { return }
    if received.hasPrefix("HTTP/1.1 401"), isSigned,
      let start = received.firstRange(of: "nonce=\"")?.upperBound
    {
      nonce = (String(received[start...].prefix { $0 != "\"" }), 0)
    } else if received.hasPrefix("HTTP/1.1 200") {
      remaining -= 1
    } else {
      return done.fail(ChannelError.unexpectedStatus(received))
    }
    received = ""
    if remaining > 0 { send(context) } else { done.succeed() }
  }

  private func send(_ context: ChannelHandlerContext) {
    var text = "GET \(ServerKind.target) HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: */*\r\n"
    if var nonce {
      nonce.count += 1
      self.nonce = nonce
      let digits = String(nonce.count, radix: 16)
      let count = String(repeating: "0", count: 8 - digits.count) + digits
      let response = "\(Self.user):\(nonce.text):\(count):c:auth:\(Self.request)".md5
      text +=
        "Authorization: Digest username=\"\(ServerKind.credentials.username)\", "
        + "realm=\"MMS Public API\", nonce=\"\(nonce.text)\", uri=\"\(ServerKind.target)\", "
        + "algorithm=MD5, qop=auth, nc=\(count), cnonce=\"c\", response=\"\(response)\"\r\n"
    }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text + "\r\n")), promise: nil)
  }
}

/// A failure of a connection.
private enum ChannelError: Error {
  case eof
  case unexpectedStatus(String)
}

extension String {
  fileprivate var md5: String {
    Insecure.MD5.hash(data: Data(utf8)).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      .joined()
  }
}
