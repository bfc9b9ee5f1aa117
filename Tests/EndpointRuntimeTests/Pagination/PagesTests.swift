import EndpointRuntime
import Foundation
import HTTPTypes
import Testing
import Zoo

@Suite("A list in pages")
struct PagesTests {
  /// A server with a list and configurable behavior.
  private struct ListServer {
    var count: Int
    var limit = 500
    var tellsTotal = true
    var isArray = false
    var ignoresPaging = false

    func reply(_ request: HTTPRequest) -> Reply {
      let query = URLComponents(string: request.path ?? "")?.queryItems ?? []
      let number = { (name: String) in query.first { $0.name == name }?.value.flatMap { Int($0) } }
      let size = ignoresPaging ? count : min(number("itemsPerPage") ?? 100, limit)
      let start = ignoresPaging ? 0 : ((number("pageNum") ?? 1) - 1) * size
      let items = (start..<max(start, min(start + size, count))).map { #"{"id":"\#($0)"}"# }
        .joined(separator: ",")
      if isArray { return Reply("[\(items)]") }
      return Reply(#"{"results":[\#(items)]\#(tellsTotal ? #","totalCount":\#(count)"# : "")}"#)
    }
  }

  /// The ids of all items, and how many requests they took.
  private func walk(
    _ server: ListServer, page: PageRequest = .init()
  ) async throws -> (ids: [String], requests: Int) {
    let transport = ScriptedTransport { request, number in
      number > 20 ? Reply(500) : server.reply(request)
    }
    var ids: [String] = []
    for try await pen in EndpointClient<ZooAPI>(transport).items(of: ListPens(page: page)) {
      ids.append(pen.id)
    }
    return (ids, transport.requests.count)
  }

  @Test(
    "returns all items once, in as few requests as possible",
    arguments: [
      // What the server is like, items a page, requests.
      (ListServer(count: 0), nil, 1), (ListServer(count: 1), nil, 1),
      (ListServer(count: 100), nil, 2), (ListServer(count: 250), nil, 3),
      (ListServer(count: 10), 3, 3), (ListServer(count: 9), 3, 3),
      // A limit of its own on the size.
      (ListServer(count: 250, limit: 50), 500, 6),
      (ListServer(count: 230, limit: 50, tellsTotal: false), 500, 6),
      (ListServer(count: 250, limit: 50, tellsTotal: false), 500, 6),
      // No total: a first page that is short needs one more.
      (ListServer(count: 250, tellsTotal: false), nil, 3),
      (ListServer(count: 200, tellsTotal: false), nil, 3),
      (ListServer(count: 7, tellsTotal: false), nil, 2),
      // Bare arrays, in pages and not.
      (ListServer(count: 250, isArray: true), nil, 3),
      (ListServer(count: 250, isArray: true, ignoresPaging: true), nil, 2),
      (ListServer(count: 250, ignoresPaging: true), nil, 1),
    ] as [(ListServer, Int?, Int)])
  private func items(server: ListServer, size: Int?, requests: Int) async throws {
    let walk = try await walk(server, page: PageRequest(size: size))
    #expect(walk.ids == (0..<server.count).map { String($0) })
    #expect(walk.requests == requests)
  }

  @Test("can begin at another page")
  func middle() async throws {
    let walk = try await walk(
      ListServer(count: 10), page: PageRequest(number: 3, size: 4, includesCount: true))
    #expect(walk.ids == ["8", "9"])
  }

  @Test("sends each page parameter once")
  func query() async throws {
    let transport = ScriptedTransport { request, _ in ListServer(count: 3).reply(request) }
    let list = ListPens(page: PageRequest(number: 1, size: 5, includesCount: false))
    _ = try await EndpointClient<ZooAPI>(transport).send(list)
    #expect(
      transport.requests.first?.path == "/v1/pens?pageNum=1&itemsPerPage=5&includeCount=false")
  }

  @Test("has one empty page if it is empty")
  func empty() async throws {
    let transport = ScriptedTransport { request, _ in ListServer(count: 0).reply(request) }
    var pages: [Page<Pen>] = []
    for try await page in EndpointClient<ZooAPI>(transport).pages(of: ListPens()) {
      pages.append(page)
    }
    #expect(pages == [Page(items: [], totalCount: 0)])
  }

  @Test("fetches a page when half of the previous items are consumed")
  func lazyItems() async throws {
    let server = ListServer(count: 1000)
    let (transport, arrivals) = watched { request, _ in server.reply(request) }
    var iterator = EndpointClient<ZooAPI>(transport).items(of: ListPens()).makeAsyncIterator()
    #expect(transport.requests.isEmpty)
    for _ in 1...50 { _ = try await iterator.next() }
    await arrivals.wait()
    #expect(transport.requests.count == 1)
    _ = try await iterator.next()
    await arrivals.wait()
    #expect(transport.requests.count == 2)
    for _ in 52...150 { _ = try await iterator.next() }
    #expect(transport.requests.count == 2)
  }

