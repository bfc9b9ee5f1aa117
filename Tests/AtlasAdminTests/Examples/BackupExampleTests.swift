import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of backups")
struct BackupExampleTests {
  private func snapshot(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws
    -> Snapshot
  {
    let snapshot = try await atlas.send(
      TakeSnapshot(
        groupID: project, clusterName: cluster,
        body: .init(description: "before the upgrade", retentionInDays: 7)))
    try await atlas.wait(
      for: GetSnapshot(groupID: project, clusterName: cluster, snapshotID: snapshot.id),
      until: .completed)
    return snapshot
  }

  private func restore(
    _ atlas: AtlasClient, snapshot: Snapshot, project: ObjectID, cluster: String
  ) async throws -> RestoreJob {
    let job = try await atlas.send(
      CreateRestoreJob(
        groupID: project, clusterName: cluster,
        body: .automated(
          .init(
            snapshotID: snapshot.id, targetClusterName: "staging", targetGroupID: project))))
    print("\(job.id) restores into \(job.targetClusterName ?? "?")")
    return job
  }

  private func download(
    _ atlas: AtlasClient, snapshot: Snapshot, project: ObjectID, cluster: String
  ) async throws -> [String] {
    let job = try await atlas.send(
      CreateRestoreJob(
        groupID: project, clusterName: cluster,
        body: .download(.init(snapshotID: snapshot.id))))
    let ready = try await atlas.wait(
      for: GetRestoreJob(groupID: project, clusterName: cluster, jobID: job.id),
      until: .downloadable)
    for url in ready.deliveryURLs ?? [] { print(url) }
    return ready.deliveryURLs ?? []
  }

  private func schedule(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws
    -> BackupSchedule
  {
    let schedule = try await atlas.send(
      GetBackupSchedule(groupID: project, clusterName: cluster))
    var policy = schedule.policies?.first ?? BackupPolicy()
    policy.policyItems = [
      .init(
        frequencyType: .daily, retentionUnit: .days, retentionValue: 7, frequencyInterval: 1),
      .init(
        frequencyType: .monthly, retentionUnit: .months, retentionValue: 12, frequencyInterval: 40),
    ]
    let changed = try await atlas.send(
      UpdateBackupSchedule(
        groupID: project, clusterName: cluster,
        body: .init(referenceHourOfDay: 3, restoreWindowDays: 7, policies: [policy])))
    return changed
  }

  @Test("takes a snapshot and restores it into a cluster")
  func restore() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      await simulated.addCluster("staging")
      let (group, cluster) = (simulated.groupID, simulated.clusterName)
      let snapshot = try await snapshot(atlas, project: group, cluster: cluster)
      let job = try await restore(atlas, snapshot: snapshot, project: group, cluster: cluster)
      #expect(job.deliveryType == .automated)
      #expect(job.targetClusterName == "staging")
    }
  }

  @Test("waits for a download")
  func download() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (group, cluster) = (simulated.groupID, simulated.clusterName)
      let snapshot = try await snapshot(atlas, project: group, cluster: cluster)
      let urls = try await download(atlas, snapshot: snapshot, project: group, cluster: cluster)
      #expect(urls.count == 1)
    }
  }

  @Test("changes the schedule of snapshots")
  func schedule() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let schedule = try await schedule(
        atlas, project: simulated.groupID, cluster: simulated.clusterName)
      #expect(schedule.referenceHourOfDay == 3)
      #expect(schedule.policies?.first?.policyItems?.map(\.frequencyType) == [.daily, .monthly])
    }
  }
}
