import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import Foundation
import Testing

@Suite("Examples of alerts")
struct AlertExampleTests {
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

  private func mute(_ atlas: AtlasClient, project: ObjectID) async throws {
    for try await alert in atlas.items(of: ListAlerts(groupID: project, status: .open)) {
      try await atlas.send(
        AcknowledgeAlert(
          groupID: project, alertID: alert.id,
          body: .init(
            acknowledgedUntil: .now.addingTimeInterval(4 * 3600),
            acknowledgementComment: "we are at it")))
    }
  }

  private func pause(_ atlas: AtlasClient, project: ObjectID) async throws {
    let all = atlas.items(of: ListAlertConfigurations(groupID: project))
    for try await configuration in all where configuration.eventTypeName == .hostDown {
      try await atlas.send(
        ToggleAlertConfiguration(
          groupID: project, alertConfigID: configuration.id, body: .init(enabled: false)))
    }
  }

  @Test("creates an alert configuration with two notifications")
  func configuration() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let made = try await configure(atlas, project: simulated.groupID, slackToken: "xoxb-1")
      #expect(made.metricThreshold?.metricName == "CONNECTIONS_PERCENT")
      guard case .email(let email) = made.notifications?.first else {
        Issue.record("the first notification is not a mail")
        return
      }
      #expect(email.emailAddress == "ops@example.com")
      #expect(made.notifications?.count == 2)
    }
  }

  @Test("acknowledges open alerts")
  func acknowledge() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      await simulated.add(
        "a1", to: "\(simulated.projectPath)/alerts",
        with: ["eventTypeName": "HOST_DOWN", "status": "OPEN"])
      try await mute(atlas, project: simulated.groupID)
      let alert = try await atlas.send(GetAlert(groupID: simulated.groupID, alertID: "a1"))
      #expect(alert.acknowledgementComment == "we are at it")
    }
  }

  @Test("disables a configuration")
  func toggle() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      await simulated.add(
        "c1", to: "\(simulated.projectPath)/alertConfigs",
        with: ["eventTypeName": "HOST_DOWN", "enabled": true])
      try await pause(atlas, project: simulated.groupID)
      let configuration = try await atlas.send(
        GetAlertConfiguration(groupID: simulated.groupID, alertConfigID: "c1"))
      #expect(configuration.enabled == false)
    }
  }
}
