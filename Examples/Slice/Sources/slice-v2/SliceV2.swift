import AtlasCore
import EndpointSimulator

/// Creates, lists and cancels a restore job at a simulated Atlas, by API v2.
@main
struct SliceV2 {
  static func main() async throws {
    let (user, password) = ("public", "private")
    let simulator = Simulator(
      AtlasAdminV2Catalog.catalog, credentials: .init(username: user, password: password))
    let atlas = AtlasClient(
      credentials: .apiKey(publicKey: user, privateKey: password),
      baseURL: try await simulator.start())
    let project: ObjectID = "5e2f0a1b9c8d7e6f5a4b3c2d"

    let job = try await atlas.send(
      CreateRestoreJob(
        groupID: project, clusterName: "MyCluster",
        body: .download(.init(snapshotID: "5e2f0a1b9c8d7e6f5a4b0001"))))
    for try await job in atlas.items(
      of: ListRestoreJobs(groupID: project, clusterName: "MyCluster"))
    {
      print("restore job \(job.id), \(job.deliveryType)")
    }
    try await atlas.send(
      CancelRestoreJob(groupID: project, clusterName: "MyCluster", restoreJobID: job.id))
    print("cancelled \(job.id)")
    await simulator.stop()
  }
}
