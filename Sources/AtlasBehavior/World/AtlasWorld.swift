public import EndpointRuntime
import EndpointSimulator
import Foundation

/// The resources of Atlas that exist at first: an organization with a project, which has a cluster with
/// two snapshots.
public struct AtlasWorld: Hashable, Sendable {
  /// The identifier of the organization.
  public var organizationID: ObjectID
  /// The identifier of the project.
  public var groupID: ObjectID
  /// The name of the cluster.
  public var clusterName: String
  /// The identifier of a completed snapshot.
  public var snapshotID: ObjectID

  /// Creates a world with fixed identifiers.
  public init(
    organizationID: ObjectID = "5e2f0a1b9c8d7e6f5a4b9000",
    groupID: ObjectID = "5e2f0a1b9c8d7e6f5a4b3c2d", clusterName: String = "MyCluster",
    snapshotID: ObjectID = "5e2f0a1b9c8d7e6f5a4b0001"
  ) {
    self.organizationID = organizationID
    self.groupID = groupID
    self.clusterName = clusterName
    self.snapshotID = snapshotID
  }

  /// Inserts the resources into a store.
  public func insert(into store: ResourceStore) async {
    await store.insert(
      ["id": .string(organizationID.rawValue), "name": "MyOrganization", "isDeleted": false],
      into: "/orgs")
    let group = groupID.rawValue
    await store.insert(
      [
        "id": .string(group), "name": "MyProject", "orgId": .string(organizationID.rawValue),
        "created": "2026-01-05T09:00:00Z",
      ], into: "/groups")
    await store.insert(
      [
        "id": "5e2f0a1b9c8d7e6f5a4b1000", "name": .string(clusterName), "groupId": .string(group),
        "clusterType": "REPLICASET", "stateName": "IDLE", "mongoDBMajorVersion": "7.0",
        "mongoDBVersion": "7.0.12", "createDate": "2026-01-05T09:10:00Z", "diskSizeGB": 10,
        "backupEnabled": true, "providerBackupEnabled": true, "paused": false,
        "providerSettings": [
          "providerName": "AWS", "instanceSizeName": "M10", "regionName": "EU_CENTRAL_1",
        ],
        "replicationSpecs": [replicationSpec],
      ], into: "/groups/\(group)/clusters")
    for (id, days) in [(snapshotID.rawValue, 2.0), ("5e2f0a1b9c8d7e6f5a4b0002", 1)] {
      await insertSnapshot(id, ageInDays: days, into: store)
    }
  }

  /// A region in the forms of all versions of the API.
  private var replicationSpec: JSON {
    [
      "id": "5e2f0a1b9c8d7e6f5a4b1001", "zoneId": "5e2f0a1b9c8d7e6f5a4b1002", "numShards": 1,
      "zoneName": "Zone 1",
      "regionsConfig": [
        "EU_CENTRAL_1": [
          "electableNodes": 3, "priority": 7, "readOnlyNodes": 0, "analyticsNodes": 0,
        ]
      ],
      "regionConfigs": [
        [
          "providerName": "AWS", "regionName": "EU_CENTRAL_1", "priority": 7,
          "electableSpecs": ["instanceSize": "M10", "nodeCount": 3],
        ]
      ],
    ]
  }

  private func insertSnapshot(
    _ id: String, ageInDays age: Double, into store: ResourceStore
  ) async {
    let created = store.clock.date.addingTimeInterval(-age * 86_400)
    await store.insert(
      [
        "id": .string(id), "status": "completed", "snapshotType": "scheduled",
        "frequencyType": "daily", "type": "replicaSet", "cloudProvider": "AWS",
        "replicaSetName": .string("\(clusterName)-shard-0"), "mongodVersion": "7.0.12",
        "storageSizeBytes": 1_610_612_736,
        "createdAt": .string(Timestamp.string(from: created)),
        "expiresAt": .string(Timestamp.string(from: created.addingTimeInterval(7 * 86_400))),
      ], into: "/groups/\(groupID)/clusters/\(clusterName)/backup/snapshots")
  }
}
