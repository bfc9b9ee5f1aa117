import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Foundation
import Testing

@Suite("Examples of database users and access")
struct DatabaseUserExampleTests {
  private func create(
    _ atlas: AtlasClient, project: ObjectID, cluster: String, password: String
  ) async throws -> DatabaseUser {
    try await atlas.send(
      CreateCustomDatabaseRole(
        groupID: project,
        body: .init(
          roleName: "orderReader",
          actions: [
            .init(action: .find, resources: [.init(collection: "orders", db: "shop")]),
            .init(action: .collStats, resources: [.init(collection: "", db: "shop")]),
          ])))
    let user = try await atlas.send(
      CreateDatabaseUser(
        groupID: project,
        body: .init(
          username: "reports", databaseName: .admin,
          roles: [.init(databaseName: "admin", roleName: "orderReader")],
          scopes: [.init(name: cluster, type: .cluster)], password: password,
          deleteAfterDate: .now.addingTimeInterval(7 * 86_400))))
    try await atlas.wait(
      for: GetClusterStatus(groupID: project, clusterName: cluster), until: .applied)
    return user
  }

  private func rotate(_ atlas: AtlasClient, project: ObjectID, newPassword: String) async throws {
    try await atlas.send(
      UpdateDatabaseUser(
        groupID: project, databaseName: .admin, username: "reports",
        body: .init(password: newPassword, deleteAfterDate: .null)))
  }

  private func temporary(_ atlas: AtlasClient, project: ObjectID) async throws -> [String] {
    var temporary: [String] = []
    for try await user in atlas.items(of: ListDatabaseUsers(groupID: project)) {
      if user.deleteAfterDate != nil { temporary.append(user.username) }
    }
    return temporary
  }

  private func allow(_ atlas: AtlasClient, project: ObjectID) async throws {
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
      for: GetProjectAccessListEntryStatus(groupID: project, entryValue: "203.0.113.0/24"),
      until: .active)
  }

  private func certify(_ atlas: AtlasClient, project: ObjectID, file: URL) async throws {
    try await atlas.send(
      CreateDatabaseUser(
        groupID: project,
        body: .init(
          username: "worker", databaseName: .external,
          roles: [.init(databaseName: "admin", roleName: .readWriteAnyDatabase)],
          x509Type: .managed)))
    let certificate = try await atlas.send(
      CreateDatabaseUserCertificate(
        groupID: project, username: "worker", body: .init(monthsUntilExpiration: 12)))
    // Certificate and private key in PEM; Atlas shows the key this once.
    try Data(certificate.utf8).write(to: file, options: .atomic)
  }

  func setPassword(
    _ password: String, of name: String, in project: ObjectID, _ atlas: AtlasClient
  ) async throws {
    do {
      try await atlas.send(
        UpdateDatabaseUser(
          groupID: project, databaseName: .admin, username: name,
          body: .init(password: password)))
    } catch EndpointError.api(let error) where error.status == .notFound {
      try await atlas.send(
        CreateDatabaseUser(
          groupID: project,
          body: .init(
            username: name, databaseName: .admin,
            roles: [.init(databaseName: "shop", roleName: .readWrite)], password: password)))
    }
  }

  @Test("creates a temporary user and makes it permanent")
  func user() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let project = simulated.groupID
      let user = try await create(
        atlas, project: project, cluster: simulated.clusterName, password: "correct horse")
      #expect(user.roles.first?.roleName == "orderReader")
      #expect(try await temporary(atlas, project: project) == ["reports"])
      try await rotate(atlas, project: project, newPassword: "battery staple")
      #expect(try await temporary(atlas, project: project) == [])
    }
  }

  @Test("allows addresses")
  func accessList() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      try await allow(atlas, project: simulated.groupID)
      let entries = try await atlas.send(
        ListProjectAccessListEntries(groupID: simulated.groupID)
      ).items
      #expect(entries.map(\.comment) == ["office", "build server, for today"])
    }
  }

  @Test("creates a certificate")
  func certificate() async throws {
    let file = URL.temporaryDirectory.appending(path: "\(UUID().uuidString).pem")
    defer { try? FileManager.default.removeItem(at: file) }
    let create: Handler = { _, _ in
      .data(Data("-----BEGIN".utf8), contentType: "text/plain", status: 201)
    }
    try await withSimulatedAtlas(handlers: [CreateDatabaseUserCertificate.name: create]) {
      atlas, simulated in
      try await certify(atlas, project: simulated.groupID, file: file)
      #expect(try Data(contentsOf: file) == Data("-----BEGIN".utf8))
    }
  }

  @Test("sets the password of a new and of an existing user")
  func password() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      for password in ["correct horse", "battery staple"] {
        try await setPassword(password, of: "app", in: simulated.groupID, atlas)
      }
      let users = try await atlas.send(ListDatabaseUsers(groupID: simulated.groupID)).items
      #expect(users.map(\.username) == ["app"])
    }
  }
}
