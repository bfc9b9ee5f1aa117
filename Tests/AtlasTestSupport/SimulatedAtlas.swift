package import AtlasCore
package import AtlasSimulator
package import EndpointRuntime
import TestSupport

/// Runs a test with a client of a simulated Atlas of its own. Each wait of the client advances the clock
/// of the simulated Atlas, which stands otherwise.
package func withSimulatedAtlas(
  authentication: DigestPolicy = .init(), handlers: [String: Handler] = [:],
  _ test: (AtlasClient, AtlasSimulator) async throws -> Void
) async throws {
  try await withServerLimit {
    let simulated = AtlasSimulator(
      authentication: authentication, handlers: handlers, clock: .manual(), seed: 1)
    var configuration = ClientConfiguration(timeout: .seconds(86_400), clock: StillClock())
    configuration.pollClock = simulated.clock
    let baseURL = try await simulated.start()
    do {
      try await withOwnTransport { transport in
        let atlas = AtlasClient(
          credentials: simulated.credentials, baseURL: baseURL, configuration: configuration,
          transport: transport)
        try await test(atlas, simulated)
      }
    } catch {
      await simulated.stop()
      throw error
    }
    await simulated.stop()
  }
}

extension AtlasSimulator {
  /// The path of the one project.
  package var projectPath: String { "/groups/\(groupID)" }

  /// The path of the one cluster.
  package var clusterPath: String { "\(projectPath)/clusters/\(clusterName)" }

  /// The identifier of a role at a cloud provider.
  package var roleID: ObjectID { "5e2f0a1b9c8d7e6f5a4b7000" }

  /// Creates an item as Atlas would have it by now, such as in the state that an example waits for.
  package func add(_ id: ObjectID, to collection: String, with fields: [String: JSON]) async {
    let item = fields.merging(["id": .string(id.rawValue)]) { $1 }
    await simulator.store.insert(item, into: collection)
  }

  /// Creates a cluster beside the one cluster.
  package func addCluster(_ name: String) async {
    await simulator.store.insert(
      ["name": .string(name), "stateName": "IDLE"], into: "\(projectPath)/clusters")
  }

  /// Changes an item to what Atlas would have made of it by now.
  package func set(_ fields: [String: JSON], of id: ObjectID, in collection: String) async {
    await simulator.store.update(id.rawValue, in: collection, with: fields)
  }
}
