import DequeModule
import Foundation
import NIOCore
import NIOHTTP1

/// A connection of the server. It responds to one request after the other.
///
/// While a response is in progress, nothing is read, so that a client cannot make the server buffer
/// more than one read of the connection.
final class ServerConnection: ChannelDuplexHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundIn = HTTPServerResponsePart
  typealias OutboundOut = HTTPServerResponsePart

  /// Tells a connection to close after the requests that it has received.
  struct StopEvent: Sendable {}

  private enum Phase {
    case idle
    case responding
    /// The response is sent and the rest of the input is discarded, so that the client can read the
    /// response before the connection is reset.
    case draining
  }

  private let service: SimulatorService
  private let registry: ConnectionRegistry
  private var assembler: RequestAssembler
  private var pending: Deque<RequestAssembler.Message> = []
  private var phase = Phase.idle
  private var context: ChannelHandlerContext?
  /// Whether the input ended or is invalid, so that no other request follows.
  private var isInputOver = false
  private var isStopping = false
  private var isReadHeldBack = false
  /// The stream of the response, and whether it ends by itself.
  private var stream: (task: Task<Void, Never>, isFinite: Bool)?

  init(service: SimulatorService, registry: ConnectionRegistry, scheme: String) {
    self.service = service
    self.registry = registry
    assembler = RequestAssembler(scheme: scheme)
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

  func channelActive(context: ChannelHandlerContext) {
    isStopping = !registry.add(context.channel)
    advance()
    context.fireChannelActive()
  }

  func channelInactive(context: ChannelHandlerContext) {
    registry.remove(context.channel)
    stream?.task.cancel()
    self.context = nil
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isInputOver, let message = assembler.receive(unwrapInboundIn(data)) else { return }
    receive(message)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    switch error {
    case let error as HTTPParserError where !isInputOver: receive(.invalid(RequestProblem(error)))
    // The decoder reports each read after an error.
    case is HTTPParserError, is ByteToMessageDecoderError: break
    default: context.close(promise: nil)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case is StopEvent: isStopping = true
    case ChannelEvent.inputClosed where phase == .draining: context.close(promise: nil)
    case ChannelEvent.inputClosed: isInputOver = true
    default: return context.fireUserInboundEventTriggered(event)
    }
    if isStopping || isInputOver, stream?.isFinite == false { stream?.task.cancel() }
    advance()
  }

  func read(context: ChannelHandlerContext) {
    if phase == .responding || !pending.isEmpty {
      isReadHeldBack = true
    } else {
      context.read()
    }
  }

  private func receive(_ message: RequestAssembler.Message) {
    switch message {
    case .invalid: isInputOver = true
    case .request(let request) where !request.isKeptAlive: isInputOver = true
    case .request, .continueExpected: break
    }
    pending.append(message)
    advance()
  }

  /// Handles the next message if no response is in progress.
  private func advance() {
    guard phase == .idle, let context else { return }
    switch pending.popFirst() {
    case .continueExpected:
      let head = HTTPResponseHead(version: .http1_1, status: .continue)
      context.writeAndFlush(wrapOutboundOut(.head(head)), promise: nil)
      advance()
    case .request(let request):
      phase = .responding
      respond(to: request)
    case .invalid(let problem):
      phase = .responding
      send(
        service.response(to: problem), to: nil, version: .http1_1, isLast: true, mustDrain: true)
    case nil where isInputOver || isStopping: context.close(promise: nil)
    case nil:
      guard isReadHeldBack else { return }
      isReadHeldBack = false
      context.read()
    }
  }

  private func respond(to request: RequestAssembler.AssembledRequest) {
    guard let context else { return }
    let (service, incoming) = (service, request.request)
    let (version, isKeptAlive) = (request.version, request.isKeptAlive)
    let hasUnreadBody = request.hasUnreadBody
    let connection = NIOLoopBound(self, eventLoop: context.eventLoop)
    let eventLoop = context.eventLoop
    Task {
      let delivery = await service.respond(to: incoming)
      eventLoop.execute {
        let connection = connection.value
        switch delivery {
        case .closed: connection.context?.close(promise: nil)
        case .response(let response):
          let isLast =
            !isKeptAlive || response.isInterrupted
            || (connection.pending.isEmpty && (connection.isStopping || connection.isInputOver))
          connection.send(
            response, to: incoming.method, version: version, isLast: isLast,
            mustDrain: hasUnreadBody)
        }
      }
    }
  }

  /// Sends a response.
  ///
  /// - Parameters:
  ///   - method: The method of the request; `nil` if it is not known.
  ///   - isLast: Whether the connection closes afterwards.
  ///   - mustDrain: Whether the client may still be sending.
  private func send(
    _ response: OutgoingResponse, to method: String?, version: HTTPVersion, isLast: Bool,
    mustDrain: Bool
  ) {
    guard let context else { return }
    context.write(
      wrapOutboundOut(.head(head(of: response, version: version, isLast: isLast))), promise: nil)
    let connection = NIOLoopBound(self, eventLoop: context.eventLoop)
    if method != "HEAD", let stream = response.stream {
      context.flush()
      return send(stream, on: context.channel, isLast: isLast)
    }
    if method != "HEAD", !response.body.isEmpty {
      let body =
        response.isInterrupted ? response.body.prefix(response.body.count / 2) : response.body
      context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: body)))), promise: nil)
    }
    guard !response.isInterrupted else {
      context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer())))).whenComplete { _ in
        connection.value.context?.close(promise: nil)
      }
      return
    }
    context.writeAndFlush(wrapOutboundOut(.end(nil))).whenComplete { _ in
      connection.value.finish(isLast: isLast, mustDrain: mustDrain)
    }
  }

  private func send(_ stream: ResponseStream, on channel: any Channel, isLast: Bool) {
    let connection = NIOLoopBound(self, eventLoop: channel.eventLoop)
    let task = Task {
      for await chunk in stream.chunks {
        let part = HTTPServerResponsePart.body(.byteBuffer(ByteBuffer(bytes: chunk)))
        guard (try? await channel.writeAndFlush(part)) != nil else { break }
      }
      channel.eventLoop.execute {
        let connection = connection.value
        connection.stream = nil
        connection.context?.writeAndFlush(connection.wrapOutboundOut(.end(nil)), promise: nil)
        connection.finish(isLast: isLast || connection.isInputOver, mustDrain: false)
      }
    }
    self.stream = (task, stream.length != nil)
  }

  private func head(
    of response: OutgoingResponse, version: HTTPVersion, isLast: Bool
  ) -> HTTPResponseHead {
    var headers = HTTPHeaders()
    headers.reserveCapacity(response.fields.count + 2)
    for (name, value) in response.fields { headers.add(name: name, value: value) }
    // A response to HEAD has the length of the body that it omits (RFC 9110, section 9.3.2).
    if let stream = response.stream {
      if let length = stream.length { headers.add(name: "Content-Length", value: String(length)) }
    } else if response.status != 204 {
      headers.add(name: "Content-Length", value: String(response.body.count))
    }
    if isLast {
      headers.add(name: "Connection", value: "close")
    } else if version.isOld {
      headers.add(name: "Connection", value: "keep-alive")
    }
    return HTTPResponseHead(
      version: version.isOld ? .http1_0 : .http1_1,
      status: HTTPResponseStatus(
        statusCode: response.status, reasonPhrase: ReasonPhrase.of(response.status)),
      headers: headers)
  }

  private func finish(isLast: Bool, mustDrain: Bool) {
    guard let context else { return }
    if isLast, mustDrain { return drain(context) }
    phase = .idle
    if isLast { context.close(promise: nil) } else { advance() }
  }

  /// Closes the output and discards the input until the client closes as well, or for two seconds.
  private func drain(_ context: ChannelHandlerContext) {
    phase = .draining
    let connection = NIOLoopBound(self, eventLoop: context.eventLoop)
    context.close(mode: .output).whenFailure { _ in
      connection.value.context?.close(promise: nil)
    }
    context.eventLoop.scheduleTask(in: .seconds(2)) {
      connection.value.context?.close(promise: nil)
    }
    context.read()
  }
}
