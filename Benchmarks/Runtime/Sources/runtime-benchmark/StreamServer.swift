import Foundation
import NIOCore
import NIOPosix

/// Sends and receives bodies of the size that a request's `X-Size` field says, as fast as it can.
final class StreamResponses: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private static let chunk = ByteBuffer(repeating: 0x61, count: 64 << 10)
  private static let challenge = ByteBuffer(
    string: "HTTP/1.1 401 Unauthorized\r\n"
      + "WWW-Authenticate: Digest realm=\"MMS Public API\", domain=\"\", "
      + "nonce=\"aBcDeFgHiJkLmNoPqRsTuVwXyZ012345\", algorithm=MD5, qop=\"auth\", stale=false\r\n"
      + "Content-Length: 0\r\n\r\n")
  private static let success = ByteBuffer(
    string: "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}")

  private var header = ""
  private var unread = 0
  private var unsent = 0
  private var response = StreamResponses.success

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var data = unwrapInboundIn(data)
    if unread > 0 { return receive(data.readableBytes, context) }
    header += data.readString(length: data.readableBytes) ?? ""
    guard let end = header.range(of: "\r\n\r\n") else { return }
    let received = header[end.upperBound...].utf8.count
    let head = header[..<end.upperBound]
    header = ""
    let isSigned = head.contains("Authorization: Digest ")
    let size = Self.field("X-Size", of: head)
    unread = Self.field("Content-Length", of: head)
    response = isSigned ? Self.success : Self.challenge
    if isSigned, unread == 0 {
      response = ByteBuffer(
        string: "HTTP/1.1 200 OK\r\nContent-Type: application/gzip\r\n"
          + "Content-Length: \(size)\r\n\r\n")
      unsent = size
    }
    receive(received, context)
  }

  private func receive(_ count: Int, _ context: ChannelHandlerContext) {
    unread -= count
    guard unread <= 0 else { return }
    unread = 0
    context.writeAndFlush(wrapOutboundOut(response), promise: nil)
    send(context)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    send(context)
    context.fireChannelWritabilityChanged()
  }

  private func send(_ context: ChannelHandlerContext) {
    while unsent > 0, context.channel.isWritable {
      let chunk = Self.chunk.getSlice(at: 0, length: min(unsent, Self.chunk.readableBytes))
      guard let chunk else { return }
      unsent -= chunk.readableBytes
      context.writeAndFlush(wrapOutboundOut(chunk), promise: nil)
    }
  }

  private static func field(_ name: String, of head: Substring) -> Int {
    guard let start = head.range(of: "\r\n\(name): ") else { return 0 }
    return Int(head[start.upperBound...].prefix { $0 != "\r\n" }) ?? 0
  }
}
