import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of stream processing")
struct StreamExampleTests {
  private func create(_ atlas: AtlasClient, project: ObjectID) async throws {
    try await atlas.send(
      CreateStreamWorkspace(
        groupID: project,
        body: .init(
          name: "events", dataProcessRegion: .init(cloudProvider: .aws, region: "FRANKFURT_DEU"),
          configuration: .init(tier: .sp10))))
  }

  private func connect(_ atlas: AtlasClient, project: ObjectID, cluster: String, password: String)
    async throws
  {
    try await atlas.send(
      CreateStreamConnection(
        groupID: project, workspaceName: "events",
        body: .kafka(
          .init(
            name: "orders", bootstrapServers: "broker.example.com:9092",
            authentication: .init(mechanism: .scram512, username: "reader", password: password),
            security: .init(protocol: .saslSSL)))))
    try await atlas.send(
      CreateStreamConnection(
        groupID: project, workspaceName: "events",
        body: .cluster(
          .init(
            name: "shop", clusterName: cluster,
            databaseRole: .init(role: "readWriteAnyDatabase", type: .builtIn)))))
    try await atlas.wait(
      for: GetStreamConnection(groupID: project, workspaceName: "events", connectionName: "orders"),
      until: .ready)
  }

  private func createProcessor(_ atlas: AtlasClient, project: ObjectID) async throws {
    try await atlas.send(
      CreateStreamProcessor(
        groupID: project, workspaceName: "events",
        body: .init(
          name: "largeOrders",
          pipeline: [
            ["$source": ["connectionName": "orders", "topic": "orders"]],
            ["$match": ["total": ["$gte": 1000]]],
            ["$merge": ["into": ["connectionName": "shop", "db": "shop", "coll": "large"]]],
          ],
          options: .init(
            deadLetterQueue: .init(
              connectionName: "shop", database: "shop", collection: "rejected")))))
  }

  private func start(_ atlas: AtlasClient, project: ObjectID) async throws
    -> StreamProcessorDetails
  {
    try await atlas.send(
      StartStreamProcessor(
        groupID: project, workspaceName: "events", processorName: "largeOrders"))
    let processor = try await atlas.wait(
      for: GetStreamProcessor(
        groupID: project, workspaceName: "events", processorName: "largeOrders"),
      until: .started)
    return processor
  }

  private func watch(_ atlas: AtlasClient, project: ObjectID) async throws {
    let processors = ListStreamProcessors(groupID: project, workspaceName: "events")
    for try await processor in atlas.items(of: processors) {
      let count = processor.statistics?["inputMessageCount"]?.integer ?? 0
      print("\(processor.name) is \(processor.state), \(count) documents read")
    }
  }

  private func change(_ atlas: AtlasClient, project: ObjectID) async throws {
    let get = GetStreamProcessor(
      groupID: project, workspaceName: "events", processorName: "largeOrders")
    try await atlas.send(
      StopStreamProcessor(
        groupID: project, workspaceName: "events", processorName: "largeOrders"))
    try await atlas.wait(for: get, until: .stopped)
    try await atlas.send(
      UpdateStreamProcessor(
        groupID: project, workspaceName: "events", processorName: "largeOrders",
        body: .init(options: .init(resumeFromCheckpoint: true), tier: .sp30)))
  }

  private func delete(_ atlas: AtlasClient, project: ObjectID) async throws {
    try await atlas.send(
      DeleteStreamProcessor(
        groupID: project, workspaceName: "events", processorName: "largeOrders"))
    try await atlas.send(DeleteStreamWorkspace(groupID: project, workspaceName: "events"))
    try await atlas.wait(
      for: GetStreamWorkspace(groupID: project, workspaceName: "events"), until: .deleted)
  }

  /// Responds with the error code of Atlas after the deletion.
  private let getWorkspace: Handler = { request, store in
    do {
      return try await DefaultBehavior.handler(request, store)
    } catch let error as SimulatedError where error.status == 404 {
      throw SimulatedError(
        status: 404, code: "STREAM_TENANT_NOT_FOUND_FOR_NAME", detail: error.detail)
    }
  }

  @Test("runs a processor from Kafka to a cluster")
  func processor() async throws {
    try await withSimulatedAtlas(handlers: [GetStreamWorkspace.name: getWorkspace]) {
      atlas, simulated in
      let project = simulated.groupID
      try await create(atlas, project: project)
      try await connect(
        atlas, project: project, cluster: simulated.clusterName, password: "secret")
      let connections = try await atlas.send(
        ListStreamConnections(groupID: project, workspaceName: "events")
      ).items
      #expect(connections.count == 2)
      try await createProcessor(atlas, project: project)
      let processors = "\(simulated.projectPath)/streams/events/processor"
      await simulated.set(["state": "STARTED"], of: "largeOrders", in: processors)
      let processor = try await start(atlas, project: project)
      #expect(processor.state == .started)
      #expect(processor.pipeline?.count == 3)
      try await watch(atlas, project: project)
      await simulated.set(["state": "STOPPED"], of: "largeOrders", in: processors)
      try await change(atlas, project: project)
      try await delete(atlas, project: project)
    }
  }
}
