import AtlasAdmin
import AtlasAdminV2
import AtlasSimulator
import EndpointRuntime
import TestSupport
import Testing

@Suite("Examples of the migration from API v1")
struct MigrationExampleTests {
  private func withAtlas(
    _ test: (AtlasClient, _ project: ObjectID, _ cluster: String) async throws -> Void
  ) async throws {
    try await withServerLimit {
      let simulated = AtlasSimulator()
      let atlas = AtlasClient(
        credentials: simulated.credentials, baseURL: try await simulated.start(),
        configuration: ClientConfiguration(timeout: .seconds(86_400)))
      do {
        try await test(atlas, simulated.groupID, simulated.clusterName)
      } catch {
        await simulated.stop()
        throw error
      }
      await simulated.stop()
    }
  }

  @Test("use both versions with one client")
  func bothVersions() async throws {
    try await withAtlas { atlas, project, cluster in
      let before = try await atlas.send(
        AtlasAdmin.GetCluster(groupID: project, clusterName: cluster))
      let after = try await atlas.send(
        AtlasAdminV2.GetCluster(groupID: project, clusterName: cluster))
      #expect(before.name == cluster && after.name == cluster)
    }
  }
}
