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
  /// The accepted credentials.
  public let credentials: Credentials
  /// The resources that exist at first.
  public let world = AtlasWorld()

  /// Creates a simulator.
  ///
  /// - Parameters:
  ///   - publicKey: The accepted public key.
  ///   - privateKey: The accepted private key.
  ///   - authentication: The authentication policy.
  ///   - port: The port on loopback. Defaults to 0, which is a free port.
  ///   - handlers: Handlers of endpoints by name (`GetCluster.name`), for example to simulate a
  ///     failure or a state. A handler can call `DefaultBehavior.handler` for other requests.
  ///   - clock: The clock of the resources. Defaults to one on which ten minutes pass in a second, so
  ///     that clusters are created in less than a second.
  ///   - seed: The seed of identifiers and generated values. Defaults to a random one. With a seed and
  ///     `SimulatedClock.manual()`, the same requests have the same responses.
  public init(
    publicKey: String = "abcdefgh", privateKey: String = "00000000-1111-2222-3333-444444444444",
    authentication: DigestPolicy = .init(), port: UInt16 = 0, handlers: [String: Handler] = [:],
    clock: SimulatedClock = SimulatedClock(speed: 600), seed: UInt64? = nil
  ) {
    credentials = .apiKey(publicKey: publicKey, privateKey: privateKey)
    simulator = Simulator(
      AtlasAdminCatalog.catalog, AtlasAdminV2Catalog.catalog,
      credentials: .init(username: publicKey, password: privateKey),
      authentication: authentication, port: port, behavior: .atlas, handlers: handlers,
      clock: clock, seed: seed)
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
  public func start() async throws -> BaseURL {
    await world.insert(into: simulator.store)
    return try await simulator.start()
  }

  /// Stops the server.
  public func stop() async { await simulator.stop() }
}
