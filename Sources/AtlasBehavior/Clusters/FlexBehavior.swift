import EndpointRuntime
import EndpointSimulator

/// Flex clusters and other clusters have paths of their own.
enum FlexBehavior {
  private static let collections = ["clusters", "flexClusters"]

  /// Rejects a cluster below the path of the other kind.
  static func check(
    _ request: SimulatedRequest, _ store: ResourceStore
  ) async throws(SimulatedError) {
    let segments = request.path.split(separator: "/").map(String.init)
    guard segments.count > 3, segments[0] == "groups", collections.contains(segments[2]),
      let other = collections.first(where: { $0 != segments[2] })
    else { return }
    let (group, name) = (
      segments[1], request.pathValue("CLUSTER-NAME") ?? request.pathValue("NAME") ?? ""
    )
    guard await store.find(name, in: "/groups/\(group)/\(other)", matching: "{NAME}") != nil,
      await store.find(name, in: "/groups/\(group)/\(segments[2])", matching: "{NAME}") == nil
    else { return }
    throw other == "flexClusters"
      ? SimulatedError(
        status: 400, code: "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API",
        detail: "Flex cluster \(name) cannot be used in the Cluster API.",
        parameters: [.string(name)])
      : SimulatedError(
        status: 400, code: "CANNOT_USE_NON_FLEX_CLUSTER_IN_FLEX_API",
        detail: "Cannot use non-flex cluster \(name) in the flex API.",
        parameters: [.string(name)])
  }
}
