import AtlasAdminCatalog
import AtlasAdminV2Catalog
@_exported public import AtlasBehavior
public import AtlasCore

/// A simulated Atlas on loopback with an organization, one project, one cluster, and its backups.
///
/// It serves the APIs v1.0, v1.5 and v2, which share all resources: a cluster that was created through
/// one is listed through the others.
///
/// Clusters, snapshots, restore jobs, and other resources with a state go through their states by the
/// simulator's clock.
public struct AtlasSimulator: Sendable {
  /// The simulator.
  public let simulator: Simulator
  /// The accepted API key.
  public let credentials: Credentials
  /// The accepted service account.
  public let serviceAccountCredentials: Credentials
  /// The resources that exist at first.
  public let world = AtlasWorld()

  /// Creates a simulator.
  ///
  /// - Parameters:
  ///   - publicKey: The accepted public key.
  ///   - privateKey: The accepted private key.
  ///   - clientID: The accepted client identifier of a service account.
  ///   - clientSecret: The accepted client secret.
  ///   - authentication: The Digest policy.
  ///   - port: The port on loopback. Defaults to 0, which is a free port.
  ///   - options: Further options. Without an OAuth policy, the service account is accepted at the
  ///     paths of Atlas.
  ///   - handlers: Handlers of endpoints by name (`GetCluster.name`), for example to simulate a
  ///     failure or a state. A handler can call `DefaultBehavior.handler` for other requests.
  ///   - clock: The clock of resources, tokens, rate limits, and dates. Defaults to one on which a
  ///     minute passes in a second, so that clusters are created in about a second.
  ///   - seed: The seed of identifiers and generated values. Defaults to a random one. With a seed and
  ///     `SimulatedClock.manual()`, the same requests have the same responses.
  public init(
    publicKey: String = "abcdefgh", privateKey: String = "00000000-1111-2222-3333-444444444444",
    clientID: String = "mdb_sa_id_5e2f0a1b9c8d7e6f5a4b0000",
    clientSecret: String = "mdb_sa_sk_0000000000000000000000000000000000000000",
    authentication: DigestPolicy = .init(), port: UInt16 = 0, options: SimulatorOptions = .init(),
    handlers: [String: Handler] = [:], clock: SimulatedClock = SimulatedClock(speed: 60),
    seed: UInt64? = nil
  ) {
    var options = options
    options.oauth =
      options.oauth
      ?? OAuthPolicy(clients: [.init(clientID: clientID, clientSecret: clientSecret)])
    serviceAccountCredentials = .serviceAccount(clientID: clientID, clientSecret: clientSecret)
    credentials = .apiKey(publicKey: publicKey, privateKey: privateKey)
    simulator = Simulator(
      AtlasAdminCatalog.catalog, AtlasAdminV2Catalog.catalog,
      credentials: .init(username: publicKey, password: privateKey),
      authentication: authentication, port: port, options: options, behavior: .atlas,
      handlers: handlers, clock: clock, seed: seed,
      setUp: { [world] in await world.insert(into: $0) })
  }

  /// The identifier of the organization.
  public var organizationID: ObjectID { world.organizationID }
  /// The identifier of the project.
  public var groupID: ObjectID { world.groupID }
  /// The name of the cluster.
  public var clusterName: String { world.clusterName }
  /// The identifier of a completed snapshot.
  public var snapshotID: ObjectID { world.snapshotID }
  /// The clock of the resources.
  public var clock: SimulatedClock { simulator.clock }

  /// Starts the server.
  ///
  /// - Returns: The URL of the simulated Atlas, to which clients add the path of an API.
  /// - Throws: `ListeningFailure` if the server cannot listen on the port.
  public func start() async throws -> BaseURL { try await simulator.start() }

  /// Sends requests to the simulator in process, without a socket. The simulator need not be started.
  public var transport: any HTTPTransport { simulator.transport }

  /// Stops the server.
  public func stop() async { await simulator.stop() }
}
