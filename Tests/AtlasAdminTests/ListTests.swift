@_spi(Generated) import AtlasAdmin
@_spi(Generated) import EndpointRuntime
import AtlasSimulator
import AtlasTestSupport
import EndpointModel
import Synchronization
import TestSupport
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
        for try await page in atlas.pages(of: list) {
          for user in page.items { try await delete(user) }
        }
      } else {
        for try await user in atlas.items(of: list) { try await delete(user) }
      }
      #expect(deleted >= 260)
      #expect(try await atlas.send(list).items.isEmpty)
    }
  }

  @Test(
    "returns every item that stays exactly once, whatever is created, deleted, and changed meanwhile",
    arguments: 0..<18)
  func changes(seed: Int) async throws {
    var random = SplitMix(state: UInt64(seed))
    let count = [1, 40, 99, 100, 101, 260, 700, 1_500, 5_000][seed % 9]
    let size = count <= 100 ? [nil, 1, 7][seed % 3] : [nil, 40, 99, 499, 500][seed % 5]
    let pace = Double.random(in: 0...0.6, using: &random)
    let snapshots = Mutex((0..<count).map { Self.snapshot($0) })
    let handler: Handler = { _, _ in .list(snapshots.withLock { $0 }) }
    try await withSimulatedAtlas(handlers: [ListSnapshots.name: handler]) {
      atlas, simulated in
      var given: [ObjectID] = []
      var deleted: Set<String> = []
      var created = count
      func visit(_ snapshot: Snapshot) {
        given.append(snapshot.id)
        guard Double.random(in: 0..<1, using: &random) < pace else { return }
        snapshots.withLock { list in
          let index = Int.random(in: 0...list.count, using: &random)
          switch Int.random(in: 0..<4, using: &random) {
          case 0:
            list.insert(Self.snapshot(created), at: index)
            created += 1
          case 1 where index < list.count:
            list[index] = Self.snapshot(list[index]["id"]?.string ?? "", status: "completed")
          case _ where index < list.count:
            deleted.insert(list.remove(at: index)["id"]?.string ?? "")
          default: return
          }
        }
      }
      let list = ListSnapshots(
        groupID: simulated.groupID, clusterName: simulated.clusterName, page: .init(size: size))
      if seed.isMultiple(of: 2) {
        for try await snapshot in atlas.items(of: list) { visit(snapshot) }
      } else {
        for try await page in atlas.pages(of: list) { page.items.forEach(visit) }
      }
      #expect(Set(given).count == given.count, "repeated")
      let stayed = (0..<count).map { Self.id($0) }.filter { !deleted.contains($0) }
      let lost = Set(stayed).subtracting(given.map(\.rawValue))
      #expect(lost.isEmpty, "lost \(lost.count) of \(count) by \(size ?? 0)")
    }
  }

  private static func id(_ number: Int) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 24 - digits.count) + digits
  }

  private static func snapshot(_ number: Int) -> JSON { snapshot(id(number), status: "queued") }

  private static func snapshot(_ id: String, status: String) -> JSON {
    ["id": .string(id), "status": .string(status)]
  }
}
