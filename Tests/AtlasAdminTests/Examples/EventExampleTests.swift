import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import Foundation
import Testing

@Suite("Examples of events")
struct EventExampleTests {
  private func audit(_ atlas: AtlasClient, project: ObjectID) async throws -> [String] {
    var lines: [String] = []
    let events = ListProjectEvents(
      groupID: project, eventType: [.mongodbUserAdded, .mongodbUserDeleted],
      minDate: .now.addingTimeInterval(-86_400), page: .init(size: 100))
    for try await event in atlas.items(of: events) {
      let who = event.username ?? event.publicKey ?? "Atlas"
      lines.append("\(who): \(event.eventTypeName ?? "?") \(event.dbUserUsername ?? "")")
    }
    return lines
  }

  private func inspect(_ atlas: AtlasClient, organization: ObjectID, id: ObjectID) async throws
    -> JSON?
  {
    let event = try await atlas.send(
      GetOrganizationEvent(orgID: organization, eventID: id, includeRaw: true))
    if let type = event.eventTypeName, !type.isKnown { print("new in Atlas: \(type)") }
    return event.raw?["severity"]
  }

  @Test("lists the creators of database users")
  func audit() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      await simulated.add(
        "e1", to: "\(simulated.projectPath)/events",
        with: [
          "eventTypeName": "MONGODB_USER_ADDED", "username": "ada@example.com",
          "dbUserUsername": "reports",
          "created": .string(Date.now.formatted(.iso8601)),
        ])
      let lines = try await audit(atlas, project: simulated.groupID)
      #expect(lines == ["ada@example.com: MONGODB_USER_ADDED reports"])
    }
  }

  @Test("keeps unknown event types")
  func unknown() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      await simulated.add(
        "e2", to: "/orgs/\(simulated.organizationID)/events",
        with: ["eventTypeName": "SOMETHING_NEW", "raw": ["severity": "INFO"]])
      let severity = try await inspect(atlas, organization: simulated.organizationID, id: "e2")
      #expect(severity == "INFO")
    }
  }
}
