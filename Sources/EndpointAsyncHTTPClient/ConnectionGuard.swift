import NIOCore
import NIOHTTP1

/// Rejects responses that AsyncHTTPClient cannot handle, and ends responses whose body stalls.
///
/// A status below 100 would crash the program. The decompressor does not know `x-gzip`, an alias of
/// `gzip` (RFC 9110, section 8.4.1.3).
final class ConnectionGuard: ChannelDuplexHandler {
  typealias InboundIn = HTTPClientResponsePart
  typealias InboundOut = HTTPClientResponsePart
  typealias OutboundIn = HTTPClientRequestPart
  typealias OutboundOut = HTTPClientRequestPart

  private let idleTimeout: TimeAmount?
  private var isClosing = false
  private var isInBody = false
  private var timer: Scheduled<Void>?

  init(idleTimeout: TimeAmount?) { self.idleTimeout = idleTimeout }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    stopTimer()
    switch unwrapInboundIn(data) {
    case .head(var head):
      guard head.status.code >= 100 else { return fail(HTTPParserError.invalidStatus, context) }
      isInBody = head.status.code >= 200
      if head.headers.first(name: "Content-Encoding")?.lowercased() == "x-gzip" {
        head.headers.replaceOrAdd(name: "Content-Encoding", value: "gzip")
      }
      context.fireChannelRead(wrapInboundOut(.head(head)))
    case .body:
      context.fireChannelRead(data)
    case .end:
      isInBody = false
      context.fireChannelRead(data)
    }
  }

  /// Time is measured while a chunk is awaited, so that a slow reader is not a timeout.
  func read(context: ChannelHandlerContext) {
    if isInBody, timer == nil, let idleTimeout {
      let bound = NIOLoopBound((guard: self, context: context), eventLoop: context.eventLoop)
      timer = context.eventLoop.scheduleTask(in: idleTimeout) {
        bound.value.guard.fail(StalledBody(limit: idleTimeout), bound.value.context)
      }
    }
    context.read()
  }

  func channelInactive(context: ChannelHandlerContext) {
    stopTimer()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { stopTimer() }

  private func stopTimer() {
    timer?.cancel()
    timer = nil
  }

  private func fail(_ error: any Error, _ context: ChannelHandlerContext) {
    isClosing = true
    context.fireErrorCaught(error)
    context.close(promise: nil)
  }
}

extension ConnectionGuard {
  /// Inserts a guard after the parser of a connection.
  static func install(in channel: any Channel, idleTimeout: TimeAmount?) -> EventLoopFuture<Void> {
    channel.eventLoop.submit {
      let pipeline = channel.pipeline.syncOperations
      let parser = try pipeline.handler(type: ByteToMessageHandler<HTTPResponseDecoder>.self)
      try pipeline.addHandler(ConnectionGuard(idleTimeout: idleTimeout), position: .after(parser))
    }
  }
}

/// A body stalled.
struct StalledBody: Error {
  let limit: TimeAmount
}
