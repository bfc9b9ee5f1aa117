import AtlasAdminV2
import Logging

/// The code of README.md and of the documentation's first page, which calls Atlas itself: it is compiled.
private enum OverviewExamples {
  static func firstPage() async throws {
    let atlas = AtlasClient(credentials: try .environment)

    for try await project in atlas.items(of: ListProjects()) {
      for try await cluster in atlas.items(of: ListClusters(groupID: project.id)) {
        print(project.name, cluster.name, cluster.stateName ?? "?")
      }
    }
  }

  static func readme() async throws {
    let atlas = AtlasClient(credentials: .apiKey(publicKey: "…", privateKey: "…"))

    let project: ObjectID = "5e2f0a1b9c8d7e6f5a4b3c2d"

    let job = try await atlas.send(
      CreateRestoreJob(
        groupID: project, clusterName: "MyCluster",
        body: .download(.init(snapshotID: "5e2f0a1b9c8d7e6f5a4b0001"))))

    let jobs = atlas.items(of: ListRestoreJobs(groupID: project, clusterName: "MyCluster"))
    for try await job in jobs {
      print(job.id, job.deliveryType)
    }

    try await atlas.send(
      CancelRestoreJob(groupID: project, clusterName: "MyCluster", restoreJobID: job.id))
  }

  static func errors(_ atlas: AtlasClient, project: ObjectID, job: ObjectID) async {
    do {
      try await atlas.send(
        CancelRestoreJob(groupID: project, clusterName: "MyCluster", restoreJobID: job))
    } catch EndpointError.api(let error) where error.code == .cannotCancelAutomatedRestore {
      // an error, since only downloads can be cancelled
    } catch {
      print(error)  // says what happened and what to do, and never contains a key
    }
  }

  static func configuration(logger: Logger) throws -> AtlasClient {
    let atlas = AtlasClient(
      credentials: try .environment,
      configuration: ClientConfiguration(
        timeout: .seconds(30), rateLimit: .atlasProject, middleware: [LoggingMiddleware(logger)]))
    return atlas
  }
}
