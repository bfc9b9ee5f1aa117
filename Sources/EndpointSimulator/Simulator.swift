public import EndpointModel
@_spi(Generated) public import EndpointRuntime
import FlyingFox
import FlyingSocks
import Foundation

/// An HTTP server on loopback that behaves as the definitions of an API describe.
///
/// It authenticates with Digest, validates parameters, stores resources, and responds in pages,
/// indented, and in envelopes on request. Its resources are discarded when it stops.
public actor Simulator {
  private let port: UInt16
  let dispatcher: Dispatcher
  private let recorder = Recorder()
  private var server: HTTPServer?
  private var running: Task<Void, any Error>?

  /// The resources of the handlers.
  public nonisolated let store: ResourceStore

  /// Creates a simulator.
  ///
  /// - Parameters:
  ///   - catalogs: The APIs with their endpoints, which share all resources. At least one.
  ///   - credentials: The accepted credentials; `nil` for no authentication.
  ///   - authentication: The authentication policy.
  ///   - port: The port on loopback. Defaults to 0, which is a free port.
  ///   - behavior: What it does beyond what follows from the definitions.
  ///   - handlers: Handlers of endpoints by name, instead of all others.
  ///   - clock: The clock of the resources. Defaults to real time.
  ///   - seed: The seed of identifiers and generated values. Defaults to a random one.
  public init(
    _ catalogs: EndpointCatalog..., credentials: SimulatedCredentials?,
    authentication: DigestPolicy = .init(), port: UInt16 = 0,
    behavior: SimulatedBehavior = .init(), handlers: [String: Handler] = [:],
    clock: SimulatedClock = SimulatedClock(), seed: UInt64? = nil
  ) {
    self.port = port
    store = ResourceStore(clock: clock, seed: seed)
    let world = World(catalogs, behavior: behavior)
    dispatcher = Dispatcher(
      apis: catalogs.map { SimulatedAPI($0, world: world) },
      verifier: credentials.map { DigestVerifier(credentials: $0, policy: authentication) },
      store: store, handlers: handlers, world: world)
  }

  /// Starts the server.
  ///
  /// - Returns: The base URL of the simulated API; with several APIs the URL of their host.
  /// - Throws: ``ListeningFailure`` if the server cannot listen on the port.
  public func start() async throws -> BaseURL {
    let server = HTTPServer(
      // A handler may take as long as the tests that control it; the connection ends with its client.
      address: try .inet(ip4: "127.0.0.1", port: port), timeout: 3600, logger: .disabled,
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
    let path = dispatcher.apis.count == 1 ? dispatcher.apis[0].router.pathPrefix : ""
    return try BaseURL("http://127.0.0.1:\(port)" + path)
  }

  /// Runs a server; returns when it listens.
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
        try await server.waitUntilListening(timeout: 600)
        continuation.yield(.success(()))
      } catch {
        continuation.yield(.failure(error))
      }
    }
    defer { waiting.cancel() }
    for await outcome in outcomes { return try outcome.get() }
  }

  /// Stops the server and closes all connections.
  public func stop() async {
    await server?.stop()
    running?.cancel()
    _ = await running?.result
    server = nil
    running = nil
  }

  /// All exchanges, in order.
  public var log: [RecordedExchange] {
    get async { await recorder.exchanges }
  }
}

/// The credentials that a simulator accepts. No description contains the password.
public struct SimulatedCredentials: Sendable, CustomStringConvertible, CustomReflectable {
  let username: String
  let password: String

  /// Creates credentials.
  public init(username: String, password: String) {
    self.username = username
    self.password = password
  }

  /// A description without the password.
  public var description: String { "SimulatedCredentials(username: \(username))" }
  /// A mirror without the password.
  public var customMirror: Mirror { Mirror(self, children: ["username": username]) }
}
