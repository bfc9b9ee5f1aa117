public import AtlasAdmin
import AtlasAdminCatalog
import AtlasAdminV2Catalog
@_exported public import EndpointSimulator

/// A simulated Atlas on loopback with one project, one cluster, and its backups.
///
/// It serves the APIs v1.0, v1.5 and v2, which share all resources: a cluster that was created through
/// one is listed through the others.
///
/// Snapshots, restore jobs, and other resources with a state proceed to the next state each time
/// they are read, so that the behavior does not depend on time.
public struct AtlasSimulator: Sendable {
  /// The simulator.
  public let simulator: Simulator
  /// The accepted API key.
  public let credentials: Credentials
  /// The accepted service account.
  public let serviceAccountCredentials: Credentials
  /// The identifier of the project.
  public let groupID: ObjectID = "5e2f0a1b9c8d7e6f5a4b3c2d"
  /// The name of the cluster.
  public let clusterName = "MyCluster"
  /// The identifier of a completed snapshot.
  public let snapshotID: ObjectID = "5e2f0a1b9c8d7e6f5a4b0001"

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
  ///   - clock: The clock of tokens, rate limits, and dates. Defaults to real time.
  public init(
    publicKey: String = "abcdefgh", privateKey: String = "00000000-1111-2222-3333-444444444444",
    clientID: String = "mdb_sa_id_5e2f0a1b9c8d7e6f5a4b0000",
    clientSecret: String = "mdb_sa_sk_0000000000000000000000000000000000000000",
    authentication: DigestPolicy = .init(), port: UInt16 = 0, options: SimulatorOptions = .init(),
    handlers: [String: Handler] = [:], clock: SimulatedClock = SimulatedClock()
  ) {
    var options = options
    options.oauth =
      options.oauth
      ?? OAuthPolicy(clients: [.init(clientID: clientID, clientSecret: clientSecret)])
    serviceAccountCredentials = .serviceAccount(clientID: clientID, clientSecret: clientSecret)
    let project = SimulatedProject(groupID: groupID.rawValue, clusterName: clusterName)
    credentials = .apiKey(publicKey: publicKey, privateKey: privateKey)
    simulator = Simulator(
      AtlasAdminCatalog.catalog, AtlasAdminV2Catalog.catalog,
      credentials: .init(username: publicKey, password: privateKey),
      authentication: authentication, port: port, options: options,
      handlers: Self.handlers(for: project).merging(handlers) { _, own in own },
      notFoundCodes: Self.notFoundCodes, clock: clock,
      setUp: { [groupID, clusterName, snapshotID] store in
        await SimulatedProject(groupID: groupID.rawValue, clusterName: clusterName)
          .insert(into: store)
        await Self.insertSnapshots(snapshotID.rawValue, into: store)
      })
  }

  /// Starts the server.
  ///
  /// - Returns: The URL of the simulated Atlas, to which clients add the path of an API.
  /// - Throws: `ListeningFailure` if the server cannot listen on the port.
  public func start() async throws -> BaseURL {
    try await simulator.start()
  }

  /// Sends requests to the simulator in process, without a socket. The simulator need not be started.
  public var transport: any HTTPTransport { simulator.transport }

  private static func insertSnapshots(_ id: String, into store: ResourceStore) async {
    for (id, day) in [(id, "01"), ("5e2f0a1b9c8d7e6f5a4b0002", "02")] {
      await store.insert(
        [
          "id": .string(id), "status": "completed", "snapshotType": "scheduled",
          "frequencyType": "daily", "type": "replicaSet", "cloudProvider": "AWS",
          "replicaSetName": "MyCluster-shard-0", "mongodVersion": "7.0.12",
          "storageSizeBytes": 1_610_612_736,
          "createdAt": .string("2026-03-\(day)T04:00:00Z"),
          "expiresAt": .string("2026-04-\(day)T04:00:00Z"),
        ], into: SnapshotBehavior.collection)
    }
  }

  /// Stops the server.
  public func stop() async { await simulator.stop() }
}
