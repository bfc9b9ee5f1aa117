import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Foundation
import Testing

@Suite("Examples of backups")
struct BackupExampleTests {
  private func take(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws
    -> ObjectID
  {
    let snapshot = try await atlas.send(
      TakeSnapshot(
        groupID: project, clusterName: cluster,
        body: .init(description: "before the upgrade", retentionInDays: 7)))
    try await atlas.wait(
      for: GetSnapshot(groupID: project, clusterName: cluster, snapshotID: snapshot.id),
      until: .completed)
    return snapshot.id
  }

  private func delete(_ atlas: AtlasClient, project: ObjectID, cluster: String, before limit: Date)
    async throws
  {
    let snapshots = atlas.items(of: ListSnapshots(groupID: project, clusterName: cluster))
    for try await snapshot in snapshots {
      guard let date = snapshot.createdAt, date < limit, snapshot.snapshotType == .onDemand else {
        continue
      }
      try await atlas.send(
        DeleteSnapshot(groupID: project, clusterName: cluster, snapshotID: snapshot.id))
    }
  }

  private func restore(
    _ atlas: AtlasClient, snapshot: ObjectID, project: ObjectID, cluster: String
  ) async throws -> ObjectID {
    let job = try await atlas.send(
      CreateRestoreJob(
        groupID: project, clusterName: cluster,
        body: .automated(
          .init(snapshotID: snapshot, targetClusterName: "staging", targetGroupID: project))))
    try await atlas.wait(
      for: GetRestoreJob(groupID: project, clusterName: cluster, restoreJobID: job.id),
      until: .finished)
    return job.id
  }

  private func pointInTime(project: ObjectID) -> RestoreJobRequest {
    let lastNight = RestoreJobRequest.pointInTime(
      .time(
        .init(
          targetClusterName: "staging", targetGroupID: project,
          pointInTimeUTCSeconds: 1_772_500_000)))
    return lastNight
  }

  private func download(
    _ atlas: AtlasClient, snapshot: ObjectID, project: ObjectID, cluster: String
  ) async throws -> [String] {
    let job = try await atlas.send(
      CreateRestoreJob(
        groupID: project, clusterName: cluster, body: .download(.init(snapshotID: snapshot))))
    let ready = try await atlas.wait(
      for: GetRestoreJob(groupID: project, clusterName: cluster, restoreJobID: job.id),
      until: .downloadable)
    for url in ready.deliveryURLs ?? [] { print(url) }
    return ready.deliveryURLs ?? []
  }

  private func schedule(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws
    -> BackupSchedule
  {
    let schedule = try await atlas.send(
      GetBackupSchedule(groupID: project, clusterName: cluster))
    var policy = schedule.policies?.first ?? BackupPolicy(policyItems: [])
    policy.policyItems = [
      .init(
        frequencyInterval: 1, frequencyType: .daily, retentionUnit: .days, retentionValue: 7),
      .init(
        frequencyInterval: 40, frequencyType: .monthly, retentionUnit: .months, retentionValue: 12),
    ]
    let changed = try await atlas.send(
      UpdateBackupSchedule(
        groupID: project, clusterName: cluster,
        body: .init(policies: [policy], referenceHourOfDay: 3, restoreWindowDays: 7)))
    return changed
  }

  private func export(
    _ atlas: AtlasClient, snapshot: ObjectID, project: ObjectID, cluster: String, role: ObjectID
  ) async throws -> ExportJob {
    let bucket = try await atlas.send(
      CreateExportBucket(
        groupID: project,
        body: .init(cloudProvider: .aws, bucketName: "acme-atlas-exports", iamRoleID: role)))
    let job = try await atlas.send(
      CreateExportJob(
        groupID: project, clusterName: cluster,
        body: .init(exportBucketID: bucket.id, snapshotID: snapshot)))
    let exported = try await atlas.wait(
      for: GetExportJob(groupID: project, clusterName: cluster, exportID: job.id),
      until: .successful)
    print("exported to \(exported.prefix ?? "?")")
    return exported
  }

  @Test("takes a snapshot and restores it into a cluster")
  func restore() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      await simulated.addCluster("staging")
      let (group, cluster) = (simulated.groupID, simulated.clusterName)
      let snapshot = try await take(atlas, project: group, cluster: cluster)
      let id = try await restore(atlas, snapshot: snapshot, project: group, cluster: cluster)
      let job = try await atlas.send(
        GetRestoreJob(groupID: group, clusterName: cluster, restoreJobID: id))
      #expect(job.targetClusterName == "staging")
      #expect(job.finishedAt != nil)
    }
  }

  @Test("restores a point in time")
  func pointInTime() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      await simulated.addCluster("staging")
      let job = try await atlas.send(
        CreateRestoreJob(
          groupID: simulated.groupID, clusterName: simulated.clusterName,
          body: pointInTime(project: simulated.groupID)))
      #expect(job.deliveryType == .pointInTime)
    }
  }

  @Test("deletes old snapshots on demand")
  func delete() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (group, cluster) = (simulated.groupID, simulated.clusterName)
      let snapshot = try await take(atlas, project: group, cluster: cluster)
      try await delete(atlas, project: group, cluster: cluster, before: .distantFuture)
      simulated.clock.advance(by: .seconds(3600))
      let left = try await atlas.send(ListSnapshots(groupID: group, clusterName: cluster)).items
      #expect(left.count == 2)
      #expect(!left.map(\.id).contains(snapshot))
    }
  }

  @Test("waits for a download")
  func download() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let urls = try await download(
        atlas, snapshot: simulated.snapshotID, project: simulated.groupID,
        cluster: simulated.clusterName)
      #expect(urls.count == 1)
    }
  }

  @Test("changes the schedule of snapshots")
  func schedule() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let schedule = try await schedule(
        atlas, project: simulated.groupID, cluster: simulated.clusterName)
      #expect(schedule.referenceHourOfDay == 3)
      #expect(schedule.policies?.first?.policyItems.map(\.frequencyType) == [.daily, .monthly])
    }
  }

  @Test("exports a snapshot")
  func export() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let job = try await export(
        atlas, snapshot: simulated.snapshotID, project: simulated.groupID,
        cluster: simulated.clusterName, role: simulated.roleID)
      #expect(job.state == .successful)
    }
  }
}
