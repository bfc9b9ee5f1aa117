import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of running at scale")
struct ScaleExampleTests {
  private func count(_ atlas: AtlasClient) async throws -> [ObjectID: Int] {
    let counts = try await withThrowingTaskGroup(of: (ObjectID, Int).self) { group in
      for try await project in atlas.items(of: ListProjects()) {
        group.addTask {
          var count = 0
          for try await _ in atlas.items(of: ListDatabaseUsers(groupID: project.id)) { count += 1 }
          return (project.id, count)
        }
      }
      return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
    }
    return counts
  }

  private func limits(_ atlas: AtlasClient, project: ObjectID) async throws {
    let sets = ListRateLimitEndpointSets(groupID: project)
    for try await set in atlas.items(of: sets) where set.scope == .project {
      let seconds = set.refillDurationSeconds?.value ?? 60
      print("\(set.endpointSetName ?? "?"): \(set.refillRate?.value ?? 0) in \(seconds) s")
    }
  }

  func share(of limit: Int, per period: Duration, processes: Int) -> RateLimit {
    let scope = RateLimit.Scope.pathParameter("groupId")
    return limit >= processes
      ? RateLimit(requests: limit / processes, per: period, scope: scope)
      : RateLimit(requests: 1, per: period * processes / limit, scope: scope)
  }

  func worker(_ credentials: Credentials, of processes: Int) -> AtlasClient {
    var retryPolicy = RetryPolicy(maximumAttempts: 5)
    retryPolicy.baseDelay = max(.seconds(processes) * 0.6, .milliseconds(500))
    retryPolicy.maximumDelay = max(retryPolicy.baseDelay, .seconds(20))
    return AtlasClient(
      credentials: credentials,
      configuration: ClientConfiguration(
        timeout: .seconds(3600), retryPolicy: retryPolicy,
        maximumConcurrentRequests: max(256 / processes, 2),
        rateLimit: share(of: 100, per: .seconds(60), processes: processes),
        adaptiveRateLimit: AdaptiveRateLimit()))
  }

  @Test("count users of all projects")
  func projects() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let counts = try await count(atlas)
      #expect(counts == [simulated.groupID: 0])
      try await limits(atlas, project: simulated.groupID)
    }
  }

  @Test("give each process a share of a limit")
  func shares() {
    let few = share(of: 100, per: .seconds(60), processes: 4)
    #expect(few.requests == 25 && few.period == .seconds(60))
    let many = share(of: 100, per: .seconds(60), processes: 1000)
    #expect(many.requests == 1 && many.period == .seconds(600))
    _ = worker(.apiKey(publicKey: "a", privateKey: "b"), of: 10)
  }
}
