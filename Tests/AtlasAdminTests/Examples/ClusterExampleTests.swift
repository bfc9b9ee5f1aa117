import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of clusters")
struct ClusterExampleTests {
  private func create(_ atlas: AtlasClient, project: ObjectID) async throws -> Cluster? {
    try await atlas.send(
      CreateCluster(
        groupID: project,
        body: .init(
          name: "shop",
          providerSettings: .aws(.init(instanceSizeName: .m10, regionName: "EU_CENTRAL_1")),
          diskSizeGB: 20, providerBackupEnabled: true)))
    let cluster = try await atlas.wait(
      for: GetCluster(groupID: project, clusterName: "shop"), until: .idle)
    print(cluster.connectionStrings?.standardSRV ?? "no address yet")
    return cluster
  }

  private func change(_ atlas: AtlasClient, project: ObjectID) async throws -> Cluster? {
    let shop = GetCluster(groupID: project, clusterName: "shop")
    try await atlas.send(
      UpdateCluster(
        groupID: project, clusterName: "shop",
        body: .init(
          diskSizeGB: 40, providerSettings: .aws(.init(instanceSizeName: .m30)))))
    try await atlas.wait(for: shop, until: .idle, timeout: .seconds(2 * 3600)) { cluster in
      print(cluster.stateName ?? "?")
    }
    // Atlas rejects to change and to pause a cluster in one call.
    try await atlas.send(
      UpdateCluster(groupID: project, clusterName: "shop", body: .init(paused: true)))
    return try await atlas.send(shop)
  }

  private func delete(_ atlas: AtlasClient, project: ObjectID) async throws {
    try await atlas.send(
      DeleteCluster(groupID: project, clusterName: "shop", retainBackups: true))
    try await atlas.wait(
      for: GetCluster(groupID: project, clusterName: "shop"), until: .deleted)
  }

  private func createAdvanced(_ atlas: AtlasClient, project: ObjectID) async throws
    -> AdvancedCluster?
  {
    let nodes = AWSClusterNodes(instanceSize: .m30, nodeCount: 2)
    let shard = AdvancedClusterReplicationSpec(
      numShards: 3,
      regionConfigs: [
        .aws(.init(regionName: "EU_CENTRAL_1", priority: 7, electableSpecs: nodes)),
        .azure(
          .init(
            regionName: "EUROPE_NORTH", priority: 6,
            electableSpecs: .init(instanceSize: .m30, nodeCount: 1))),
      ])
    try await atlas.send(
      CreateAdvancedCluster(
        groupID: project,
        body: .init(
          name: "orders", clusterType: .sharded, replicationSpecs: [shard], backupEnabled: true)))
    let cluster = try await atlas.wait(
      for: GetAdvancedCluster(groupID: project, clusterName: "orders"), until: .idle)
    return cluster
  }

  @Test("creates, scales, pauses and deletes a cluster")
  func cluster() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let created = try await create(atlas, project: simulated.groupID)
      #expect(created?.diskSizeGB == 20)
      let changed = try await change(atlas, project: simulated.groupID)
      #expect(changed?.paused == true)
      #expect(changed?.diskSizeGB == 40)
      guard case .aws(let settings) = changed?.providerSettings else {
        Issue.record("it is not a cluster on AWS")
        return
      }
      #expect(settings.instanceSizeName == .m30)
      try await delete(atlas, project: simulated.groupID)
      let left = try await atlas.send(ListClusters(groupID: simulated.groupID)).items
      #expect(left.map(\.name) == [simulated.clusterName])
    }
  }

  @Test("creates a sharded cluster in two clouds")
  func advancedCluster() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let cluster = try await createAdvanced(atlas, project: simulated.groupID)
      #expect(cluster?.clusterType == .sharded)
      #expect(cluster?.replicationSpecs?.first?.regionConfigs?.count == 2)
    }
  }
}
