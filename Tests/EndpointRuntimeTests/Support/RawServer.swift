import EndpointRuntime
import FlyingSocks
import Foundation
import Synchronization
import TestSupport

/// A server below HTTP, which does with each connection what a script says.
final class RawServer: Sendable {
  typealias Script = @Sendable (RawConnection) async throws -> Void

  let port: Int
  /// The base URL.
  var url: BaseURL { BaseURL(scheme: "http", authority: "127.0.0.1:\(port)") }
  private let log = Mutex((requests: [RawRequest](), connections: 0, written: 0))

  private init(port: Int) { self.port = port }

  /// The requests that came, in order.
  var requests: [RawRequest] { log.withLock { $0.requests } }
  /// How many connections were made.
  var connectionCount: Int { log.withLock { $0.connections } }
  /// How many bytes the system has taken for clients.
  var written: Int { log.withLock { $0.written } }

  /// Runs a server as long as the operation takes; connections are closed where their script ends.
  static func run(
    _ script: @escaping Script, _ operation: (RawServer) async throws -> Void
  ) async throws {
    try await withServerLimit {
      let socket = try Socket(domain: AF_INET)
      try socket.setValue(true, for: .localAddressReuse)
      try socket.bind(to: try sockaddr_in.inet(ip4: "127.0.0.1", port: 0))
      try socket.listen()
      guard case .ip4(_, let port) = try socket.sockname() else { throw CancellationError() }
      let pool = SocketPool<Poll>.make()
      try await pool.prepare()
      let poolTask = Task { try await pool.run() }
      let listener = try AsyncSocket(socket: socket, pool: pool)
      let server = RawServer(port: Int(port))
      let task = Task { try await server.serve(listener, script) }
      let result: Result<Void, any Error>
      do { result = .success(try await operation(server)) } catch { result = .failure(error) }
      // A socket must not be used after its descriptor is closed and may be reused.
      task.cancel()
      _ = await task.result
      poolTask.cancel()
      try? listener.close()
      try result.get()
    }
  }

  /// Runs a server that reads a request of each connection, responds with these bytes and hangs up.
  static func run(_ response: String, _ operation: (RawServer) async throws -> Void) async throws {
    try await run(
      { connection in
        _ = try await connection.request()
        try await connection.write(response)
      }, operation)
  }

  /// Runs a server that gives every request the same response, and keeps connections.
  static func run(
    responding response: Data, _ operation: (RawServer) async throws -> Void
  ) async throws {
    try await run(
      { connection in
        while true {
          _ = try await connection.request()
          try await connection.write(response)
        }
      }, operation)
  }

  private func serve(_ listener: AsyncSocket, _ script: @escaping Script) async throws {
    try await withThrowingDiscardingTaskGroup { group in
      for try await socket in listener.sockets {
        let number = log.withLock { log in
          log.connections += 1
          return log.connections
        }
        group.addTask {
          let connection = RawConnection(socket, number: number, server: self)
          try? await script(connection)
          await connection.close()
        }
      }
    }
  }

  fileprivate func note(_ request: RawRequest) { log.withLock { $0.requests.append(request) } }

  fileprivate func note(written count: Int) { log.withLock { $0.written += count } }
}

/// A connection of a raw server. Everything throws once the client has hung up.
actor RawConnection {
  /// Its number, from 1.
  nonisolated let number: Int
  private let socket: AsyncSocket
  private let server: RawServer
  private var unread = Data()
  private var isClosed = false

  fileprivate init(_ socket: AsyncSocket, number: Int, server: RawServer) {
    self.socket = socket
    self.number = number
    self.server = server
  }

  /// Reads a request.
  func request() async throws -> RawRequest {
    var request = RawRequest(head: try await read(through: "\r\n\r\n"))
    if request["Transfer-Encoding"] == ["chunked"] {
      while let size = Int(try await read(through: "\r\n").dropLast(), radix: 16) {
        request.body += try await read(size + 2).dropLast(2)
        if size == 0 { break }
      }
    } else if let length = request["Content-Length"].first.flatMap({ Int($0) }) {
      request.body = try await read(length)
    }
    server.note(request)
    return request
  }

  func write(_ text: String) async throws { try await write(Data(text.utf8)) }

  func write(_ data: Data) async throws {
    try await socket.write(data)
    server.note(written: data.count)
  }

  /// Waits until the client hangs up.
  func untilHungUp() async {
    while (try? await socket.read(atMost: 4096)) != nil {}
  }

  /// Resets the connection, so that the client receives an error.
  func reset() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(
      socket.socket.file.rawValue, SOL_SOCKET, SO_LINGER, &option,
      socklen_t(MemoryLayout<linger>.size))
    close()
  }

  /// Hangs up.
  func close() {
    if !isClosed { try? socket.close() }
    isClosed = true
  }

  private func read(_ count: Int) async throws -> Data {
    while unread.count < count { unread += try await socket.read(atMost: 4096) }
    let bytes = unread.prefix(count)
    unread = Data(unread.dropFirst(count))
    return bytes
  }

  private func read(through mark: String) async throws -> String {
    while true {
      if let end = unread.firstRange(of: Data(mark.utf8))?.upperBound {
        return String(decoding: try await read(end - unread.startIndex), as: UTF8.self)
      }
      unread += try await socket.read(atMost: 4096)
    }
  }
}

/// A request as it came.
struct RawRequest: Sendable {
  var method: String
  var target: String
  var fields: [(name: String, value: String)]
  var body = Data()

  fileprivate init(head: String) {
    let lines = head.split(separator: "\r\n")
    let words = (lines.first ?? "").split(separator: " ").map(String.init)
    method = words.first ?? ""
    target = words.dropFirst().first ?? ""
    fields = lines.dropFirst().map { line in
      let parts = line.split(separator: ":", maxSplits: 1)
      return (String(parts[0]), parts.dropFirst().joined().trimmingCharacters(in: .whitespaces))
    }
  }

  /// The values of a field, whatever the case of its name.
  subscript(name: String) -> [String] {
    fields.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
  }
}
