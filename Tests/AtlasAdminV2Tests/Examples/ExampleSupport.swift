import AtlasAdminV2
import AtlasSimulator
import TestSupport

/// Runs an example against a simulated Atlas of its own.
func withSimulatedAtlas(
  handlers: [String: Handler] = [:],
  _ example: (AtlasClient, AtlasSimulator) async throws -> Void
) async throws {
  try await withServerLimit {
    let simulated = AtlasSimulator(handlers: handlers, clock: .manual())
    var configuration = ClientConfiguration(timeout: .seconds(86_400), clock: StillClock())
    // Each wait advances the clock of the simulated Atlas.
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

  /// The identifier of the organization that the project belongs to.
  var organizationID: ObjectID { "5e2f0a1b9c8d7e6f5a4b9000" }

  /// The identifier of a role at a cloud provider.
  var roleID: ObjectID { "5e2f0a1b9c8d7e6f5a4b7000" }

  /// Creates an item as Atlas would have it by now, such as in the state that an example waits for.
  func add(_ id: ObjectID, to collection: String, with fields: [String: JSON]) async {
    let item = fields.merging(["id": .string(id.rawValue)]) { $1 }
    await simulator.store.insert(item, into: collection)
  }

  /// Changes an item to what Atlas would have made of it by now.
  func set(_ fields: [String: JSON], of id: ObjectID, in collection: String) async {
    await simulator.store.update(id.rawValue, in: collection, with: fields)
  }
}
