import AtlasAdmin

/// Functions that leave other errors to their caller.
enum Throwing {
  /// A pattern with a condition, after a variable that changes.
  static func condition(_ atlas: AtlasClient, project: ObjectID) async throws {
    var options = RequestOptions<AtlasAdminAPI>()
    options.timeout = .seconds(5)
    do {
      try await atlas.send(
        CancelRestoreJob(groupID: project, clusterName: "MyCluster", jobID: project),
        options: options)
    } catch EndpointError.api(let error) where error.code == .cannotCancelAutomatedRestore {
      print(error.hint ?? "an error, since only downloads can be cancelled")
    }
  }

  /// Several patterns and an alternative, whose error is used in `??`, `||` and a closure.
  static func alternatives(_ atlas: AtlasClient, project: ObjectID) async throws -> String {
    var attempts = 0
    attempts += 1
    do {
      let cluster = try await atlas.send(GetCluster(groupID: project, clusterName: "MyCluster"))
      return "\(cluster.name) \(attempts)"
    } catch EndpointError.api(let error)
      where error.code == .clusterNotFound || error.code == .resourceNotFound
    {
      return [1, 2].map { "\($0): \(error.detail ?? error.hint ?? "-")" }.joined()
    } catch EndpointError.timeout, EndpointError.cancelled {
      return "not now"
    }
  }

  /// A cast, and a loop before it.
  static func cast(_ atlas: AtlasClient, project: ObjectID) async throws -> Int {
    var count = 0
    for try await cluster in atlas.items(of: ListClusters(groupID: project)) {
      count += cluster.name.isEmpty ? 0 : 1
    }
    do {
      try await atlas.send(DeleteCluster(groupID: project, clusterName: "MyCluster"))
    } catch let error as EndpointError where error.statusCode == 404 || error.isTimeout {
      return count
    }
    return count
  }

  /// Clauses within a loop, over a stream.
  static func loop(_ atlas: AtlasClient, body: HTTPBody, jobs: [ObjectID]) async throws -> Int {
    var size = 0
    for job in jobs {
      do {
        for try await chunk in body { size += chunk.count }
        try await atlas.send(
          CancelRestoreJob(groupID: job, clusterName: "MyCluster", jobID: job))
      } catch EndpointError.transport(let failure) where failure.kind == .interrupted {
        size = 0
      } catch EndpointError.stateNotReached(let state) where state.state == "FAILED" || size > 0 {
        continue
      }
    }
    return size
  }
}
