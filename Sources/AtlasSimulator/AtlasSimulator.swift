public import AtlasAdmin
@_exported public import EndpointSimulator

/// Atlas on loopback: a simulator that knows one project with one cluster and its backups.
///
/// Snapshots, restore jobs and whatever else takes its time go one step ahead each time they are read,
/// so that what a program meets does not depend on how fast it runs.
public struct AtlasSimulator: Sendable {
  /// The server.
  public let simulator: Simulator
  /// The key that it accepts.
  public let credentials: Credentials
  /// The identifier of its project.
  public let groupID: ObjectID = "5e2f0a1b9c8d7e6f5a4b3c2d"
  /// The name of its cluster.
  public let clusterName = "MyCluster"
  /// The identifier of a snapshot that can be restored from.
  public let snapshotID: ObjectID = "5e2f0a1b9c8d7e6f5a4b0001"

  /// Creates a simulator.
  ///
  /// - Parameters:
  ///   - publicKey: The public key to accept.
  ///   - privateKey: The private key to accept.
  ///   - authentication: How to authenticate callers.
  ///   - port: The port on loopback; a free one if 0.
  ///   - handlers: Handlers of endpoints by name (`GetCluster.descriptor.name`),
  ///     instead of what the simulator would do: to play a failure, or a state that Atlas can be in.
  ///     A handler can leave what it does not care for to `DefaultBehavior.handler`.
  public init(
    publicKey: String = "abcdefgh", privateKey: String = "00000000-1111-2222-3333-444444444444",
    authentication: DigestPolicy = .init(), port: UInt16 = 0, handlers: [String: Handler] = [:]
  ) {
    let project = SimulatedProject(groupID: groupID.rawValue, clusterName: clusterName)
    credentials = .apiKey(publicKey: publicKey, privateKey: privateKey)
    simulator = Simulator(
      AtlasAdminAPI.self, credentials: .init(username: publicKey, password: privateKey),
      authentication: authentication, port: port,
      handlers: Self.handlers(for: project).merging(handlers) { _, own in own },
      notFoundCodes: Self.notFoundCodes)
  }

  /// Starts to listen.
  ///
  /// - Returns: The base URL to call, in place of Atlas's own.
  /// - Throws: `ListeningFailure` if the port is in use.
  public func start() async throws -> BaseURL {
    await SimulatedProject(groupID: groupID.rawValue, clusterName: clusterName)
      .insert(into: simulator.store)
    for (id, day) in [(snapshotID.rawValue, "01"), ("5e2f0a1b9c8d7e6f5a4b0002", "02")] {
      await simulator.store.insert(
        [
          "id": .string(id), "status": "completed", "snapshotType": "scheduled",
          "frequencyType": "daily", "type": "replicaSet", "cloudProvider": "AWS",
          "replicaSetName": "MyCluster-shard-0", "mongodVersion": "7.0.12",
          "storageSizeBytes": 1_610_612_736,
          "createdAt": .string("2026-03-\(day)T04:00:00Z"),
          "expiresAt": .string("2026-04-\(day)T04:00:00Z"),
        ], into: SnapshotBehavior.collection)
    }
    return try await simulator.start()
  }

  /// Stops to listen.
  public func stop() async { await simulator.stop() }
}
