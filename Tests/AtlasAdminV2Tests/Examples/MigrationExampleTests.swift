import AtlasAdmin
import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import EndpointRuntime
import Testing

@Suite("Examples of the migration from API v1")
struct MigrationExampleTests {
  @Test("use both versions with one client")
  func bothVersions() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (project, cluster) = (simulated.groupID, simulated.clusterName)
      let before = try await atlas.send(
        AtlasAdmin.GetCluster(groupID: project, clusterName: cluster))
      let after = try await atlas.send(
        AtlasAdminV2.GetCluster(groupID: project, clusterName: cluster))
      #expect(before.name == cluster && after.name == cluster)
    }
  }
}
