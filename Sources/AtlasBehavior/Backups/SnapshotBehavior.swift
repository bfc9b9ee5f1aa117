import EndpointRuntime
import EndpointSimulator
import Foundation

/// The behavior of snapshots.
enum SnapshotBehavior {
  static let handlers: [String: Handler] = [
    "ListSnapshots": list, "TakeSnapshot": take, "ListShardedClusterSnapshots": listSharded,
    "GetShardedClusterSnapshot": ofShardedCluster, "DeleteShardedClusterSnapshot": ofShardedCluster,
    "ListServerlessSnapshots": list,
  ]

  /// A completed snapshot has a size.
  static let computedFields: SimulatedBehavior.ComputedFields = { snapshot, _, _ in
    guard snapshot["status"] == "completed", snapshot["storageSizeBytes"] == 0 else { return [:] }
    return ["storageSizeBytes": 1_610_612_736]
  }

  /// The newest snapshot is the first.
  private static let list: Handler = { request, store in
    await request.collectionResponse(from: store) { $0.reversed() }
  }

  private static let take: Handler = { request, store in
    let days = request.body?["retentionInDays"]?.integer ?? 1
    guard days > 0, days <= 3_650_000 else {
      throw SimulatedError.invalidAttribute("retentionInDays", "must be positive")
    }
    let cluster = await ClusterBehavior.cluster(of: request, in: store)
    let date = store.clock.date
    var request = request
    request.additions = [
      "snapshotType": "onDemand", "type": "replicaSet", "cloudProvider": "AWS",
      "replicaSetName": .string(request.pathValue("CLUSTER-NAME") ?? ""),
      "createdAt": .string(Timestamp.string(from: date)),
      "expiresAt": .string(Timestamp.string(from: date.addingTimeInterval(Double(days) * 86_400))),
      "mongodVersion": cluster?["mongoDBVersion"] ?? "8.0.4",
    ]
    return try await DefaultBehavior.handler(request, store)
  }

  /// The snapshots of a sharded cluster have a path of their own.
  private static let ofShardedCluster: Handler = { request, store in
    var request = request
    request.path = request.path.replacing("/shardedCluster/", with: "/", maxReplacements: 1)
    return try await DefaultBehavior.handler(request, store)
  }

  private static let listSharded: Handler = { request, store in
    var request = request
    request.path = request.path.replacing("/shardedClusters", with: "", maxReplacements: 1)
    return await request.collectionResponse(from: store) { $0.reversed() }
  }
}
