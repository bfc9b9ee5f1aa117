import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation
import Testing

@testable import atlas_admin

@Suite("The option --all")
struct ListPagesTests {
  private func endpoint(_ name: String, _ api: AtlasAPI) throws -> EndpointDescriptor {
    try #require(api.catalog.endpoint(name))
  }

  /// Reads a list of items from a server that serves pages of a shape, and returns the items and the
  /// queries.
  private func read(
    _ name: String, _ api: AtlasAPI, count: Int, flags arguments: [String] = [],
    response: ([JSON], Int) -> JSON
  ) async throws -> (items: [JSON], queries: [String]) {
    let catalog = api.catalog
    let endpoint = try endpoint(name, api)
    let flags = EndpointFlags(endpoint, in: catalog)
    let id = "5e2f0a1b9c8d7e6f5a4b3c2d"
    let required = flags.flags.filter { $0.parameter.isRequired }.map { flag in
      FlagValue(flag: flag, value: flag.parameter.type == .objectID ? id : "x")
    }
    let values = try FlagParser(endpoint: name, flags: flags).parse(arguments) + required
    let assembly = RequestAssembly(endpoint: endpoint, flags: flags)
    var items: [JSON] = []
    var queries: [String] = []
    try await ListPages(of: endpoint, in: catalog).read(values) { values in
      try assembly.request(with: values, body: nil)
    } send: { request in
      func number(_ name: String, _ standard: Int) -> Int {
        request.query.last { $0.name == name }.flatMap { Int($0.value) } ?? standard
      }
      queries.append(request.query.map { "\($0.name)=\($0.value)" }.joined(separator: "&"))
      let size = number("itemsPerPage", 100)
      let start = (number("pageNum", 1) - 1) * size
      let page = (start..<max(start, min(start + size, count))).map { index -> JSON in
        ["id": .integer(Int64(index))]
      }
      return response(page, count)
    } receive: { page in
      items += page
    }
    return (items, queries)
  }

  private func numbers(_ items: [JSON]) -> [Int64] { items.compactMap { $0["id"]?.integer } }

  @Test("reads lists with a total", arguments: [0, 1, 99, 100, 101, 250])
  func total(count: Int) async throws {
    let result = try await read("ListClusters", .v2, count: count) { page, total in
      ["results": .array(page), "totalCount": .integer(Int64(total))]
    }
    #expect(numbers(result.items) == (0..<Int64(count)).map { $0 })
  }

  @Test("reads plain arrays, such as lists of clusters of all projects")
  func array() async throws {
    let result = try await read("ListAllClusters", .v2, count: 230) { page, _ in .array(page) }
    #expect(numbers(result.items) == (0..<230).map { $0 })
  }

  @Test("reads lists under another name, such as access logs")
  func otherName() async throws {
    let result = try await read("GetClusterAccessHistory", .v1, count: 230) { page, _ in
      ["accessLogs": .array(page), "links": []]
    }
    #expect(numbers(result.items) == (0..<230).map { $0 })
  }

  @Test("reads lists without pages by one request")
  func withoutPages() async throws {
    let result = try await read("ListClusterSearchIndexes", .v2, count: 3) { page, _ in
      .array(page)
    }
    #expect(numbers(result.items) == [0, 1, 2])
    #expect(result.queries == [""])
  }

  @Test("begins at the given page, and keeps other parameters")
  func start() async throws {
    let flags = ["--page-num", "3", "--items-per-page", "10", "--include-count", "false"]
    let result = try await read("ListClusters", .v2, count: 35, flags: flags) { page, _ in
      ["results": .array(page)]
    }
    #expect(numbers(result.items) == (20..<35).map { $0 })
    #expect(result.queries.first == "includeCount=false&pageNum=3&itemsPerPage=10")
  }

  @Test("fails for a response without a list")
  func noList() async throws {
    await #expect(throws: EndpointError.self) {
      try await read("ListClusters", .v2, count: 1) { _, _ in ["a": 1] }
    }
    #expect(throws: CommandFailure.self) {
      try ListPages(of: endpoint("GetCluster", .v2), in: AtlasAPI.v2.catalog)
    }
  }

  @Test("works for every list of both APIs", arguments: AtlasAPI.allCases)
  func everyList(api: AtlasAPI) throws {
    let catalog = api.catalog
    let lists = catalog.endpoints.filter { endpoint in
      endpoint.method == "GET"
        && api.catalog.api.parameters(of: endpoint).contains { $0.name == "pageNum" }
    }
    #expect(lists.count > 40)
    for endpoint in lists { _ = try ListPages(of: endpoint, in: catalog) }
  }
}
