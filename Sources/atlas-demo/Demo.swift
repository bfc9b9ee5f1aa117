import AtlasBehavior
import AtlasCore
import DemoAPIV1
import DemoAPIV2
import Foundation

/// The steps of the demo.
struct Demo {
  /// The version of the API.
  let api: DemoAPI
  private let simulator: Simulator
  private let world = AtlasWorld()
  private var narrator = Narrator()

  private static let (publicKey, privateKey) = (
    "abcdefgh", "00000000-1111-2222-3333-444444444444"
  )

  init(_ api: DemoAPI) {
    self.api = api
    simulator = Simulator(
      AtlasAdminCatalog.catalog, AtlasAdminV2Catalog.catalog,
      credentials: .init(username: Self.publicKey, password: Self.privateKey), behavior: .atlas,
      clock: SimulatedClock(speed: 60), setUp: { [world] in await world.insert(into: $0) })
  }

  /// Runs all steps.
  ///
  /// - Throws: A failure if the outcome of a step is not as expected.
  mutating func run() async throws {
    let baseURL = try await simulator.start()
    narrator.say("A simulated Atlas listens at \(baseURL)")
    do {
      let atlas = AtlasClient(
        credentials: .apiKey(publicKey: Self.publicKey, privateKey: Self.privateKey),
        baseURL: baseURL)
      try await cancelDownload(restoreJobs(of: atlas))
      try await useWrongKey(baseURL)
    } catch {
      await simulator.stop()
      throw error
    }
    let log = await simulator.log
    let challenges = log.count { $0.status == 401 && !$0.isAuthorized }
    await simulator.stop()
    narrator.say(
      "\nDone: \(log.count) requests, \(challenges) of which fetched a Digest challenge, one for each client"
    )
  }

  private func restoreJobs(of atlas: AtlasClient) -> any DemoRestoreJobs {
    let (group, cluster) = (world.groupID, world.clusterName)
    return switch api {
    case .v1: RestoreJobsV1(atlas: atlas, groupID: group, clusterName: cluster)
    case .v2: RestoreJobsV2(atlas: atlas, groupID: group, clusterName: cluster)
    }
  }

  /// Creates, finds and cancels a download, and then a restore job that cannot be cancelled.
  private mutating func cancelDownload(_ jobs: any DemoRestoreJobs) async throws {
    narrator.step("List the snapshots of \(world.clusterName)")
    let snapshots = try await jobs.snapshots()
    await narrator.showExchanges(with: simulator)
    for snapshot in snapshots {
      narrator.show(
        "snapshot \(snapshot.id)", snapshot.status, snapshot.createdAt?.formatted(.iso8601))
    }

    narrator.step("Create a restore job of type download")
    let created = try await jobs.createDownload(of: world.snapshotID)
    await narrator.showExchanges(with: simulator)
    narrator.show(created)

    narrator.step("List the restore jobs")
    let listed = try await jobs.all()
    await narrator.showExchanges(with: simulator)
    for job in listed { narrator.show(job) }
    try narrator.expect(listed.map(\.id) == [created.id], "a list with the new job only")

    narrator.step("Fetch the job ten minutes later, in an envelope")
    simulator.clock.advance(by: .seconds(600))
    let fetched = try await jobs.job(created.id, envelope: true)
    await narrator.showExchanges(with: simulator)
    narrator.show(fetched)
    narrator.show("download from", fetched.deliveryURL)
    try narrator.expect(!fetched.isCancelled, "a job that is not cancelled")

    narrator.step("Cancel the job")
    try await jobs.cancel(created.id)
    let cancelled = try await jobs.job(created.id, envelope: false)
    await narrator.showExchanges(with: simulator)
    narrator.show(cancelled)
    try narrator.expect(cancelled.isCancelled, "a cancelled job")

    narrator.step("Try to cancel a restore job to a cluster")
    let automated = try await jobs.createAutomated(of: world.snapshotID)
    do {
      try await jobs.cancel(automated.id)
      try narrator.expect(false, "an error, since only downloads can be cancelled")
    } catch EndpointError.api(let response) {
      await narrator.showExchanges(with: simulator)
      narrator.show(automated)
      narrator.show("rejected", response.description)
      try narrator.expect(
        response.rawCode == "CANNOT_CANCEL_AUTOMATED_RESTORE",
        "the error code for automated restores")
    }
  }

  private mutating func useWrongKey(_ baseURL: BaseURL) async throws {
    narrator.step("Call with a wrong private key")
    let stranger = AtlasClient(
      credentials: .apiKey(publicKey: Self.publicKey, privateKey: "wrong"), baseURL: baseURL)
    do {
      _ = try await restoreJobs(of: stranger).all()
      try narrator.expect(false, "a rejection of the wrong key")
    } catch EndpointError.authentication(let failure) {
      await narrator.showExchanges(with: simulator)
      narrator.show("rejected", failure.description)
    }
  }
}
