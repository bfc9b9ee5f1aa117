import AtlasAdmin
import EndpointSimulator

/// The behavior of snapshots: they are queued, in progress, and then completed.
struct SnapshotBehavior: Sendable {
  static let collection = "snapshots"

  let project: SimulatedProject

  var list: Handler {
    { request, store in
      try project.check(request)
      for snapshot in await store.list(Self.collection) { await Self.advance(snapshot, in: store) }
      return .list(await store.list(Self.collection).reversed())
    }
  }

  var get: Handler {
    { request, store in
      try project.check(request)
      let id = request.id ?? ""
      let snapshot = try await Self.find(id, in: store)
      return .item(await Self.advance(snapshot, in: store))
    }
  }

  var take: Handler {
    { request, store in
      try project.check(request)
      let order: SnapshotRequest = try request.decodedBody()
      guard order.retentionInDays > 0 else {
        throw SimulatedError.invalidAttribute("retentionInDays", of: request)
      }
      let snapshot = await store.insert(
        [
          "description": .string(order.description),
          "retentionInDays": .integer(Int64(order.retentionInDays)), "status": "queued",
          "snapshotType": "onDemand", "type": "replicaSet", "cloudProvider": "AWS",
        ], into: Self.collection)
      return .item(snapshot)
    }
  }

  /// A snapshot.
  ///
  /// - Throws: 404 if it does not exist.
  static func find(_ id: String, in store: ResourceStore) async throws(SimulatedError) -> JSON {
    guard let snapshot = await store.find(id, in: collection) else {
      throw SimulatedError(
        status: 404, code: "SNAPSHOT_NOT_FOUND", detail: "No snapshot with ID \(id) exists.",
        parameters: [.string(id)])
    }
    return snapshot
  }

  @discardableResult
  private static func advance(_ snapshot: JSON, in store: ResourceStore) async -> JSON {
    let next: [String: JSON]
    switch snapshot["status"]?.string {
    case "queued": next = ["status": "inProgress"]
    case "inProgress":
      next = [
        "status": "completed", "createdAt": "2026-03-03T12:00:00Z",
        "storageSizeBytes": 1_610_612_736, "mongodVersion": "7.0.12",
      ]
    default: return snapshot
    }
    return await store.update(snapshot["id"]?.string ?? "", in: collection, with: next) ?? snapshot
  }
}
