import AtlasCore
import DemoAPIV2

/// Restore jobs through API v2.
struct RestoreJobsV2: DemoRestoreJobs {
  let atlas: AtlasClient
  let groupID: ObjectID
  let clusterName: String

  func snapshots() async throws -> [DemoSnapshot] {
    try await atlas.items(of: ListSnapshots(groupID: groupID, clusterName: clusterName))
      .reduce(into: []) { snapshots, snapshot in
        snapshots.append(
          DemoSnapshot(
            id: snapshot.id, status: snapshot.status?.description, createdAt: snapshot.createdAt))
      }
  }

  func createDownload(of snapshot: ObjectID) async throws -> DemoRestoreJob {
    try await create(.download(.init(snapshotID: snapshot)))
  }

  func createAutomated(of snapshot: ObjectID) async throws -> DemoRestoreJob {
    try await create(
      .automated(
        .init(snapshotID: snapshot, targetClusterName: clusterName, targetGroupID: groupID)))
  }

  func all() async throws -> [DemoRestoreJob] {
    try await atlas.items(of: ListRestoreJobs(groupID: groupID, clusterName: clusterName))
      .reduce(into: []) { $0.append(DemoRestoreJob($1)) }
  }

  func job(_ id: ObjectID, envelope: Bool) async throws -> DemoRestoreJob {
    DemoRestoreJob(
      try await atlas.send(
        GetRestoreJob(groupID: groupID, clusterName: clusterName, restoreJobID: id),
        options: envelope ? .init(envelope: true) : .init()))
  }

  func cancel(_ id: ObjectID) async throws {
    try await atlas.send(
      CancelRestoreJob(groupID: groupID, clusterName: clusterName, restoreJobID: id))
  }

  private func create(_ body: RestoreJobRequest) async throws -> DemoRestoreJob {
    DemoRestoreJob(
      try await atlas.send(
        CreateRestoreJob(groupID: groupID, clusterName: clusterName, body: body)))
  }
}

extension DemoRestoreJob {
  fileprivate init(_ job: RestoreJob) {
    self.init(
      id: job.id, deliveryType: job.deliveryType.description, deliveryURL: job.deliveryURLs?.first,
      isCancelled: job.cancelled == true, isFinished: job.finishedAt != nil)
  }
}
