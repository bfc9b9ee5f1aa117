import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import Foundation
import Testing

@Suite("Examples of database users and access")
struct DatabaseUserExampleTests {
  private func create(_ atlas: AtlasClient, project: ObjectID, password: String) async throws
    -> DatabaseUser
  {
    try await atlas.send(
      CreateCustomDatabaseRole(
        groupID: project,
        body: .init(
          roleName: "orderReader",
          actions: [
            .init(action: .find, resources: [.init(db: "shop", collection: "orders")]),
            .init(action: .collStats, resources: [.init(db: "shop", collection: "")]),
          ])))
    let user = try await atlas.send(
      CreateDatabaseUser(
        groupID: project,
        body: .init(
          username: "reports", databaseName: .admin,
          roles: [.init(roleName: "orderReader", databaseName: "admin")],
          scopes: [.init(name: "shop", type: .cluster)],
          password: password, deleteAfterDate: .now.addingTimeInterval(7 * 86_400))))
    return user
  }

  private func keep(_ atlas: AtlasClient, project: ObjectID) async throws {
    try await atlas.send(
      UpdateDatabaseUser(
        groupID: project, databaseName: .admin, username: "reports",
        body: .init(deleteAfterDate: .null)))
  }

  private func letIn(_ atlas: AtlasClient, project: ObjectID) async throws {
    try await atlas.send(
      CreateProjectAccessListEntries(
        groupID: project,
        body: [
          .init(cidrBlock: "203.0.113.0/24", comment: "office"),
          .init(
            ipAddress: "198.51.100.7", comment: "build server, for today",
            deleteAfterDate: .now.addingTimeInterval(86_400)),
        ]))
    try await atlas.wait(
      for: GetProjectAccessListEntryStatus(
        groupID: project, accessListEntry: "203.0.113.0/24"),
      until: .active)
  }

  private func certify(_ atlas: AtlasClient, project: ObjectID, file: URL) async throws {
    try await atlas.send(
      CreateDatabaseUser(
        groupID: project,
        body: .init(
          username: "worker", databaseName: .external,
          roles: [.init(roleName: "readWriteAnyDatabase", databaseName: "admin")],
          x509Type: .managed)))
    let certificate = try await atlas.send(
      CreateDatabaseUserCertificate(
        groupID: project, username: "worker", body: .init(monthsUntilExpiration: 12)))
    // Certificate and private key in PEM; Atlas shows the key this once.
    try Data(certificate.utf8).write(to: file, options: .atomic)
  }

  @Test("creates a user with a custom role")
  func user() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let user = try await create(atlas, project: simulated.groupID, password: "correct horse")
      #expect(user.roles?.first?.roleName == "orderReader")
      #expect(user.deleteAfterDate ?? .distantPast > .now)
      let roles = try await atlas.send(ListCustomDatabaseRoles(groupID: simulated.groupID))
      #expect(roles.map(\.roleName) == ["orderReader"])
    }
  }

  @Test("makes a temporary user permanent")
  func keep() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let made = try await create(atlas, project: simulated.groupID, password: "correct horse")
      #expect(made.deleteAfterDate != nil)
      try await keep(atlas, project: simulated.groupID)
      let user = try await atlas.send(
        GetDatabaseUser(groupID: simulated.groupID, databaseName: .admin, username: "reports"))
      #expect(user.deleteAfterDate == nil)
    }
  }

  @Test("opens the access list and creates a certificate")
  func access() async throws {
    let file = URL.temporaryDirectory.appending(path: "\(UUID().uuidString).pem")
    defer { try? FileManager.default.removeItem(at: file) }
    try await withSimulatedAtlas { atlas, simulated in
      try await letIn(atlas, project: simulated.groupID)
      let entries = try await atlas.send(
        ListProjectAccessListEntries(groupID: simulated.groupID)
      ).items
      #expect(entries.map(\.cidrBlock) == ["203.0.113.0/24", "198.51.100.7/32"])
      let entry = try await atlas.send(
        GetProjectAccessListEntry(groupID: simulated.groupID, accessListEntry: "198.51.100.7"))
      #expect(entry.comment == "build server, for today")
      try await certify(atlas, project: simulated.groupID, file: file)
      #expect(FileManager.default.fileExists(atPath: file.path))
    }
  }
}
