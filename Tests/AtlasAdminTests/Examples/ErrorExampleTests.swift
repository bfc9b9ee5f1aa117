import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of errors")
struct ErrorExampleTests {
  func cancel(_ atlas: AtlasClient, project: ObjectID, cluster: String, job: ObjectID)
    async throws -> String
  {
    do {
      try await atlas.send(
        CancelRestoreJob(groupID: project, clusterName: cluster, jobID: job))
      return "cancelled"
    } catch EndpointError.api(let error) where error.code == .cannotCancelAutomatedRestore {
      return "too late: it goes into a cluster already"
    } catch EndpointError.api(let error) where error.status == .notFound {
      return "there is no such job"
    }
  }

  func state(_ atlas: AtlasClient, project: ObjectID, cluster: String) async -> String {
    switch await atlas.result(of: GetCluster(groupID: project, clusterName: cluster)) {
    case .success(let cluster): "\(cluster.stateName, default: "unknown")"
    case .failure(.api(let error)): "rejected with \(error.status.code)"
    case .failure(let error): error.isTimeout ? "too slow" : "unknown: \(error)"
    }
  }

  func exitStatus(for error: EndpointError) -> Int32 {
    switch error {
    case .api(let response):
      switch response.code {
      case .userUnauthorized?, .accessForbidden?: return 77
      case .some(let code) where !code.isKnown: print("a code that is new: \(code)")
      case .some, nil: break
      }
      if let requestID = response.requestID { print("tell MongoDB's support: \(requestID)") }
      return 1
    case .authentication(let failure):
      return failure.reason == .rejected ? 77 : 78
    case .invalidRequest, .configuration:
      return 64
    case .transport, .timeout:
      return 75
    case .decoding, .stateNotReached, .cancelled:
      return 70
    }
  }

  func explain(_ error: EndpointError) -> String {
    if case .api(let response) = error, let hint = response.hint { return hint }
    return "\(error)"
  }

  @Test("distinguishes errors by their codes")
  func codes() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (group, cluster) = (simulated.groupID, simulated.clusterName)
      let job = try await atlas.send(
        CreateRestoreJob(
          groupID: group, clusterName: cluster,
          body: .automated(
            .init(
              snapshotID: simulated.snapshotID, targetClusterName: cluster, targetGroupID: group))))
      let text = try await cancel(atlas, project: group, cluster: cluster, job: job.id)
      #expect(text.hasPrefix("too late"))
      let other = try await cancel(
        atlas, project: group, cluster: cluster, job: "5e2f0a1b9c8d7e6f5a4bffff")
      #expect(other.hasPrefix("there is no"))
    }
  }

  @Test("prints an exit status and a hint")
  func hints() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      do {
        try await atlas.send(
          ListSnapshots(groupID: "5e2f0a1b9c8d7e6f5a4bffff", clusterName: "none"))
        Issue.record("there is no such project")
      } catch {
        let error = try #require(error as? EndpointError)
        #expect(exitStatus(for: error) == 1)
        #expect(explain(error).hasPrefix("Check the identifier of the project"))
      }
      let timeout = EndpointError.timeout(TimeoutError(limit: .seconds(60)))
      #expect(exitStatus(for: timeout) == 75)
      #expect(exitStatus(for: .invalidRequest(parameter: "a", reason: "b")) == 64)
      #expect(explain(timeout) == "no response came within 60 seconds")
    }
  }
}
