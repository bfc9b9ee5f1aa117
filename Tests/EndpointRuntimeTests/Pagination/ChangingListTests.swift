import EndpointRuntime
import Foundation
import HTTPTypes
import Synchronization
import TestSupport
import Testing
import Zoo

@Suite("A changing list")
struct ChangingListTests {
  /// Reads a list by items or by pages.
  private func read(
    _ list: ChangingList, size: Int?, byPages: Bool, _ visit: (String) -> Void
  ) async throws {
    let client = EndpointClient<ZooAPI>(list.transport)
    let endpoint = ListPens(page: PageRequest(size: size))
    if byPages {
      for try await page in client.pages(of: endpoint) { page.items.forEach { visit($0.id) } }
    } else {
      for try await item in client.items(of: endpoint) { visit(item.id) }
    }
  }

  @Test(
    "returns every item that stays exactly once, whatever else is created, deleted, and changed",
    arguments: 0..<120)
  func property(seed: Int) async throws {
    var random = SplitMix(state: UInt64(seed))
    let count = [1, 2, 7, 99, 100, 101, 260, 1000, 5000][seed % 9]
    let size = [nil, 1, 2, 3, 10, 50, 100, 499, 500][(seed / 9) % 9]
    // Small pages of a long list take many requests, each of which searches the list.
    guard count / (size ?? 100) < 600 else { return }
    let pace = Double.random(in: 0...0.8, using: &random)
    let list = ChangingList(count: count)
    var given: [String] = []
    var deleted: Set<Int> = []
    try await read(list, size: size, byPages: seed.isMultiple(of: 2)) { id in
      given.append(id)
      guard Double.random(in: 0..<1, using: &random) < pace else { return }
      if let id = list.change(&random) { deleted.insert(id) }
    }
    #expect(Set(given).count == given.count, "repeated")
    let lost = Set((0..<count).filter { !deleted.contains($0) }.map(String.init)).subtracting(given)
    #expect(lost.isEmpty, "lost \(lost.sorted().prefix(5)) of \(count) by \(size ?? 0)")
  }

  @Test(
    "can be emptied while it is read",
    arguments: [
      (1, nil), (260, nil), (300, nil), (1000, nil), (1000, 500), (40, 1), (100, 7), (5000, 100),
    ] as [(Int, Int?)], [true, false])
  func deletion(list: (count: Int, size: Int?), byPages: Bool) async throws {
    let server = ChangingList(count: list.count)
    var given: [String] = []
    try await read(server, size: list.size, byPages: byPages) { id in
      given.append(id)
      if let id = Int(id) { server.delete(id) }
    }
    #expect(given.count == list.count)
    #expect(server.ids.isEmpty)
  }

  @Test(
    "is read to its end, whatever the server's habits",
    arguments: [
      .none, .limit(50), .limit(1), .limit(3), .fixedSize(30), .fixedSize(100), .fixedSize(200),
      .noPages,
    ] as [ChangingList.Habit], [true, false])
  func habits(habit: ChangingList.Habit, hasTotal: Bool) async throws {
    for count in [0, 1, 49, 50, 100, 101, 200, 250] {
      for size in [nil, 1, 100, 500] {
        let server = ChangingList(count: count, habit: habit) { count, _ in
          hasTotal ? count : nil
        }
        var given: [String] = []
        try await read(server, size: size, byPages: false) { given.append($0) }
        #expect(given == (0..<count).map(String.init), "\(count) by \(size ?? 0)")
      }
    }
  }

  @Test(
    "is complete or ends with an error",
    arguments: [
      (ChangingList(count: 1000, habit: .samePage), false),
      (ChangingList(count: 1000, habit: .endsAfter(300)), false),
      (ChangingList(count: 1000, habit: .endsAfter(0)), false),
      (ChangingList(count: 1000) { count, _ in count * 2 }, false),
      (ChangingList(count: 1000) { _, pageCount in pageCount }, true),
      (ChangingList(count: 1000) { _, _ in 50 }, true),
      (ChangingList(count: 1000) { _, _ in 0 }, true),
    ])
  func wrong(list: ChangingList, isComplete: Bool) async throws {
    var given: [String] = []
    do {
      try await read(list, size: nil, byPages: false) { given.append($0) }
      #expect(isComplete && given.count == 1000)
    } catch {
      #expect(!isComplete && "\(error)".contains("the list ends after"))
    }
  }

  @Test("costs at most a tenth more requests than pages while nothing changes")
  func cost() async throws {
    for (count, size) in [(99, nil), (250, nil), (1000, nil), (5000, 500)] as [(Int, Int?)] {
      let list = ChangingList(count: count)
      let transport = list.transport
      let client = EndpointClient<ZooAPI>(transport)
      var given = 0
      let endpoint = ListPens(page: PageRequest(size: size))
      for try await _ in client.items(of: endpoint) { given += 1 }
      #expect(given == count)
      let pages = (count + (size ?? 100) - 1) / (size ?? 100)
      #expect(transport.requests.count <= pages + pages / 10 + 1)
    }
  }

  @Test("keeps equal items without an identifier")
  func equalItems() async throws {
    let values = (0..<250).map { $0 % 7 }
    let transport = ScriptedTransport { request, _ in
      let query = URLComponents(string: request.path ?? "")?.queryItems ?? []
      let number = { (name: String) in query.first { $0.name == name }?.value.flatMap { Int($0) } }
      let size = number("itemsPerPage") ?? 100
      let page = values.dropFirst(((number("pageNum") ?? 1) - 1) * size).prefix(size)
      return Reply(#"{"results":\#(Array(page)),"totalCount":\#(values.count)}"#)
    }
    var given: [JSON] = []
    for try await value in EndpointClient<ZooAPI>(transport).items(of: ListSounds()) {
      given.append(value)
    }
    #expect(given == values.map { .integer(Int64($0)) })
  }
}

extension ChangingList: CustomTestStringConvertible {
  var testDescription: String { "a list" }
}
