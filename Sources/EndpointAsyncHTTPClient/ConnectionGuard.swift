import NIOCore
import NIOHTTP1

/// Rejects responses that AsyncHTTPClient cannot handle, and ends responses that stall or are late.
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
  /// The deadline of the response; `nil` if it has none.
  private var deadline: NIODeadline?
  /// The time since which a chunk of a body is awaited; `nil` while none is.
  private var waitingSince: NIODeadline?
  private var timer: (time: NIODeadline, task: Scheduled<Void>)?

  init(idleTimeout: TimeAmount?) { self.idleTimeout = idleTimeout }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    guard case .head(var head) = unwrapOutboundIn(data),
      let deadline = ResponseDeadline(removedFrom: &head.headers)
    else { return context.write(data, promise: promise) }
    self.deadline = deadline.time
    startTimer(context)
    context.write(wrapOutboundOut(.head(head)), promise: promise)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isClosing else { return }
    waitingSince = nil
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
      deadline = nil
      context.fireChannelRead(data)
    }
  }

  /// Time is measured while a chunk is awaited, so that a slow reader is not a timeout.
  func read(context: ChannelHandlerContext) {
    if isInBody, waitingSince == nil, idleTimeout != nil {
      waitingSince = .now()
      startTimer(context)
    }
    context.read()
  }

  func channelInactive(context: ChannelHandlerContext) {
    stopTimer()
    context.fireChannelInactive()
  }

  func handlerRemoved(context: ChannelHandlerContext) { stopTimer() }

  private func fail(_ error: any Error, _ context: ChannelHandlerContext) {
    isClosing = true
    stopTimer()
    context.fireErrorCaught(error)
    context.close(promise: nil)
  }
}

// MARK: The timer

extension ConnectionGuard {
  /// The time at which the response fails; `nil` if it can take any time.
  private var end: NIODeadline? {
    let stall = idleTimeout.flatMap { limit in waitingSince.map { $0 + limit } }
    guard let deadline, let stall else { return deadline ?? stall }
    return min(deadline, stall)
  }

  /// Starts the timer unless it ends early enough. It is not stopped at the end of a response, as most
  /// responses end long before it.
  private func startTimer(_ context: ChannelHandlerContext) {
    guard let end, timer.map({ end < $0.time }) ?? true else { return }
    stopTimer()
    let bound = NIOLoopBound((guard: self, context: context), eventLoop: context.eventLoop)
    let task = context.eventLoop.scheduleTask(deadline: end) {
      bound.value.guard.timerEnded(bound.value.context)
    }
    timer = (end, task)
  }

  private func timerEnded(_ context: ChannelHandlerContext) {
    timer = nil
    guard let end else { return }
    guard end <= .now() else { return startTimer(context) }
    if let idleTimeout, deadline != end {
      fail(StalledBody(limit: idleTimeout), context)
    } else {
      fail(LateResponse(), context)
    }
  }

  private func stopTimer() {
    timer?.task.cancel()
    timer = nil
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

/// A response did not end before its deadline.
struct LateResponse: Error {}
