import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Foundation
import Testing

@Suite("Examples of data federation and archives")
struct DataFederationExampleTests {
  private func federate(_ atlas: AtlasClient, project: ObjectID, role: ObjectID) async throws
    -> FederatedDatabaseInstance
  {
    let orders = FederatedDatabaseCollection(
      name: "orders",
      dataSources: [
        .init(storeName: "bucket", path: "/orders/{year int}/*", defaultFormat: .parquet),
        .init(storeName: "cluster", database: "shop", collection: "orders"),
      ])
    try await atlas.send(
      CreateFederatedDatabaseInstance(
        groupID: project,
        body: .init(
          name: "reports",
          cloudProviderConfig: .init(aws: .init(roleID: role, testS3Bucket: "shop-archive")),
          storage: .init(
            databases: [.init(name: "shop", collections: [orders])],
            stores: [
              .s3(.init(name: "bucket", bucket: "shop-archive", region: "EU_CENTRAL_1")),
              .cluster(.init(name: "cluster", clusterName: "shop", projectID: project)),
            ]))))
    let instance = try await atlas.wait(
      for: GetFederatedDatabaseInstance(groupID: project, name: "reports"), until: .active)
    print("connect to \(instance.hostnames?.first ?? "?")")
    return instance
  }

  private func limit(_ atlas: AtlasClient, project: ObjectID) async throws -> Int64 {
    try await atlas.send(
      SetFederatedDatabaseQueryLimit(
        groupID: project, name: "reports", limitName: .daily,
        body: .init(value: 100 << 30, overrunPolicy: .block)))
    let limit = try await atlas.send(
      GetFederatedDatabaseQueryLimit(groupID: project, name: "reports", limitName: .daily))
    return limit.value
  }

  private func download(_ atlas: AtlasClient, project: ObjectID, file: URL) async throws {
    let log = try await atlas.send(
      DownloadFederatedDatabaseQueryLogs(
        groupID: project, name: "reports", startDate: .now.addingTimeInterval(-3600),
        endDate: .now))
    try await log.write(to: file, limit: 1 << 30)
  }

  private func archive(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws
    -> ObjectID
  {
    let archive = try await atlas.send(
      CreateOnlineArchive(
        groupID: project, clusterName: cluster,
        body: .init(
          collName: "orders",
          criteria: .date(.init(dateField: "created", expireAfterDays: 365)), dbName: "shop",
          dataExpirationRule: .init(expireAfterDays: 7 * 365),
          partitionFields: [.init(fieldName: "customer", order: 0)],
          schedule: .init(type: .daily, endHour: 5, endMinute: 0, startHour: 1, startMinute: 0))))
    try await atlas.wait(
      for: GetOnlineArchive(groupID: project, clusterName: cluster, archiveID: archive.id),
      until: .active)
    return archive.id
  }

  private func pause(_ atlas: AtlasClient, project: ObjectID, cluster: String, archive: ObjectID)
    async throws
  {
    let get = GetOnlineArchive(groupID: project, clusterName: cluster, archiveID: archive)
    try await atlas.send(
      UpdateOnlineArchive(
        groupID: project, clusterName: cluster, archiveID: archive, body: .init(paused: true)))
    try await atlas.wait(for: get, until: .paused)
  }

  private func delete(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws {
    for try await archive in atlas.items(
      of: ListOnlineArchives(groupID: project, clusterName: cluster))
    {
      print("\(archive.dbName ?? "?").\(archive.collName ?? "?"): \(archive.state ?? "?")")
      try await atlas.send(
        DeleteOnlineArchive(groupID: project, clusterName: cluster, archiveID: archive.id))
    }
  }

  @Test("creates a federated database from a cluster and a bucket")
  func federation() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let instance = try await federate(
        atlas, project: simulated.groupID, role: simulated.roleID)
      #expect(instance.storage?.stores?.count == 2)
      #expect(try await limit(atlas, project: simulated.groupID) == 107_374_182_400)
    }
  }

  @Test("downloads query logs")
  func logs() async throws {
    let content = Data(repeating: 7, count: 100_000)
    let log: Handler = { _, _ in .data(content, contentType: "application/gzip") }
    let file = URL.temporaryDirectory.appending(path: "\(UUID().uuidString).gz")
    defer { try? FileManager.default.removeItem(at: file) }
    try await withSimulatedAtlas(handlers: [DownloadFederatedDatabaseQueryLogs.name: log]) {
      atlas, simulated in
      _ = try await federate(atlas, project: simulated.groupID, role: simulated.roleID)
      try await download(atlas, project: simulated.groupID, file: file)
      #expect(try Data(contentsOf: file) == content)
    }
  }

  @Test("creates, pauses and deletes an archive")
  func archive() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (project, cluster) = (simulated.groupID, simulated.clusterName)
      let id = try await archive(atlas, project: project, cluster: cluster)
      try await pause(atlas, project: project, cluster: cluster, archive: id)
      let archive = try await atlas.send(
        GetOnlineArchive(groupID: project, clusterName: cluster, archiveID: id))
      #expect(archive.state == .paused)
      try await delete(atlas, project: project, cluster: cluster)
      try await atlas.wait(
        for: GetOnlineArchive(groupID: project, clusterName: cluster, archiveID: id),
        until: .deleted)
      let left = try await atlas.send(ListOnlineArchives(groupID: project, clusterName: cluster))
      #expect(left.items.isEmpty)
    }
  }
}
