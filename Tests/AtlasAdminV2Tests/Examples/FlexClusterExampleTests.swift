import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of flex clusters")
struct FlexClusterExampleTests {
  private func create(_ atlas: AtlasClient, project: ObjectID) async throws -> FlexCluster {
    try await atlas.send(
      CreateFlexCluster(
        groupID: project,
        body: .init(
          name: "trial",
          providerSettings: .init(backingProviderName: .aws, regionName: "EU_WEST_1"),
          tags: [.init(key: "team", value: "sales")])))
    let trial = try await atlas.wait(
      for: GetFlexCluster(groupID: project, name: "trial"), until: .idle)
    print(trial.connectionStrings?.standardSRV ?? "no address yet")
    return trial
  }

  private func tag(_ atlas: AtlasClient, project: ObjectID) async throws {
    for try await cluster in atlas.items(of: ListFlexClusters(groupID: project)) {
      try await atlas.send(
        UpdateFlexCluster(
          groupID: project, name: cluster.name,
          body: .init(
            tags: (cluster.tags ?? []) + [.init(key: "reviewed", value: "2026-03")],
            terminationProtectionEnabled: true)))
    }
  }

  private func restore(_ atlas: AtlasClient, project: ObjectID) async throws -> FlexRestoreJob? {
    let snapshots = atlas.items(of: ListFlexSnapshots(groupID: project, name: "trial"))
    guard let latest = try await snapshots.first(where: { $0.status == .completed }) else {
      return nil
    }
    let job = try await atlas.send(
      CreateFlexRestoreJob(
        groupID: project, name: "trial",
        body: .init(
          snapshotID: latest.id, targetDeploymentItemName: "trial", targetProjectID: project)))
    let restored = try await atlas.wait(
      for: GetFlexRestoreJob(groupID: project, name: "trial", restoreJobID: job.id),
      until: .completed)
    return restored
  }

  private func upgrade(_ atlas: AtlasClient, project: ObjectID) async throws {
    let nodes = ClusterNodes(instanceSize: .m10, nodeCount: 3)
    let region = ClusterRegion(regionName: "EU_WEST_1", priority: 7, electableSpecs: nodes)
    try await atlas.send(
      UpgradeFlexCluster(
        groupID: project,
        body: .init(
          name: "trial", clusterType: .replicaSet,
          replicationSpecs: [.init(regionConfigs: [.aws(region)])])))
  }

  private func delete(_ atlas: AtlasClient, project: ObjectID) async throws {
    try await atlas.send(DeleteFlexCluster(groupID: project, name: "trial"))
    try await atlas.wait(for: GetFlexCluster(groupID: project, name: "trial"), until: .deleted)
  }

  func address(of name: String, in project: ObjectID, _ atlas: AtlasClient) async throws -> String?
  {
    do {
      let cluster = try await atlas.send(GetCluster(groupID: project, clusterName: name))
      return cluster.connectionStrings?.standardSRV
    } catch EndpointError.api(let error) where error.code == .cannotUseFlexClusterInClusterAPI {
      let cluster = try await atlas.send(GetFlexCluster(groupID: project, name: name))
      return cluster.connectionStrings?.standardSRV
    }
  }

  @Test("creates, changes and deletes a flex cluster")
  func cluster() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let project = simulated.groupID
      let created = try await create(atlas, project: project)
      #expect(created.stateName == .idle)
      try await tag(atlas, project: project)
      let tagged = try await atlas.send(GetFlexCluster(groupID: project, name: "trial"))
      #expect(tagged.tags?.map(\.key) == ["team", "reviewed"])
      #expect(tagged.terminationProtectionEnabled == true)
      try await atlas.send(
        UpdateFlexCluster(
          groupID: project, name: "trial", body: .init(terminationProtectionEnabled: false)))
      try await delete(atlas, project: project)
      #expect(try await atlas.send(ListFlexClusters(groupID: project)).items.isEmpty)
    }
  }

  @Test("restores the latest snapshot")
  func restore() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let project = simulated.groupID
      _ = try await create(atlas, project: project)
      await simulated.add(
        "5e2f0a1b9c8d7e6f5a4b6001",
        to: "\(simulated.projectPath)/flexClusters/trial/backup/snapshots",
        with: ["status": "COMPLETED"])
      let job = try await restore(atlas, project: project)
      #expect(job?.status == .completed)
    }
  }

  @Test("upgrades a flex cluster")
  func upgrade() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      _ = try await create(atlas, project: simulated.groupID)
      try await upgrade(atlas, project: simulated.groupID)
    }
  }

  @Test("finds the address of a cluster of either kind")
  func address() async throws {
    let get: Handler = { _, _ in
      throw SimulatedError(
        status: 400, code: "CANNOT_USE_FLEX_CLUSTER_IN_CLUSTER_API", detail: "It is flex.")
    }
    try await withSimulatedAtlas(handlers: [GetCluster.name: get]) { atlas, simulated in
      _ = try await create(atlas, project: simulated.groupID)
      let address = try await address(of: "trial", in: simulated.groupID, atlas)
      #expect(address != nil)
    }
  }
}
