import AtlasAdmin

/// The code of the documentation's first page, which calls Atlas itself: it is compiled.
private enum OverviewExamples {
  static func firstPage() async throws {
    let atlas = AtlasClient(credentials: try .environment)

    for try await project in atlas.items(of: ListProjects()) {
      for try await cluster in atlas.items(of: ListClusters(groupID: project.id)) {
        print(project.name, cluster.name, cluster.stateName ?? "?")
      }
    }
  }
}
