import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// A TCP connection to a server on loopback, which sends and receives bytes.
final class RawConnection: Sendable {
  private let channel: any Channel
  private let input: AsyncStream<ByteBuffer>
  private let received = Mutex("")

  private init(_ channel: any Channel, _ input: AsyncStream<ByteBuffer>) {
    self.channel = channel
    self.input = input
  }

  /// Runs a test with a connection, which is closed afterwards.
  static func run<Result>(
    to port: Int, _ test: (RawConnection) async throws -> Result
  ) async throws -> Result {
    let (input, continuation) = AsyncStream<ByteBuffer>.makeStream()
    let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(Receiver(continuation))
        }
      }
      .connect(host: "127.0.0.1", port: port).get()
    let connection = RawConnection(channel, input)
    do {
      let result = try await test(connection)
      try? await channel.close()
      return result
    } catch {
      try? await channel.close()
      throw error
    }
  }

  func send(_ text: String) async throws { try await send(Array(text.utf8)) }

  func send(_ bytes: [UInt8]) async throws {
    try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
  }

  /// Closes the output only.
  func closeOutput() async throws { try await channel.close(mode: .output) }

  /// Stops and resumes reading.
  func setReading(_ isReading: Bool) async throws {
    try await channel.setOption(.autoRead, value: isReading).get()
  }

  /// Receives until the text contains a mark a number of times.
  ///
  /// - Returns: The text so far, also if the server closed the connection.
  func receive(through mark: String, times: Int = 1) async -> String {
    func isComplete() -> Bool { received.withLock { $0.ranges(of: mark).count >= times } }
    if isComplete() { return received.withLock { $0 } }
    for await buffer in input {
      received.withLock { $0 += String(buffer: buffer) }
      if isComplete() { break }
    }
    return received.withLock { $0 }
  }

  /// Receives until the server closes its output.
  func receiveAll() async -> String {
    for await buffer in input { received.withLock { $0 += String(buffer: buffer) } }
    return received.withLock { $0 }
  }
}

private final class Receiver: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let continuation: AsyncStream<ByteBuffer>.Continuation

  init(_ continuation: AsyncStream<ByteBuffer>.Continuation) { self.continuation = continuation }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    continuation.yield(unwrapInboundIn(data))
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if case ChannelEvent.inputClosed = event { continuation.finish() }
    context.fireUserInboundEventTriggered(event)
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  func channelInactive(context: ChannelHandlerContext) { continuation.finish() }
}

/// Returns a GET request of the simulated Zoo as text, with further header fields.
func get(_ path: String, _ fields: String = "") -> String {
  "GET /v1\(path) HTTP/1.1\r\nHost: 127.0.0.1\r\n\(fields)\r\n"
}
