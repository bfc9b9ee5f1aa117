import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import TestSupport
import Testing

@Suite("The main job over HTTP")
struct RestoreJobTests {
  private func download(_ simulated: AtlasSimulator) -> CreateRestoreJob {
    CreateRestoreJob(
      groupID: simulated.groupID, clusterName: simulated.clusterName,
      body: .download(.init(snapshotID: simulated.snapshotID)))
  }

  @Test("creates, lists, fetches, and cancels a download", arguments: ["MD5", "SHA-256"])
  func download(algorithm: String) async throws {
    try await withSimulatedAtlas(authentication: .init(algorithm: algorithm)) { atlas, simulated in
      let (group, cluster) = (simulated.groupID, simulated.clusterName)
      let job = try await atlas.send(download(simulated))
      #expect(job.deliveryType == .download)
      #expect(job.snapshotID == simulated.snapshotID)
      let page = try await atlas.send(ListRestoreJobs(groupID: group, clusterName: cluster))
      #expect(page.items.map(\.id) == [job.id])
      #expect(page.totalCount == 1)
      try await atlas.send(CancelRestoreJob(groupID: group, clusterName: cluster, jobID: job.id))
      let cancelled = try await atlas.send(
        GetRestoreJob(groupID: group, clusterName: cluster, jobID: job.id))
      #expect(cancelled.cancelled == true)
      // Four calls and one challenge.
      #expect(await simulated.simulator.log.map(\.status) == [401, 200, 200, 204, 200])
    }
  }

