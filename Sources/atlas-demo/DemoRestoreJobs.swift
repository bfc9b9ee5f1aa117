import AtlasCore
import Foundation

/// The restore jobs of a cluster through one version of the API.
protocol DemoRestoreJobs: Sendable {
  func snapshots() async throws -> [DemoSnapshot]
  func createDownload(of snapshot: ObjectID) async throws -> DemoRestoreJob
  func createAutomated(of snapshot: ObjectID) async throws -> DemoRestoreJob
  func all() async throws -> [DemoRestoreJob]
  func job(_ id: ObjectID, envelope: Bool) async throws -> DemoRestoreJob
  func cancel(_ id: ObjectID) async throws
}

/// What the demo shows of a snapshot.
struct DemoSnapshot {
  var id: ObjectID
  var status: String?
  var createdAt: Date?
}

/// What the demo shows of a restore job.
struct DemoRestoreJob {
  var id: ObjectID
  var deliveryType: String
  var deliveryURL: String?
  var isCancelled: Bool
  var isFinished: Bool
}
