import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of clusters")
struct ClusterExampleTests {
  private func create(_ atlas: AtlasClient, project: ObjectID) async throws -> Cluster {
    let nodes = ClusterNodes(instanceSize: .m30, nodeCount: 3, diskSizeGB: 40)
    let region = ClusterRegion(regionName: "EU_CENTRAL_1", priority: 7, electableSpecs: nodes)
    try await atlas.send(
      CreateCluster(
        groupID: project,
        body: .init(
          name: "shop", clusterType: .replicaSet,
          replicationSpecs: [.init(regionConfigs: [.aws(region)])], backupEnabled: true,
          terminationProtectionEnabled: true)))
    let cluster = try await atlas.wait(
      for: GetCluster(groupID: project, clusterName: "shop"), until: .idle)
    print(cluster.connectionStrings?.standardSRV ?? "no address yet")
    return cluster
  }

  private func list(_ atlas: AtlasClient) async throws {
    for try await project in atlas.items(of: ListAllClusters()) {
      for cluster in project.clusters ?? [] where cluster.availability != .available {
        print(project.groupName ?? "?", cluster.name ?? "?", cluster.availability ?? "?")
      }
    }
  }

  private func scale(_ atlas: AtlasClient, project: ObjectID) async throws {
    let larger = ClusterNodes(instanceSize: .m40, nodeCount: 3, diskSizeGB: 80)
    let region = ClusterRegion(regionName: "EU_CENTRAL_1", priority: 7, electableSpecs: larger)
    try await atlas.send(
      UpdateCluster(
        groupID: project, clusterName: "shop",
        body: .init(replicationSpecs: [.init(regionConfigs: [.aws(region)])])))
    try await atlas.wait(
      for: GetCluster(groupID: project, clusterName: "shop"), until: .idle,
      timeout: .seconds(2 * 3600)
    ) { cluster in
      print(cluster.stateName ?? "?")
    }
  }

  private func pause(_ atlas: AtlasClient, project: ObjectID) async throws {
    try await atlas.send(
      UpdateCluster(groupID: project, clusterName: "shop", body: .init(paused: true)))
  }

  private func delete(_ atlas: AtlasClient, project: ObjectID) async throws {
    try await atlas.send(
      UpdateCluster(
        groupID: project, clusterName: "shop", body: .init(terminationProtectionEnabled: false)))
    try await atlas.send(
      DeleteCluster(groupID: project, clusterName: "shop", retainBackups: true))
    try await atlas.wait(
      for: GetCluster(groupID: project, clusterName: "shop"), until: .deleted)
  }

  private func createSharded(_ atlas: AtlasClient, project: ObjectID) async throws {
    let frankfurt = ClusterRegion(
      regionName: "EU_CENTRAL_1", priority: 7,
      electableSpecs: .init(instanceSize: .m30, nodeCount: 2))
    let dublin = ClusterRegion(
      regionName: "EUROPE_NORTH", priority: 6,
      electableSpecs: .init(instanceSize: .m30, nodeCount: 1))
    let shard = ClusterReplicationSpec(regionConfigs: [.aws(frankfurt), .azure(dublin)])
    try await atlas.send(
      CreateCluster(
        groupID: project,
        body: .init(
          name: "orders", clusterType: .sharded, replicationSpecs: [shard, shard, shard])))
  }

  func ensure(_ cluster: ClusterRequest, in project: ObjectID, _ atlas: AtlasClient)
    async throws -> Cluster
  {
    do {
      try await atlas.send(CreateCluster(groupID: project, body: cluster))
    } catch EndpointError.api(let error) where error.code == .duplicateClusterName {
      print("\(cluster.name) exists")
    }
    return try await atlas.wait(
      for: GetCluster(groupID: project, clusterName: cluster.name), until: .idle)
  }

  @Test("creates, scales, pauses and deletes a cluster")
  func cluster() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let project = simulated.groupID
      let created = try await create(atlas, project: project)
      #expect(created.stateName == .idle)
      #expect(created.terminationProtectionEnabled == true)
      try await list(atlas)
      try await scale(atlas, project: project)
      try await pause(atlas, project: project)
      let shop = try await atlas.send(GetCluster(groupID: project, clusterName: "shop"))
      #expect(shop.paused == true)
      guard case .aws(let region) = shop.replicationSpecs?.first?.regionConfigs?.first else {
        Issue.record("the cluster is not on AWS")
        return
      }
      #expect(region.electableSpecs?.instanceSize == .m40)
      try await delete(atlas, project: project)
      let left = try await atlas.send(ListClusters(groupID: project)).items
      #expect(left.map(\.name) == [simulated.clusterName])
    }
  }

  @Test("creates a sharded cluster in two clouds")
  func sharded() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      try await createSharded(atlas, project: simulated.groupID)
      let orders = try await atlas.send(
        GetCluster(groupID: simulated.groupID, clusterName: "orders"))
      #expect(orders.replicationSpecs?.count == 3)
      #expect(orders.replicationSpecs?.first?.regionConfigs?.count == 2)
    }
  }

  @Test("waits for a cluster that exists already")
  func existing() async throws {
    let create: Handler = { _, _ in
      throw SimulatedError(status: 400, code: "DUPLICATE_CLUSTER_NAME", detail: "It exists.")
    }
    try await withSimulatedAtlas(handlers: [CreateCluster.name: create]) { atlas, simulated in
      let cluster = try await ensure(
        ClusterRequest(
          name: simulated.clusterName, clusterType: .replicaSet, replicationSpecs: []),
        in: simulated.groupID, atlas)
      #expect(cluster.name == simulated.clusterName)
    }
  }
}
