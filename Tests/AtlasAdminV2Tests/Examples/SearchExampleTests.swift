import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of search")
struct SearchExampleTests {
  private func create(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws
    -> ObjectID?
  {
    let index = try await atlas.send(
      CreateClusterSearchIndex(
        groupID: project, clusterName: cluster,
        body: .init(
          name: "default", database: "shop", collectionName: "products", type: .text,
          definition: .init(
            mappings: .init(
              dynamic: false,
              fields: [
                "title": ["type": "string", "analyzer": "lucene.english"],
                "price": ["type": "number"],
              ])))))
    guard let id = index.indexID else { return nil }
    try await atlas.wait(
      for: GetClusterSearchIndex(groupID: project, clusterName: cluster, indexID: id),
      until: .ready)
    return id
  }

  private func createVectors(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws
    -> SearchIndex
  {
    try await atlas.send(
      CreateClusterSearchIndex(
        groupID: project, clusterName: cluster,
        body: .init(
          name: "similar", database: "shop", collectionName: "products", type: .vectors,
          definition: .init(fields: [
            [
              "type": "vector", "path": "embedding", "numDimensions": 1024,
              "similarity": "cosine",
            ],
            ["type": "filter", "path": "category"],
          ]))))
    let similar = try await atlas.wait(
      for: GetSearchIndexByName(
        groupID: project, clusterName: cluster, databaseName: "shop",
        collectionName: "products", indexName: "similar"),
      until: .ready)
    return similar
  }

  private func update(_ atlas: AtlasClient, project: ObjectID, cluster: String, id: ObjectID)
    async throws -> Int64?
  {
    let update = SearchIndexDefinition(mappings: .init(dynamic: true))
    let changed = try await atlas.send(
      UpdateClusterSearchIndex(
        groupID: project, clusterName: cluster, indexID: id, body: .init(definition: update)))
    let version = changed.latestDefinitionVersion?.version
    return version
  }

  private func list(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws -> Int {
    let indexes = try await atlas.send(
      ListCollectionSearchIndexes(
        groupID: project, clusterName: cluster, databaseName: "shop",
        collectionName: "products"))
    for index in indexes where index.queryable != true {
      print(index.name ?? "?", index.status ?? "?")
    }
    return indexes.count
  }

  private func delete(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws {
    try await atlas.send(
      DeleteSearchIndexByName(
        groupID: project, clusterName: cluster, databaseName: "shop",
        collectionName: "products", indexName: "similar"))
  }

  private func addNodes(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws
    -> SearchDeployment
  {
    try await atlas.send(
      CreateSearchDeployment(
        groupID: project, clusterName: cluster,
        body: .init(specs: [.init(instanceSize: .s20HighcpuNvme, nodeCount: 2)])))
    let deployment = try await atlas.wait(
      for: GetSearchDeployment(groupID: project, clusterName: cluster), until: .idle)
    return deployment
  }

  func ensure(
    _ name: String, _ definition: SearchIndexDefinition, in project: ObjectID, _ cluster: String,
    _ atlas: AtlasClient
  ) async throws {
    do {
      try await atlas.send(
        CreateClusterSearchIndex(
          groupID: project, clusterName: cluster,
          body: .init(
            name: name, database: "shop", collectionName: "products", definition: definition)))
    } catch EndpointError.api(let error) where error.code == .atlasFtsDuplicateIndex {
      try await atlas.send(
        UpdateSearchIndexByName(
          groupID: project, clusterName: cluster, databaseName: "shop",
          collectionName: "products", indexName: name, body: .init(definition: definition)))
    }
  }

  @Test("creates, changes and deletes indexes")
  func indexes() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (project, cluster) = (simulated.groupID, simulated.clusterName)
      let id = try #require(try await create(atlas, project: project, cluster: cluster))
      let similar = try await createVectors(atlas, project: project, cluster: cluster)
      #expect(similar.type == .vectors)
      _ = try await update(atlas, project: project, cluster: cluster, id: id)
      #expect(try await list(atlas, project: project, cluster: cluster) == 2)
      try await delete(atlas, project: project, cluster: cluster)
      simulated.clock.advance(by: .seconds(3600))
      #expect(try await list(atlas, project: project, cluster: cluster) == 1)
    }
  }

  @Test("replaces the definition of an index that exists already")
  func existing() async throws {
    let create: Handler = { _, _ in
      throw SimulatedError(status: 400, code: "ATLAS_FTS_DUPLICATE_INDEX", detail: "It exists.")
    }
    try await withSimulatedAtlas { atlas, simulated in
      _ = try await createVectors(
        atlas, project: simulated.groupID, cluster: simulated.clusterName)
    }
    try await withSimulatedAtlas(handlers: [CreateClusterSearchIndex.name: create]) {
      atlas, simulated in
      // The simulator has no such index, which shows that the function updates it.
      await #expect(throws: EndpointError.self) {
        try await ensure(
          "similar", .init(mappings: .init(dynamic: true)), in: simulated.groupID,
          simulated.clusterName, atlas)
      }
    }
  }

  @Test("adds search nodes")
  func nodes() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let deployment = try await addNodes(
        atlas, project: simulated.groupID, cluster: simulated.clusterName)
      #expect(deployment.state == .idle)
    }
  }
}
