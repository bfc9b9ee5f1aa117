import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Foundation
import Testing

@Suite("Examples of alerts and monitoring")
struct MonitoringExampleTests {
  private func configure(_ atlas: AtlasClient, project: ObjectID, slackToken: String) async throws
    -> AlertConfiguration
  {
    let configuration = try await atlas.send(
      CreateAlertConfiguration(
        groupID: project,
        body: .init(
          eventTypeName: .outsideMetricThreshold,
          notifications: [
            .email(.init(delayMin: 5, intervalMin: 60, emailAddress: "ops@example.com")),
            .slack(
              .init(delayMin: 0, intervalMin: 15, apiToken: slackToken, channelName: "alerts")),
          ],
          enabled: true,
          matchers: [.init(fieldName: .clusterName, operator: .startsWith, value: "shop")],
          metricThreshold: .init(
            metricName: "CONNECTIONS_PERCENT", mode: .average, operator: .greaterThan,
            threshold: 80, units: .raw))))
    return configuration
  }

  private func acknowledge(_ atlas: AtlasClient, project: ObjectID) async throws {
    for try await alert in atlas.items(of: ListAlerts(groupID: project, status: .open)) {
      try await atlas.send(
        AcknowledgeAlert(
          groupID: project, alertID: alert.id,
          body: .init(
            acknowledgedUntil: .now.addingTimeInterval(4 * 3600),
            acknowledgementComment: "we are at it")))
    }
  }

  private func events(_ atlas: AtlasClient, project: ObjectID) async throws -> [String] {
    var lines: [String] = []
    let events = ListProjectEvents(
      groupID: project, eventType: [.mongodbUserAdded, .mongodbUserDeleted],
      minDate: .now.addingTimeInterval(-86_400))
    for try await event in atlas.items(of: events) {
      let who = event.username ?? event.publicKey ?? "Atlas"
      lines.append("\(who): \(event.eventTypeName) \(event.dbUserUsername ?? "")")
    }
    return lines
  }

  private func measure(_ atlas: AtlasClient, project: ObjectID) async throws -> [Double] {
    var peaks: [Double] = []
    for try await process in atlas.items(of: ListProcesses(groupID: project)) {
      guard let id = process.id else { continue }
      let response = try await atlas.send(
        GetProcessMeasurements(
          groupID: project, processID: id, granularity: .oneMinute,
          measurements: [.connections], period: "PT1H"))
      let values = response.measurements?.first?.dataPoints?.compactMap(\.value) ?? []
      if let peak = values.max() { peaks.append(peak) }
    }
    return peaks
  }

  private func download(_ atlas: AtlasClient, project: ObjectID, host: String, file: URL)
    async throws
  {
    let log = try await atlas.send(
      DownloadLog(
        groupID: project, host: host, logName: .mongoDB,
        startDate: .now.addingTimeInterval(-3600)))
    try await log.write(to: file, limit: 1 << 30) { progress in
      print("\(progress.completed) bytes")
    }
  }

  private func export(_ atlas: AtlasClient, project: ObjectID, role: ObjectID) async throws
    -> LogIntegration
  {
    let integration = try await atlas.send(
      CreateLogIntegration(
        groupID: project,
        body: .s3(
          .init(
            logTypes: [.mongod, .mongodAudit], bucketName: "acme-logs", iamRoleID: role,
            prefixPath: "atlas"))))
    return integration
  }

  @Test("creates an alert configuration with two notifications")
  func configuration() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let configuration = try await configure(
        atlas, project: simulated.groupID, slackToken: "xoxb-1")
      #expect(configuration.metricThreshold?.metricName == "CONNECTIONS_PERCENT")
      #expect(configuration.notifications?.count == 2)
    }
  }

  @Test("acknowledges open alerts")
  func alerts() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let id: ObjectID = "5e2f0a1b9c8d7e6f5a4ba001"
      await simulated.add(
        id, to: "\(simulated.projectPath)/alerts",
        with: ["eventTypeName": "HOST_DOWN", "status": "OPEN"])
      try await acknowledge(atlas, project: simulated.groupID)
      let alert = try await atlas.send(GetAlert(groupID: simulated.groupID, alertID: id))
      #expect(alert.acknowledgementComment == "we are at it")
    }
  }

  @Test("reads who added users")
  func events() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      await simulated.add(
        "5e2f0a1b9c8d7e6f5a4be001", to: "\(simulated.projectPath)/events",
        with: [
          "created": .string(Date.now.formatted(.iso8601)), "eventTypeName": "MONGODB_USER_ADDED",
          "username": "ada@example.com", "dbUserUsername": "reports",
        ])
      let lines = try await events(atlas, project: simulated.groupID)
      #expect(lines == ["ada@example.com: MONGODB_USER_ADDED reports"])
    }
  }

  @Test("reads the connections of every process")
  func measurements() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      await simulated.add(
        "shop.example.net:27017", to: "\(simulated.projectPath)/processes",
        with: ["hostname": "shop.example.net", "port": 27017])
      let peaks = try await measure(atlas, project: simulated.groupID)
      #expect(!peaks.isEmpty)
    }
  }

  @Test("downloads a log file")
  func log() async throws {
    let content = Data(repeating: 7, count: 100_000)
    let log: Handler = { _, _ in .data(content, contentType: "application/gzip") }
    let file = URL.temporaryDirectory.appending(path: "\(UUID().uuidString).gz")
    defer { try? FileManager.default.removeItem(at: file) }
    try await withSimulatedAtlas(handlers: [DownloadLog.name: log]) { atlas, simulated in
      try await download(
        atlas, project: simulated.groupID, host: "shop.example.net", file: file)
      #expect(try Data(contentsOf: file) == content)
    }
  }

  @Test("exports logs to a bucket")
  func export() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let integration = try await export(
        atlas, project: simulated.groupID, role: simulated.roleID)
      guard case .s3(let export) = integration else {
        Issue.record("the logs are not exported to a bucket")
        return
      }
      #expect(export.bucketName == "acme-logs")
    }
  }
}
