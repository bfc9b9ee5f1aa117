import EndpointRuntime
import EndpointSimulator

/// The behavior of restore jobs: only downloads can be cancelled, and only of completed snapshots.
enum RestoreJobBehavior {
  static let handlers: [String: Handler] = [
    "ListRestoreJobs": list, "CreateRestoreJob": create, "CancelRestoreJob": cancel,
  ]

  /// Only downloads have URLs.
  static let computedFields: SimulatedBehavior.ComputedFields = { job, _, _ in
    let isDone = job["finishedAt"] != nil && job["cancelled"] != true && job["failed"] != true
    guard job["deliveryType"] == "download", isDone else { return ["deliveryUrl": []] }
    let id = job["id"]?.string ?? ""
    return ["deliveryUrl": [.string("https://restore.example.net/\(id).tar.gz")]]
  }

  /// The newest job is the first.
  private static let list: Handler = { request, store in
    await request.collectionResponse(from: store) { $0.reversed() }
  }

  private static let create: Handler = { request, store in
    var request = request
    request.additions["sourceClusterName"] =
      request.pathValue("CLUSTER-NAME").map { .string($0) }
    if let snapshot = try await snapshot(of: request, in: store) {
      request.additions["timestamp"] = snapshot["createdAt"]
    }
    try await checkTarget(of: request, in: store)
    return try await DefaultBehavior.handler(request, store)
  }

  /// Checks that the project and the cluster exist into which a job restores.
  private static func checkTarget(
    of request: SimulatedRequest, in store: ResourceStore
  ) async throws(SimulatedError) {
    guard let group = request.body?["targetGroupId"]?.string else { return }
    guard await store.find(group, in: "/groups") != nil else {
      throw SimulatedError(
        status: 404, code: "GROUP_NOT_FOUND", detail: "No group with ID \(group) exists.",
        parameters: [.string(group)])
    }
    guard let name = request.body?["targetClusterName"]?.string else { return }
    let collections = ["/groups/\(group)/clusters", "/groups/\(group)/serverless"]
    for collection in collections where await store.find(name, in: collection) != nil { return }
    throw SimulatedError(
      status: 404, code: "CLUSTER_NOT_FOUND",
      detail: "No cluster named \(name) exists in group \(group).",
      parameters: [.string(name), .string(group)])
  }

  /// Returns the snapshot that a job restores; `nil` if it restores a point in time.
  private static func snapshot(
    of request: SimulatedRequest, in store: ResourceStore
  ) async throws(SimulatedError) -> JSON? {
    guard let id = request.body?["snapshotId"]?.string else { return nil }
    let collection = request.path.replacing("/restoreJobs", with: "/snapshots")
    guard let snapshot = await store.find(id, in: collection) else {
      throw SimulatedError(
        status: 404, code: "SNAPSHOT_NOT_FOUND", detail: "No snapshot with ID \(id) exists.",
        parameters: [.string(id)])
    }
    guard snapshot["status"] == "completed" else {
      throw SimulatedError(
        status: 409, code: "CANNOT_DOWNLOAD_INCOMPLETE_SNAPSHOT",
        detail: "The snapshot \(id) is not completed.", parameters: [.string(id)])
    }
    return snapshot
  }

  /// Cancelling a cancelled job again changes nothing.
  private static let cancel: Handler = { request, store in
    let id = request.id ?? ""
    guard
      let job = await store.find(id, in: request.collection, matching: request.template)
    else { throw request.itemNotFound }
    guard job["deliveryType"] == "download" else {
      throw SimulatedError(
        status: 400, code: "CANNOT_CANCEL_AUTOMATED_RESTORE",
        detail: "Cannot cancel a restore job that restores into a cluster.")
    }
    await store.update(
      id, in: request.collection, matching: request.template, with: ["cancelled": true],
      endsStates: true)
    return .empty()
  }
}
