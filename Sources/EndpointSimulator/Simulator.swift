public import EndpointModel
@_spi(Generated) public import EndpointRuntime
import Foundation

/// A simulated server that behaves as the definitions of an API describe.
///
/// It authenticates with Digest and OAuth 2.0, validates parameters, stores resources, and responds in
/// pages, indented, and in envelopes on request. It is an HTTP server on loopback, and ``transport``
/// reaches it without a socket. ``Fault`` makes it fail, and <doc:Control-Endpoint> lets programs in
/// any language inspect and control it.
public actor Simulator {
  /// The resources of the handlers.
  public nonisolated let store: ResourceStore
  /// The clock of resources, tokens, rate limits, and dates.
  public nonisolated let clock: SimulatedClock
  /// Sends requests to the simulator in process, without a socket. The simulator need not be started.
  ///
  /// The scheme and the host of requests are those of links in the responses, and are not used
  /// otherwise.
  public nonisolated let transport: any HTTPTransport

  private let port: UInt16
  private let certificate: ServerCertificate?
  let core: SimulatorCore
  private var running: (server: HTTPServer, url: BaseURL)?
  private var stopping: Task<Void, Never>?

  /// Creates a simulator.
  ///
  /// - Parameters:
  ///   - catalogs: The APIs with their endpoints, which share all resources. At least one.
  ///   - credentials: The accepted Digest credentials; `nil` for none. Without them and OAuth clients,
  ///     no authentication is required.
  ///   - authentication: The Digest policy.
  ///   - port: The port on loopback. Defaults to 0, which is a free port.
  ///   - options: Further options.
  ///   - behavior: What it does beyond what follows from the definitions.
  ///   - handlers: Handlers of endpoints by name, instead of all others.
  ///   - clock: The clock of resources, tokens, rate limits, and dates. Defaults to real time.
  ///   - seed: The seed of identifiers and generated values. Defaults to a random one.
  ///   - setUp: Inserts the first resources, before the first request and after a reset.
  public init(
    _ catalogs: EndpointCatalog..., credentials: SimulatedCredentials?,
    authentication: DigestPolicy = .init(), port: UInt16 = 0, options: SimulatorOptions = .init(),
    behavior: SimulatedBehavior = .init(), handlers: [String: Handler] = [:],
    clock: SimulatedClock = SimulatedClock(), seed: UInt64? = nil,
    setUp: @escaping @Sendable (ResourceStore) async -> Void = { _ in }
  ) {
    self.port = port
    certificate = options.certificate
    core = SimulatorCore(
      catalogs, credentials: credentials, authentication: authentication, options: options,
      behavior: behavior, handlers: handlers,
      store: ResourceStore(clock: clock, seed: seed), setUp: setUp)
    store = core.store
    self.clock = clock
    transport = SimulatorTransport(core: core)
  }

  /// Starts the server. A server that is running is not started again.
  ///
  /// - Returns: The base URL of the simulated API; with several APIs the URL of their host.
  /// - Throws: ``ListeningFailure`` if the server cannot listen on the port, ``CertificateFailure`` if
  ///   the certificate cannot be used.
  public func start() async throws -> BaseURL {
    await stopping?.value
    if let running { return running.url }
    let tls = try certificate?.context
    await core.setUp()
    let server = try await HTTPServer(core.service, port: port, tls: tls)
    let url = try BaseURL(
      "\(tls == nil ? "http" : "https")://127.0.0.1:\(server.port)\(core.pathPrefix)")
    running = (server, url)
    return url
  }

  /// Stops the server: it stops listening, finishes open requests, and closes all connections. A
  /// server that is not running is not stopped again.
  ///
  /// - Parameter grace: The time after which open requests are abandoned. Defaults to 10 seconds.
  public func stop(within grace: Duration = .seconds(10)) async {
    if let running {
      self.running = nil
      stopping = Task { await running.server.stop(within: grace) }
    }
    await stopping?.value
  }

  /// The latest exchanges, in order, without header fields and bodies.
  public var log: [RecordedExchange] { exchanges.map(RecordedExchange.init) }

  /// The latest exchanges, in order.
  public var exchanges: [SimulatedExchange] { core.log.exchanges() }

  /// The requests of the latest exchanges, in order.
  public var requests: [ReceivedRequest] { exchanges.map(\.request) }

  /// The number of all exchanges.
  public var exchangeCount: Int { core.log.count }

  /// The faults that can still affect requests, in the order in which they apply.
  public var faults: [Fault] {
    core.faults.entries.map { entry in
      var fault = entry.fault
      fault.times = entry.remaining
      return fault
    }
  }

  /// Adds a fault after the others.
  public func add(_ fault: Fault) { core.faults.add(fault) }

  /// Removes all faults.
  public func removeFaults() { core.faults.removeAll() }

  /// Discards all resources, exchanges, nonces, and tokens, restores the faults of the start, and
  /// inserts the first resources again.
  public func reset() async { await core.reset() }
}
