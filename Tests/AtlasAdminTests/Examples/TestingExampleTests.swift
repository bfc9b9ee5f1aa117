import AtlasAdmin
import AtlasSimulator
import EndpointRecording
import Foundation
import TestSupport
import Testing

/// The code under test.
struct SnapshotCleaner {
  var atlas: AtlasClient

  func count(project: ObjectID, cluster: String) async throws -> Int {
    var count = 0
    let snapshots = atlas.items(of: ListSnapshots(groupID: project, clusterName: cluster))
    for try await _ in snapshots { count += 1 }
    return count
  }
}

struct CannedTransport: HTTPTransport {
  var status = HTTPResponse.Status.ok
  var body: String

  func send(
    _ request: HTTPRequest, body _: HTTPBody?, timeout: Duration?
  ) async throws -> TransportResponse {
    let fields: HTTPFields = [.contentType: "application/json"]
    return TransportResponse(
      head: HTTPResponse(status: status, headerFields: fields), body: HTTPBody(body))
  }
}

@Suite("Examples of tests")
struct TestingExampleTests {
  @Test("run against a simulated Atlas")
  func simulator() async throws {
    let simulator = AtlasSimulator()
    let atlas = AtlasClient(
      credentials: simulator.credentials, baseURL: try await simulator.start())
    let cleaner = SnapshotCleaner(atlas: atlas)
    let count = try await cleaner.count(
      project: simulator.groupID, cluster: simulator.clusterName)
    #expect(count == 2)
    await simulator.stop()
  }

  @Test("wait without real time")
  func time() async throws {
    let simulator = AtlasSimulator(clock: .manual(), seed: 1)
    var configuration = ClientConfiguration()
    configuration.pollClock = simulator.clock
    let atlas = AtlasClient(
      credentials: simulator.credentials, baseURL: try await simulator.start(),
      configuration: configuration)
    let snapshot = try await atlas.send(
      TakeSnapshot(
        groupID: simulator.groupID, clusterName: simulator.clusterName,
        body: .init(description: "nightly", retentionInDays: 7)))
    #expect(snapshot.status == .queued)
    let get = GetSnapshot(
      groupID: simulator.groupID, clusterName: simulator.clusterName, snapshotID: snapshot.id)
    let completed = try await atlas.wait(for: get, until: .completed)
    #expect(completed.status == .completed)
    await simulator.stop()
  }

  @Test("run in process and inspect requests")
  func transport() async throws {
    let simulator = AtlasSimulator()
    let atlas = AtlasClient(
      credentials: simulator.serviceAccountCredentials, transport: simulator.transport)
    try await atlas.send(GetCluster(groupID: simulator.groupID, clusterName: simulator.clusterName))
    let request = await simulator.simulator.requests.last
    #expect(request?.method == "GET")
    #expect(request?.headerFields[.authorization]?.hasPrefix("Bearer ") == true)
    try await atlas.revokeToken()
    #expect(await simulator.simulator.log.map(\.status) == [200, 200, 200])
  }

  @Test("inject faults")
  func faults() async throws {
    let simulator = AtlasSimulator(
      options: .init(faults: [
        Fault(.status(503), endpoint: GetCluster.name, times: 1),
        Fault(.drop(.response), method: "POST", probability: 0.5),
      ]))
    let atlas = AtlasClient(
      credentials: simulator.credentials,
      configuration: .init(retryPolicy: .init(baseDelay: .zero)), transport: simulator.transport)
    try await atlas.send(GetCluster(groupID: simulator.groupID, clusterName: simulator.clusterName))
    #expect(await simulator.simulator.log.map(\.status) == [401, 503, 200])
  }

  @Test("record and replay")
  func recording() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appending(path: "recording.jsonl")
    let simulator = AtlasSimulator()
    let recorder = try RecordingTransport(simulator.transport, to: file)
    let recorded = AtlasClient(credentials: simulator.credentials, transport: recorder)
    let cluster = try await recorded.send(
      GetCluster(groupID: simulator.groupID, clusterName: simulator.clusterName))

    let atlas = AtlasClient(
      credentials: .apiKey(publicKey: "any", privateKey: "any"),
      transport: try ReplayTransport(contentsOf: file, mode: .strict))
    let replayed = try await atlas.send(
      GetCluster(groupID: simulator.groupID, clusterName: simulator.clusterName))
    #expect(replayed == cluster)
  }

  @Test("simulate a failure")
  func failure() async throws {
    let simulator = AtlasSimulator(handlers: [
      ListSnapshots.name: { _, _ in
        throw SimulatedError(status: 403, code: "USER_UNAUTHORIZED", detail: "No role.")
      }
    ])
    let atlas = AtlasClient(
      credentials: simulator.credentials, baseURL: try await simulator.start())
    let cleaner = SnapshotCleaner(atlas: atlas)
    await #expect(throws: EndpointError.self) {
      try await cleaner.count(project: simulator.groupID, cluster: simulator.clusterName)
    }
    await simulator.stop()
  }

  @Test("use canned responses without a server")
  func cannedResponses() async throws {
    let page = #"{"results": [{"id": "5e2f0a1b9c8d7e6f5a4b0001"}], "totalCount": 1}"#
    let atlas = AtlasClient(
      credentials: .apiKey(publicKey: "a", privateKey: "b"), transport: CannedTransport(body: page))
    let cleaner = SnapshotCleaner(atlas: atlas)
    let count = try await cleaner.count(project: "5e2f0a1b9c8d7e6f5a4b3c2d", cluster: "MyCluster")
    #expect(count == 1)
  }

  @Test("create errors and responses")
  func values() {
    let notFound = EndpointError.api(
      APIError(status: .notFound, rawCode: "CLUSTER_NOT_FOUND", endpoint: GetCluster.name))
    #expect(notFound.statusCode == 404 && notFound.apiError?.code == .clusterNotFound)
    #expect(ListProjects() == ListProjects())
  }
}