  @Test("fetches one page ahead and not more")
  func prefetch() async throws {
    let server = ListServer(count: 1000)
    let (transport, arrivals) = watched { request, _ in server.reply(request) }
    var iterator = EndpointClient<ZooAPI>(transport).pages(of: ListPens()).makeAsyncIterator()
    for number in 1...3 {
      _ = try await iterator.next()
      if number == 1 { await arrivals.wait() }
      await arrivals.wait()
      #expect(transport.requests.count == number + 1)
    }
  }

  @Test("cancels the request for a page that is no longer needed")
  func abandoned() async throws {
    let server = ListServer(count: 1000)
    let ended = Signal()
    let (transport, arrivals) = watched { request, number in
      guard number > 1 else { return server.reply(request) }
      defer { ended.send() }
      try await Task.sleep(for: .seconds(600))
      return Reply()
    }
    let client = EndpointClient<ZooAPI>(transport)
    for try await page in client.pages(of: ListPens()) {
      #expect(page.items.count == 100)
      await arrivals.wait()
      await arrivals.wait()
      break
    }
    await ended.wait()
  }

  @Test("can be cancelled while it waits for a page")
  func cancellation() async throws {
    let (transport, arrivals) = watched { _, _ in
      try await Task.sleep(for: .seconds(600))
      return Reply()
    }
    let client = EndpointClient<ZooAPI>(transport)
    let reader = Task {
      await failure {
        for try await _ in client.items(of: ListPens()) {}
      }
    }
    await arrivals.wait()
    reader.cancel()
    #expect(await reader.value?.isCancelled == true)
  }

  @Test(
    "returns items that stay once if it changes",
    arguments: [
      // What is inserted before position 0 or removed there after the first page, and what comes.
      (["x", "y"], 0, "0 1 2 3 x y 4 5 6 7 8 9"),
      (["x", "y", "z"], 0, "0 1 2 3 x y z 4 5 6 7 8 9"),
      ([], 1, "0 1 2 3 4 5 6 7 8 9"), ([], 2, "0 1 2 3 4 5 6 7 8 9"),
      ([], 10, "0 1 2 3"),
    ] as [([String], Int, String)])
  private func changes(inserted: [String], removed: Int, expected: String) async throws {
    let transport = ScriptedTransport { request, number in
      var ids = (0...9).map { String($0) }
      if number > 1 { ids = inserted + ids.dropFirst(removed) }
      let query = URLComponents(string: request.path ?? "")?.queryItems ?? []
      let number = { (name: String) in query.first { $0.name == name }?.value.flatMap { Int($0) } }
      let (page, size) = (number("pageNum") ?? 1, number("itemsPerPage") ?? 100)
      let items = ids.dropFirst((page - 1) * size).prefix(size).map { #"{"id":"\#($0)"}"# }
      return Reply(
        #"{"results":[\#(items.joined(separator: ","))],"totalCount":\#(ids.count)}"#)
    }
    let list = ListPens(page: PageRequest(size: 4))
    var ids: [String] = []
    for try await pen in EndpointClient<ZooAPI>(transport).items(of: list) {
      ids.append(pen.id)
    }
    #expect(ids.joined(separator: " ") == expected)
  }

  /// A transport that reports each request after recording it.
  private func watched(
    _ script: @escaping ScriptedTransport.Script
  ) -> (ScriptedTransport, Signal) {
    let arrivals = Signal()
    let transport = ScriptedTransport { request, number in
      arrivals.send()
      return try await script(request, number)
    }
    return (transport, arrivals)
  }

  @Test("ends with an error after the pages before it")
  func error() async throws {
    let transport = ScriptedTransport { request, number in
      number == 2 ? Reply(500) : ListServer(count: 1000).reply(request)
    }
    var iterator = EndpointClient<ZooAPI>(transport).pages(of: ListPens()).makeAsyncIterator()
    #expect(try await iterator.next()?.items.count == 100)
    await #expect(throws: EndpointError.self) { _ = try await iterator.next() }
    #expect(try await iterator.next() == nil)
    #expect(transport.requests.count == 2)
  }

  @Test("accepts pages in envelopes")
  func envelope() async throws {
    let transport = ScriptedTransport { _, number in
      Reply(#"{"status":200,"results":[{"id":"\#(number)"}],"totalCount":2}"#)
    }
    var ids: [String] = []
    let items = EndpointClient<ZooAPI>(transport).items(of: ListPens(), options: .envelope)
    for try await pen in items { ids.append(pen.id) }
    #expect(ids == ["1", "2"])
  }
}