  @Test("returns the same values in an envelope")
  func envelope() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (group, cluster) = (simulated.groupID, simulated.clusterName)
      let options = RequestOptions<AtlasAdminAPI>(pretty: true, envelope: true)
      let job = try await atlas.send(download(simulated), options: options)
      let list = ListRestoreJobs(groupID: group, clusterName: cluster)
      #expect(try await atlas.send(list, options: options).items.map(\.id) == [job.id])
      let cancel = CancelRestoreJob(groupID: group, clusterName: cluster, jobID: job.id)
      try await atlas.send(cancel, options: options)
      let missing = CancelRestoreJob(
        groupID: group, clusterName: cluster, jobID: "5e2f0a1b9c8d7e6f5a4bffff")
      await #expect {
        try await atlas.send(missing, options: options)
      } throws: { error in
        guard case EndpointError.api(let response) = error else { return false }
        return response.status == .notFound && response.rawCode == "RESTORE_JOB_NOT_FOUND"
      }
    }
  }

  @Test("does not cancel an automated restore")
  func automated() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (group, cluster) = (simulated.groupID, simulated.clusterName)
      let bodies: [RestoreJobRequest] = [
        .automated(
          .init(
            snapshotID: simulated.snapshotID, targetClusterName: cluster, targetGroupID: group)),
        .pointInTime(
          .time(
            .init(
              targetClusterName: cluster, targetGroupID: group,
              pointInTimeUTCSeconds: 1_700_000_000))),
        .pointInTime(
          .oplog(
            .init(
              targetClusterName: cluster, targetGroupID: group, oplogTimestamp: 1_700_000_000,
              oplogIncrement: 1))),
      ]
      for body in bodies {
        let job = try await atlas.send(
          CreateRestoreJob(groupID: group, clusterName: cluster, body: body))
        await #expect {
          try await atlas.send(
            CancelRestoreJob(groupID: group, clusterName: cluster, jobID: job.id))
        } throws: { error in
          guard case EndpointError.api(let response) = error else { return false }
          return response.rawCode == "CANNOT_CANCEL_AUTOMATED_RESTORE"
            && response.status == .badRequest && response.hint != nil
        }
      }
    }
  }

  @Test("fetches pages as they are needed")
  func pages() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let list = ListSnapshots(
        groupID: simulated.groupID, clusterName: simulated.clusterName, page: .init(size: 1))
      var ids: [ObjectID] = []
      for try await snapshot in atlas.items(of: list) { ids.append(snapshot.id) }
      #expect(ids == ["5e2f0a1b9c8d7e6f5a4b0002", simulated.snapshotID])
      #expect(await simulated.simulator.log.count == 3)
    }
  }

  @Test("takes a snapshot and waits until it is complete")
  func snapshot() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (group, cluster) = (simulated.groupID, simulated.clusterName)
      let taken = try await atlas.send(
        TakeSnapshot(
          groupID: group, clusterName: cluster,
          body: .init(description: "before the upgrade", retentionInDays: 2)))
      #expect(taken.status == .queued)
      let get = GetSnapshot(groupID: group, clusterName: cluster, snapshotID: taken.id)
      #expect(try await atlas.send(get).status == .queued)
      simulated.clock.advance(by: .seconds(20))
      #expect(try await atlas.send(get).status == .inProgress)
      let completed = try await atlas.wait(for: get, until: .completed)
      #expect(completed.status == .completed)
    }
  }

  @Test("costs one challenge for all concurrent requests")
  func concurrency() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let list = ListRestoreJobs(groupID: simulated.groupID, clusterName: simulated.clusterName)
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<100 { group.addTask { _ = try await atlas.send(list) } }
        try await group.waitForAll()
      }
      #expect(await simulated.simulator.log.count == 101)
    }
  }

  @Test("handles stale nonces transparently")
  func stale() async throws {
    try await withSimulatedAtlas(authentication: .init(usesOfNonce: 2)) { atlas, simulated in
      let list = ListRestoreJobs(groupID: simulated.groupID, clusterName: simulated.clusterName)
      for _ in 0..<5 { _ = try await atlas.send(list) }
      #expect(
        await simulated.simulator.log.map(\.status) == [401, 200, 200, 401, 200, 200, 401, 200])
    }
  }

  @Test("fails with a wrong key after three requests, and never shows the key")
  func wrongKey() async throws {
    let simulated = AtlasSimulator()
    let baseURL = try await simulated.start()
    do {
      let secret = "a-very-private-key"
      let credentials = Credentials.apiKey(publicKey: "abcdefgh", privateKey: secret)
      let stranger = AtlasClient(
        credentials: credentials, baseURL: baseURL,
        configuration: ClientConfiguration(timeout: .seconds(86_400)))
      let list = ListRestoreJobs(groupID: simulated.groupID, clusterName: simulated.clusterName)
      do {
        _ = try await stranger.send(list)
        Issue.record("a wrong key was accepted")
      } catch {
        guard case EndpointError.authentication(let failure) = error else { throw error }
        #expect(failure.reason == .rejected)
        #expect(failure.response?.rawCode == "UNAUTHORIZED")
        var dumped = ""
        dump(error, to: &dumped)
        dump(stranger, to: &dumped)
        dump(credentials, to: &dumped)
        #expect(!(dumped + "\(error)\(stranger)\(credentials)").contains(secret))
      }
      // Each rejection carries another nonce, so that it could be for the nonce's sake.
      #expect(await simulated.simulator.log.map(\.status) == [401, 401, 401])
    }
    await simulated.stop()
  }

  @Test("names an unreachable server")
  func deadServer() async throws {
    let atlas = AtlasClient(
      credentials: .apiKey(publicKey: "a", privateKey: "b"),
      baseURL: try BaseURL("http://127.0.0.1:1"),
      configuration: ClientConfiguration(timeout: .seconds(86_400), retryPolicy: .never))
    do {
      _ = try await atlas.send(ListSnapshots(groupID: "g", clusterName: "c"))
      Issue.record("nothing listens there")
    } catch {
      guard case EndpointError.transport(let failure) = error else { throw error }
      #expect(failure.kind == .connection)
      #expect(failure.message.contains("127.0.0.1:1"))
    }
  }
}
