import AtlasAdmin
import AtlasSimulator
import Foundation

/// The steps of the demo.
struct Demo {
  private let simulated = AtlasSimulator()
  private var narrator = Narrator()

  /// Runs all steps.
  ///
  /// - Throws: A failure if the outcome of a step is not as expected.
  mutating func run() async throws {
    let baseURL = try await simulated.start()
    narrator.say("A simulated Atlas listens at \(baseURL)")
    do {
      try await cancelDownload(AtlasClient(credentials: simulated.credentials, baseURL: baseURL))
      try await useWrongKey(baseURL)
    } catch {
      await simulated.stop()
      if let error = error as? EndpointError { throw CommandFailure(error) }
      throw error
    }
    let log = await simulated.simulator.log
    let challenges = log.count { $0.status == 401 && !$0.isAuthorized }
    await simulated.stop()
    narrator.say(
      "\nDone: \(log.count) requests, \(challenges) of which fetched a Digest challenge, one for each client"
    )
  }

  /// Creates, finds and cancels a download, and then a restore job that cannot be cancelled.
  private mutating func cancelDownload(_ atlas: AtlasClient) async throws {
    let group = simulated.groupID
    let cluster = simulated.clusterName

    narrator.step("List the snapshots of \(cluster)")
    let snapshots = try await atlas.items(of: ListSnapshots(groupID: group, clusterName: cluster))
      .reduce(into: []) { $0.append($1) }
    await narrator.showExchanges(with: simulated.simulator)
    for snapshot in snapshots {
      narrator.show(
        "snapshot \(snapshot.id)", snapshot.status?.description,
        snapshot.createdAt?.formatted(.iso8601))
    }

    narrator.step("Create a restore job of type download")
    let created = try await atlas.send(
      CreateRestoreJob(
        groupID: group, clusterName: cluster,
        body: .download(.init(snapshotID: simulated.snapshotID))))
    await narrator.showExchanges(with: simulated.simulator)
    narrator.show(created)

    narrator.step("List the restore jobs")
    let listed = try await atlas.items(of: ListRestoreJobs(groupID: group, clusterName: cluster))
      .reduce(into: []) { $0.append($1) }
    await narrator.showExchanges(with: simulated.simulator)
    for job in listed { narrator.show(job) }
    try narrator.expect(listed.map(\.id) == [created.id], "a list with the new job only")

    narrator.step("Fetch the job, in an envelope")
    let fetched = try await atlas.response(
      to: GetRestoreJob(groupID: group, clusterName: cluster, jobID: created.id),
      options: .init(envelope: true))
    await narrator.showExchanges(with: simulated.simulator)
    narrator.show(fetched.value)
    narrator.show("download from", fetched.value.deliveryURLs?.first)
    try narrator.expect(fetched.value.cancelled == false, "a job that is not cancelled")

    narrator.step("Cancel the job")
    try await atlas.send(
      CancelRestoreJob(groupID: group, clusterName: cluster, jobID: created.id))
    let cancelled = try await atlas.send(
      GetRestoreJob(groupID: group, clusterName: cluster, jobID: created.id))
    await narrator.showExchanges(with: simulated.simulator)
    narrator.show(cancelled)
    try narrator.expect(cancelled.cancelled == true, "a cancelled job")

    narrator.step("Try to cancel a restore job to a cluster")
    let automated = try await atlas.send(
      CreateRestoreJob(
        groupID: group, clusterName: cluster,
        body: .automated(
          .init(
            snapshotID: simulated.snapshotID, targetClusterName: cluster, targetGroupID: group))))
    do {
      try await atlas.send(
        CancelRestoreJob(groupID: group, clusterName: cluster, jobID: automated.id))
      try narrator.expect(false, "an error, since only downloads can be cancelled")
    } catch EndpointError.api(let response) {
      await narrator.showExchanges(with: simulated.simulator)
      narrator.show(automated)
      narrator.show("rejected", response.description)
      try narrator.expect(
        response.rawCode == "CANNOT_CANCEL_AUTOMATED_RESTORE",
        "the error code for automated restores"
      )
    }
  }

  private mutating func useWrongKey(_ baseURL: BaseURL) async throws {
    narrator.step("Call with a wrong private key")
    let stranger = AtlasClient(
      credentials: .apiKey(publicKey: "abcdefgh", privateKey: "wrong"), baseURL: baseURL)
    do {
      _ = try await stranger.send(
        ListRestoreJobs(groupID: simulated.groupID, clusterName: simulated.clusterName))
      try narrator.expect(false, "a rejection of the wrong key")
    } catch EndpointError.authentication(let failure) {
      await narrator.showExchanges(with: simulated.simulator)
      narrator.show("rejected", failure.description)
    }
  }
}
