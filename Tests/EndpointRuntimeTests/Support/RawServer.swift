import FlyingSocks
import Foundation
import Synchronization

/// A server below HTTP: it reads a little, writes some bytes and hangs up.
final class RawServer: Sendable {
  let port: Int
  private let log = Mutex<[String]>([])

  private init(port: Int) { self.port = port }

  /// The bytes that each connection began with.
  var received: [String] { log.withLock { $0 } }

  /// Runs a server as long as the operation takes.
  static func run(_ answer: String, _ operation: (RawServer) async throws -> Void) async throws {
    let address = try sockaddr_in.inet(ip4: "127.0.0.1", port: 0)
    let socket = try Socket(domain: AF_INET)
    try socket.setValue(true, for: .localAddressReuse)
    try socket.bind(to: address)
    try socket.listen()
    guard case .ip4(_, let port) = try socket.sockname() else { throw CancellationError() }
    let pool = SocketPool<Poll>.make()
    try await pool.prepare()
    let poolTask = Task { try await pool.run() }
    let listener = try AsyncSocket(socket: socket, pool: pool)
    let server = RawServer(port: Int(port))
    let task = Task {
      for try await connection in listener.sockets {
        if let bytes = try? await connection.read(atMost: 4096) {
          server.log.withLock { $0.append(String(decoding: bytes, as: UTF8.self)) }
        }
        try? await connection.write(Data(answer.utf8))
        try? connection.close()
      }
    }
    defer {
      task.cancel()
      poolTask.cancel()
      try? listener.close()
    }
    try await operation(server)
  }
}
