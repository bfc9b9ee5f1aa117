import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of search indexes")
struct SearchExampleTests {
  private func create(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws
    -> SearchIndex?
  {
    let index = try await atlas.send(
      CreateSearchIndex(
        groupID: project, clusterName: cluster,
        body: .init(
          name: "default", database: "shop", collectionName: "products",
          mappings: .init(
            dynamic: false,
            fields: [
              "title": ["type": "string", "analyzer": "lucene.english"],
              "price": ["type": "number"],
            ]))))
    guard let id = index.indexID else { return nil }
    let built = try await atlas.wait(
      for: GetSearchIndex(groupID: project, clusterName: cluster, indexID: id), until: .steady)
    return built
  }

  private func analyze(_ atlas: AtlasClient, project: ObjectID, cluster: String, id: ObjectID)
    async throws
  {
    try await atlas.send(
      UpdateSearchIndex(
        groupID: project, clusterName: cluster, indexID: id,
        body: .init(
          mappings: .init(
            dynamic: false, fields: ["title": ["type": "string", "analyzer": "words"]]),
          analyzers: [
            .init(
              name: "words", tokenizer: .whitespace(.init(maxTokenLength: 64)),
              charFilters: [.htmlStrip(.init(ignoredTags: ["a"]))],
              tokenFilters: [.lowercase(.init()), .stopword(.init(tokens: ["the", "a"]))])
          ])))
  }

  private func list(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws
    -> [String]
  {
    var names: [String] = []
    let indexes = atlas.items(
      of: ListSearchIndexes(
        groupID: project, clusterName: cluster, databaseName: "shop",
        collectionName: "products"))
    for try await index in indexes { print(index.name ?? "?", index.status ?? "?") }
    for try await index in indexes { names.append(index.name ?? "?") }
    return names
  }

  @Test("builds an index and changes its analyzer")
  func index() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (group, cluster) = (simulated.groupID, simulated.clusterName)
      let index = try #require(try await create(atlas, project: group, cluster: cluster))
      #expect(index.status == .steady)
      let id = try #require(index.indexID)
      try await analyze(atlas, project: group, cluster: cluster, id: id)
      let changed = try await atlas.send(
        GetSearchIndex(groupID: group, clusterName: cluster, indexID: id))
      #expect(changed.analyzers?.first?.tokenFilters?.count == 2)
      #expect(changed.mappings?.fields?.keys.sorted() == ["title"])
      let all = try await list(atlas, project: group, cluster: cluster)
      #expect(all == [changed.name ?? "?"])
    }
  }
}
