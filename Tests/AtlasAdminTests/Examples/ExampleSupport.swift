import AtlasAdmin
import AtlasSimulator
import TestSupport

/// Runs an example against a simulated Atlas of its own.
func withSimulatedAtlas(
  handlers: [String: Handler] = [:],
  _ example: (AtlasClient, AtlasSimulator) async throws -> Void
) async throws {
  try await withServerLimit {
    let simulated = AtlasSimulator(handlers: handlers, clock: .manual(), seed: 1)
    var configuration = ClientConfiguration(timeout: .seconds(86_400), clock: StillClock())
    configuration.pollClock = simulated.clock
    let baseURL = try await simulated.start()
    do {
      try await withOwnTransport { transport in
        let atlas = AtlasClient(
          credentials: simulated.credentials, baseURL: baseURL, configuration: configuration,
          transport: transport)
        try await example(atlas, simulated)
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
  var projectPath: String { "/groups/\(groupID)" }

  /// The path of the one cluster.
  var clusterPath: String { "\(projectPath)/clusters/\(clusterName)" }

  /// Creates an item as Atlas would have it by now, such as in the state that an example waits for.
  func add(_ id: ObjectID, to collection: String, with members: [String: JSON]) async {
    let item = members.merging(["id": .string(id.rawValue)]) { $1 }
    await simulator.store.insert(item, into: collection)
  }
}
