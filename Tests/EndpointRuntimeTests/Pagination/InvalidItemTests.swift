import EndpointRuntime
import Foundation
import HTTPTypes
import Synchronization
import Testing
import Zoo

@Suite("Invalid items")
struct InvalidItemTests {
  /// Serves 250 items, of which every seventh has a number for its id.
  private let client = EndpointClient<ZooAPI>(
    ScriptedTransport { request, _ in
      let query = URLComponents(string: request.path ?? "")?.queryItems ?? []
      let number = { (name: String) in query.first { $0.name == name }?.value.flatMap { Int($0) } }
      let size = number("itemsPerPage") ?? 100
      let start = ((number("pageNum") ?? 1) - 1) * size
      let items = (start..<max(start, min(start + size, 250))).map {
        $0.isMultiple(of: 7) ? #"{"id":\#($0)}"# : #"{"id":"\#($0)"}"#
      }
      return Reply(#"{"results":[\#(items.joined(separator: ","))],"totalCount":250}"#)
    })
  private let valid = (0..<250).filter { !$0.isMultiple(of: 7) }.map(String.init)

  @Test("fail the list by default, with their location")
  func strict() async {
    let error = await failure { try await client.send(ListPens()) }
    guard case .decoding(let failure) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.codingPath == "results.0.id")
  }

  @Test("are skipped on request, each reported once", arguments: [1, 7, 20, 100, 500])
  func items(size: Int) async throws {
    let skipped = Mutex<[String]>([])
    let list = ListPens(page: .init(size: size))
    var ids: [String] = []
    let items = client.items(of: list) { item in
      skipped.withLock { $0.append(item.failure.problem + item.failure.codingPath.suffix(3)) }
    }
    for try await pen in items { ids.append(pen.id) }
    #expect(ids == valid)
    #expect(skipped.withLock { $0.count } == 250 - valid.count)
    #expect(skipped.withLock { $0 }.allSatisfy { $0.hasSuffix(".id") })
  }

  @Test("are properties of pages and responses")
  func pages() async throws {
    var options = RequestOptions<ZooAPI>()
    options.skipsInvalidItems = true
    let response = try await client.response(to: ListPens(), options: options)
    #expect(response.value.items.count == 85 && response.value.totalCount == 250)
    #expect(response.skippedItems.map(\.index) == (0..<15).map { 7 * $0 })
    #expect(response.value.skippedItems == response.skippedItems)
    var (ids, skipped): ([String], Int) = ([], 0)
    for try await page in client.pages(of: ListPens(), options: options) {
      ids += page.items.map(\.id)
      skipped += page.skippedItems.count
    }
    #expect(ids == valid && skipped == 250 - valid.count)
  }

  @Test(
    "are skipped in lists without pages as well, with and without an envelope",
    arguments: [
      #"[{"id":"a"},{"id":1},null,{"id":"b"}]"#,
      #"{"status":200,"content":[{"id":"a"},{"id":1},null,{"id":"b"}]}"#,
    ])
  func plainLists(body: String) async throws {
    let client = EndpointClient<ZooAPI>(ScriptedTransport { _, _ in Reply(body) })
    var options = RequestOptions<ZooAPI>.envelope
    options.skipsInvalidItems = true
    let response = try await client.response(to: ListToys(penID: "1"), options: options)
    #expect(response.value.map(\.id) == ["a", "b"])
    #expect(response.skippedItems.map(\.index) == [1, 2])
    _ = await failure { try await client.send(ListToys(penID: "1"), options: .envelope) }
  }
}
