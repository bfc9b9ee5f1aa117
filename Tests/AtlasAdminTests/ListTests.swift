import AtlasAdmin
import AtlasSimulator
import Testing

@Suite("A list of the simulated Atlas")
struct ListTests {
  @Test("can be emptied while it is read, by items and by pages", arguments: [true, false])
  func deletion(byPages: Bool) async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let project = simulated.groupID
      for number in 0..<260 {
        try await atlas.send(
          CreateDatabaseUser(
            groupID: project,
            body: DatabaseUserRequest(username: "user\(number)", databaseName: .admin)))
      }
      var deleted = 0
      func delete(_ user: DatabaseUser) async throws {
        try await atlas.send(
          DeleteDatabaseUser(
            groupID: project, databaseName: user.databaseName ?? .admin, username: user.username))
        deleted += 1
      }
      let list = ListDatabaseUsers(groupID: project)
      if byPages {
        for try await page in atlas.pages(list) {
          for user in page.items { try await delete(user) }
        }
      } else {
        for try await user in atlas.items(list) { try await delete(user) }
      }
      #expect(deleted >= 260)
      #expect(try await atlas.send(list).items.isEmpty)
    }
  }
}
