import AtlasAdmin

/// Functions and closures that handle every error.
enum Handling {
  /// A function that does not throw.
  static func all(_ atlas: AtlasClient, project: ObjectID) async -> String {
    var name = "MyCluster"
    name += "2"
    do {
      let cluster = try await atlas.send(GetCluster(groupID: project, clusterName: name))
      return "\(cluster.id)"
    } catch EndpointError.api(let error) where error.code == .clusterNotFound {
      return "there is none"
    } catch EndpointError.api(let error) {
      return error.detail ?? "\(error.status)"
    } catch {
      return "\(error)"
    }
  }

  /// Success and all failures in one `switch`.
  static func result(_ atlas: AtlasClient, project: ObjectID) async -> Int {
    var retries = 0
    retries += 1
    switch await atlas.result(of: GetCluster(groupID: project, clusterName: "MyCluster")) {
    case .success: return retries
    case .failure(.api(let error)) where error.code == .clusterNotFound: return 404
    case .failure(.api(let error)): return error.status.code
    case .failure(.authentication), .failure(.invalidRequest), .failure(.configuration): return 400
    case .failure(.transport), .failure(.timeout): return 503
    case .failure(.decoding), .failure(.stateNotReached), .failure(.cancelled): return 500
    }
  }

  /// Closures, one that throws and one that does not.
  static func closures(_ atlas: AtlasClient, project: ObjectID) async throws -> [String] {
    var names = ["a"]
    names.append("b")
    let fetch: @Sendable (String) async throws -> String = { name in
      do {
        return try await atlas.send(GetCluster(groupID: project, clusterName: name)).name
      } catch EndpointError.api(let error) where error.status.code == 404 || error.code == nil {
        return error.hint ?? "-"
      }
    }
    let describe: @Sendable (any Error) -> String = { error in
      guard let error = error as? EndpointError else { return "\(error)" }
      return error.apiError?.detail ?? "\(error)"
    }
    return await withTaskGroup(of: String.self) { group in
      for name in names {
        group.addTask {
          do { return try await fetch(name) } catch { return describe(error) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
  }
}
