import EndpointRuntime
import EndpointSimulator

/// The one project that the simulator knows, with its one cluster.
struct SimulatedProject: Sendable {
  let groupID: String
  let clusterName: String

  /// Makes sure that a request is about the project and its cluster.
  func check(_ request: SimulatedRequest) throws(SimulatedError) {
    let group = request.pathValues["GROUP-ID"] ?? ""
    guard group == groupID else {
      throw SimulatedError(
        status: 404, code: "GROUP_NOT_FOUND", detail: "No group with ID \(group) exists.",
        parameters: [.string(group)])
    }
    let cluster = request.pathValues["CLUSTER-NAME"] ?? ""
    guard cluster == clusterName else {
      throw SimulatedError(
        status: 404, code: "CLUSTER_NOT_FOUND",
        detail: "No cluster named \(cluster) exists in group \(group).",
        parameters: [.string(cluster), .string(group)])
    }
  }
}
