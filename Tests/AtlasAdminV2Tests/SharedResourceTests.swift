import AtlasAdmin
import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import EndpointRuntime
import Testing

@Suite("One client for API v1 and v2")
struct SharedResourceTests {
  @Test("lists through one version what was created through the other")
  func bothVersions() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (group, cluster) = (simulated.groupID, simulated.clusterName)

      let job = try await atlas.send(
        AtlasAdminV2.CreateRestoreJob(
          groupID: group, clusterName: cluster,
          body: .download(.init(snapshotID: simulated.snapshotID))))
      var listed: [ObjectID?] = []
      let jobs = atlas.items(
        of: AtlasAdmin.ListRestoreJobs(groupID: group, clusterName: cluster))
      for try await job in jobs { listed.append(job.id) }
      #expect(listed == [job.id])

      try await atlas.send(
        AtlasAdmin.CancelRestoreJob(groupID: group, clusterName: cluster, jobID: listed[0] ?? ""))
      let cancelled = try await atlas.send(
        AtlasAdminV2.GetRestoreJob(
          groupID: group, clusterName: cluster, restoreJobID: listed[0] ?? ""))
      #expect(cancelled.cancelled == true)
    }
  }
}
