import EndpointModel
@_spi(Generated) public import EndpointRuntime
import FlyingFox
import FlyingSocks
import Foundation

/// An HTTP server on loopback that behaves as an API's definitions say.
///
/// It authenticates by Digest, checks parameters, keeps what is sent to it, and responds in pages,
/// indented and in envelopes as it is asked. Nothing outlives it.
public actor Simulator {
  private let api: APIDescriptor
  private let port: UInt16
  private let dispatcher: Dispatcher
  private let recorder = Recorder()
  private var server: HTTPServer?
  private var running: Task<Void, any Error>?

  /// The store of the handlers' resources.
  public nonisolated let store = ResourceStore()

  /// Creates a simulator.
  ///
  /// - Parameters:
  ///   - api: The API to behave as.
  ///   - credentials: The user name and the password to accept; without any, everybody is let in.
  ///   - authentication: How to authenticate callers.
  ///   - port: The port on loopback; a free one if 0.
  ///   - handlers: The handlers of endpoints by name, in place of ``DefaultBehavior``.
  ///   - notFoundCodes: The error codes of items that do not exist, by the end of the items' path, such
  ///     as `{CLUSTER-NAME}`. Defaults to `RESOURCE_NOT_FOUND` for all.
  public init<API: EndpointAPI>(
    _ api: API.Type, credentials: SimulatedCredentials?,
    authentication: DigestPolicy = .init(), port: UInt16 = 0, handlers: [String: Handler] = [:],
    notFoundCodes: [String: String] = [:]
  ) {
    self.api = API.descriptor
    self.port = port
    dispatcher = Dispatcher(
      router: Router(api: API.descriptor, endpoints: API.endpointDescriptors),
      verifier: credentials.map { DigestVerifier(credentials: $0, policy: authentication) },
      writer: ResponseWriter(api: API.descriptor), store: store, handlers: handlers,
      notFoundCodes: notFoundCodes)
  }

  /// Starts to listen.
  ///
  /// - Returns: The base URL to call, in place of the API's own.
  /// - Throws: ``ListeningFailure`` if the port is in use.
  public func start() async throws -> BaseURL {
    let server = HTTPServer(
      address: try .inet(ip4: "127.0.0.1", port: port), logger: .disabled,
      handler: SimulatorHandler(dispatcher: dispatcher, recorder: recorder))
    self.server = server
    do {
      try await run(server)
    } catch let SocketError.failed(_, errno, _) {
      throw ListeningFailure(port: port, code: errno)
    }
    guard case .ip4(_, let port) = await server.listeningAddress else {
      throw SocketError.unsupportedAddress
    }
    return try BaseURL("http://127.0.0.1:\(port)" + dispatcher.router.pathPrefix)
  }

  /// Runs a server and returns as soon as it listens, or throws why it cannot.
  private func run(_ server: HTTPServer) async throws {
    let (outcomes, continuation) = AsyncStream<Result<Void, any Error>>.makeStream()
    running = Task {
      do {
        try await server.run()
      } catch {
        continuation.yield(.failure(error))
        throw error
      }
    }
    let waiting = Task {
      do {
        try await server.waitUntilListening(timeout: 10)
        continuation.yield(.success(()))
      } catch {
        continuation.yield(.failure(error))
      }
    }
    defer { waiting.cancel() }
    for await outcome in outcomes { return try outcome.get() }
  }

  /// Stops to listen and closes all connections.
  public func stop() async {
    await server?.stop()
    running?.cancel()
    _ = await running?.result
    server = nil
    running = nil
  }

  /// Every request that was responded, in order.
  public var log: [RecordedExchange] {
    get async { await recorder.exchanges }
  }
}

/// A user name and a password that a simulator accepts; no description shows the password.
public struct SimulatedCredentials: Sendable, CustomStringConvertible, CustomReflectable {
  let username: String
  let password: String

  /// Makes credentials.
  public init(username: String, password: String) {
    self.username = username
    self.password = password
  }

  /// Says nothing about the password.
  public var description: String { "SimulatedCredentials(username: \(username))" }
  /// Shows nothing of the password.
  public var customMirror: Mirror { Mirror(self, children: ["username": username]) }
}
