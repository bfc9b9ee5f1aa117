import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of waiting and pages")
struct WaitingExampleTests {
  private func items(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws
    -> [ObjectID]
  {
    var old: [ObjectID] = []
    let snapshots = atlas.items(of: ListSnapshots(groupID: project, clusterName: cluster))
    for try await snapshot in snapshots where snapshot.snapshotType == .onDemand {
      old.append(snapshot.id)
      if old.count == 10 { break }
    }
    return old
  }

  private func pages(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws -> Int {
    var count = 0
    let list = ListSnapshots(
      groupID: project, clusterName: cluster, page: .init(size: 50, includesCount: true))
    for try await page in atlas.pages(of: list) {
      count += page.items.count
      print("\(count) of \(page.totalCount ?? count)")
    }
    return count
  }

  func wait(
    _ atlas: AtlasClient, project: ObjectID, cluster: String, snapshot: ObjectID
  ) async throws -> String {
    do {
      try await atlas.wait(
        for: GetSnapshot(groupID: project, clusterName: cluster, snapshotID: snapshot),
        until: .completed, timeout: .seconds(1800)
      ) { snapshot in
        print(snapshot.status ?? "?")
      }
      return "done"
    } catch EndpointError.stateNotReached(let state) {
      return "it will not come: \(state.state)"
    } catch EndpointError.timeout {
      return "not yet"
    }
  }

  private func upgrade(_ atlas: AtlasClient, project: ObjectID, name: String) async throws
    -> Cluster
  {
    let cluster = try await atlas.wait(
      for: GetCluster(groupID: project, clusterName: name), every: .seconds(30)
    ) { cluster in
      cluster.mongoDBMajorVersion == "8.0" && cluster.stateName == .idle
    }
    return cluster
  }

  @Test("waits with a custom waiter")
  func ownWaiter() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let created = try await atlas.send(
        CreateCluster(
          groupID: simulated.groupID,
          body: .init(
            name: "new",
            providerSettings: .aws(.init(instanceSizeName: .m10, regionName: "EU_CENTRAL_1")),
            mongoDBMajorVersion: "8.0")))
      let cluster = try await upgrade(
        atlas, project: simulated.groupID, name: created.name)
      #expect(cluster.mongoDBMajorVersion == "8.0")
    }
  }

  @Test("iterates over items and pages")
  func lists() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (group, cluster) = (simulated.groupID, simulated.clusterName)
      let taken = try await atlas.send(
        TakeSnapshot(
          groupID: group, clusterName: cluster, body: .init(description: "d", retentionInDays: 1)))
      #expect(try await items(atlas, project: group, cluster: cluster) == [taken.id])
      #expect(try await pages(atlas, project: group, cluster: cluster) == 3)
      let text = try await wait(atlas, project: group, cluster: cluster, snapshot: taken.id)
      #expect(text == "done")
    }
  }

  @Test("reports a state that will not be reached")
  func failure() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      await simulated.add(
        "s1", to: "\(simulated.clusterPath)/backup/snapshots", with: ["status": "failed"])
      let text = try await wait(
        atlas, project: simulated.groupID, cluster: simulated.clusterName, snapshot: "s1")
      #expect(text == "it will not come: failed")
    }
  }
}
