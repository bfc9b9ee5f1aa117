import EndpointRuntime
import EndpointSimulator

/// The project of the simulator with its cluster.
struct SimulatedProject: Sendable {
  let groupID: String
  let clusterName: String

  /// Checks that a request belongs to the project and its cluster.
  func check(_ request: SimulatedRequest) throws(SimulatedError) {
    let group = request.pathValue("GROUP-ID") ?? ""
    guard group == groupID else {
      throw SimulatedError(
        status: 404, code: "GROUP_NOT_FOUND", detail: "No group with ID \(group) exists.",
        parameters: [.string(group)])
    }
    let cluster = request.pathValue("CLUSTER-NAME") ?? ""
    guard cluster == clusterName else {
      throw SimulatedError(
        status: 404, code: "CLUSTER_NOT_FOUND",
        detail: "No cluster named \(cluster) exists in group \(group).",
        parameters: [.string(cluster), .string(group)])
    }
  }

  /// Inserts the project and the cluster into the store.
  func insert(into store: ResourceStore) async {
    await store.insert(
      [
        "id": .string(groupID), "name": "MyProject", "orgId": "5e2f0a1b9c8d7e6f5a4b9000",
        "clusterCount": 1, "created": "2026-01-05T09:00:00Z",
      ], into: "/groups")
    await store.insert(
      [
        "id": "5e2f0a1b9c8d7e6f5a4b1000", "name": .string(clusterName), "groupId": .string(groupID),
        "clusterType": "REPLICASET", "stateName": "IDLE", "mongoDBMajorVersion": "7.0",
        "mongoDBVersion": "7.0.12", "createDate": "2026-01-05T09:10:00Z", "diskSizeGB": 10,
        "backupEnabled": true, "paused": false,
      ], into: "/groups/\(groupID)/clusters")
  }
}
