import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of live migrations")
struct LiveMigrationExampleTests {
  private func migrate(
    _ atlas: AtlasClient, from source: LiveMigrationSource, project: ObjectID, host: String
  ) async throws -> LiveMigration {
    let plan = LiveMigrationRequest(
      source: source, destination: .init(clusterName: "shop", groupID: project),
      migrationHosts: [host], dropEnabled: false)
    let validation = try await atlas.send(ValidateLiveMigration(groupID: project, body: plan))
    try await atlas.wait(
      for: GetLiveMigrationValidation(groupID: project, validationID: validation.id),
      until: .succeeded)
    let migration = try await atlas.send(CreateLiveMigration(groupID: project, body: plan))
    return migration
  }

  private func cutOver(_ atlas: AtlasClient, project: ObjectID, migration: LiveMigration)
    async throws -> LiveMigration?
  {
    let get = GetLiveMigration(groupID: project, liveMigrationID: migration.id)
    try await atlas.wait(for: get, until: .readyForCutover) { migration in
      print("\(migration.lagTimeSeconds ?? 0) seconds behind")
    }
    // Stop the programs that write to the source, then:
    try await atlas.send(
      StartLiveMigrationCutover(groupID: project, liveMigrationID: migration.id))
    let finished = try await atlas.wait(for: get, until: .completed)
    return finished
  }

  @Test("checks a migration, starts it, and cuts over")
  func migration() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let source = LiveMigrationSource(
        clusterName: "old", groupID: "5e2f0a1b9c8d7e6f5a4b9999", ssl: true,
        managedAuthentication: true)
      let migration = try await migrate(
        atlas, from: source, project: simulated.groupID, host: "migration.example.com")
      // What the migration does meanwhile.
      await simulated.simulator.store.update(
        migration.id.rawValue, in: "\(simulated.projectPath)/liveMigrations",
        with: ["status": "COMPLETE", "readyForCutover": true])
      let finished = try await cutOver(atlas, project: simulated.groupID, migration: migration)
      #expect(finished?.status == .complete)
    }
  }
}
