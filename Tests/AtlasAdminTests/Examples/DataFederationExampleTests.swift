import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of data federation and archives")
struct DataFederationExampleTests {
  private func federate(_ atlas: AtlasClient, project: ObjectID, role: ObjectID) async throws
    -> FederatedDatabaseInstance
  {
    let orders = FederatedDatabaseCollection(
      name: "orders",
      dataSources: [
        .init(storeName: "cluster", database: "shop", collection: "orders"),
        .init(storeName: "bucket", path: "/orders/{year int}/*", defaultFormat: .parquet),
      ])
    let instance = try await atlas.send(
      CreateFederatedDatabaseInstance(
        groupID: project,
        body: .init(
          name: "reports",
          cloudProviderConfig: .init(aws: .init(roleID: role, testS3Bucket: "shop-archive")),
          storage: .init(
            databases: [.init(name: "shop", collections: [orders])],
            stores: [
              .cluster(.init(name: "cluster", clusterName: "shop", projectID: project)),
              .s3(.init(name: "bucket", bucket: "shop-archive", region: "eu-central-1")),
            ]))))
    return instance
  }

  private func limit(_ atlas: AtlasClient, project: ObjectID) async throws {
    try await atlas.send(
      SetFederatedDatabaseQueryLimit(
        groupID: project, name: "reports", limitName: .daily,
        body: .init(value: 100 << 30, overrunPolicy: .block)))
  }

  private func archive(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws
    -> OnlineArchive?
  {
    let archive = try await atlas.send(
      CreateOnlineArchive(
        groupID: project, clusterName: cluster,
        body: .init(
          dbName: "shop", collName: "orders",
          criteria: .date(.init(dateField: "created", expireAfterDays: 365)),
          partitionFields: [.init(fieldName: "customer", order: 0)],
          schedule: .init(type: .daily, startHour: 1, startMinute: 0, endHour: 5, endMinute: 0))))
    let active = try await atlas.wait(
      for: GetOnlineArchive(groupID: project, clusterName: cluster, archiveID: archive.id),
      until: .active)
    return active
  }

  @Test("creates a federated database from a cluster and a bucket")
  func federation() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let instance = try await federate(
        atlas, project: simulated.groupID, role: simulated.organizationID)
      #expect(instance.storage?.stores?.count == 2)
      try await limit(atlas, project: simulated.groupID)
      let limit = try await atlas.send(
        GetFederatedDatabaseQueryLimit(
          groupID: simulated.groupID, name: "reports", limitName: .daily))
      #expect(limit.value == 107_374_182_400)
    }
  }

  @Test("creates an archive and waits until it is active")
  func archive() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let archive = try await archive(
        atlas, project: simulated.groupID, cluster: simulated.clusterName)
      #expect(archive?.state == .active)
    }
  }
}
