import AtlasAdmin
import EndpointSimulator

/// The behavior of restore jobs: they proceed each time they are read, and only downloads can be
/// cancelled.
struct RestoreJobBehavior: Sendable {
  static let collection = "restoreJobs"

  let project: SimulatedProject

  var list: Handler {
    { request, store in
      try project.check(request)
      return .list(await store.list(Self.collection).reversed())
    }
  }

  var get: Handler {
    { request, store in
      try project.check(request)
      let job = try await find(request, in: store)
      let id = job["id"]?.string ?? ""
      return .item(await store.update(id, in: Self.collection, with: Self.progress(of: job)) ?? job)
    }
  }

  var create: Handler {
    { request, store in
      try project.check(request)
      let order: RestoreJobRequest = try request.decodedBody()
      var members = try await Self.members(of: order, request: request, in: store)
      members.merge([
        "createdAt": "2026-03-03T12:00:00Z", "cancelled": false, "expired": false, "failed": false,
        "sourceClusterName": .string(project.clusterName), "deliveryUrl": [],
      ]) { own, _ in own }
      return .item(await store.insert(members, into: Self.collection))
    }
  }

  /// Cancelling a cancelled job again changes nothing.
  var cancel: Handler {
    { request, store in
      try project.check(request)
      let job = try await find(request, in: store)
      guard job["deliveryType"] == "download" else {
        throw SimulatedError(
          status: 400, code: "CANNOT_CANCEL_AUTOMATED_RESTORE",
          detail: "Cannot cancel a restore job that restores into a cluster.")
      }
      let id = job["id"]?.string ?? ""
      await store.update(id, in: Self.collection, with: ["cancelled": true, "deliveryUrl": []])
      return .empty()
    }
  }

  private func find(_ request: SimulatedRequest, in store: ResourceStore)
    async throws(SimulatedError) -> JSON
  {
    let id = request.id ?? ""
    guard let job = await store.find(id, in: Self.collection) else {
      throw SimulatedError(
        status: 404, code: "RESTORE_JOB_NOT_FOUND", detail: "No restore job with ID \(id) exists.",
        parameters: [.string(id)])
    }
    return job
  }

  /// Returns the fields of a new job that come from the request.
  private static func members(
    of order: RestoreJobRequest, request: SimulatedRequest, in store: ResourceStore
  ) async throws(SimulatedError) -> [String: JSON] {
    guard case .object(var members) = request.body else { throw SimulatedError.invalidJSON }
    let snapshotID: ObjectID
    switch order {
    case .automated(let restore): snapshotID = restore.snapshotID
    case .download(let restore): snapshotID = restore.snapshotID
    case .pointInTime(.time), .pointInTime(.oplog): return members
    case .pointInTime(.unknown):
      throw SimulatedError.invalidAttribute("pointInTimeUTCSeconds", of: request)
    case .unknown: throw SimulatedError.invalidAttribute("deliveryType", of: request)
    }
    let snapshot = try await SnapshotBehavior.find(snapshotID.rawValue, in: store)
    guard snapshot["status"] == "completed" else {
      throw SimulatedError(
        status: 409, code: "CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT",
        detail: "The snapshot \(snapshotID) is not completed.")
    }
    members["timestamp"] = snapshot["createdAt"]
    return members
  }

  /// Returns the fields that change when a job proceeds.
  private static func progress(of job: JSON) -> [String: JSON] {
    guard job["cancelled"] == false, job["finishedAt"] == nil else { return [:] }
    var changes: [String: JSON] = ["finishedAt": "2026-03-03T12:10:00Z"]
    if job["deliveryType"] == "download" {
      let id = job["id"]?.string ?? ""
      changes["deliveryUrl"] = [.string("https://restore.example.net/\(id).tar.gz")]
      changes["expiresAt"] = "2026-03-03T16:10:00Z"
    }
    return changes
  }
}
