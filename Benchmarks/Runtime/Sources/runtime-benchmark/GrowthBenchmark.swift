import AtlasCore
import EndpointRuntime
import Foundation
import HTTPTypes

/// What a request takes, and how much memory the process has, after many others.
struct GrowthBenchmark {
  /// The number of requests through one client.
  let requests: Int
  /// The file of the plot; `nil` for none.
  let plot: String?

  /// The state after a tenth of the work.
  private struct Step {
    var count: Int
    /// The time for a unit of the work, in microseconds.
    var time: Double
    /// The resident memory in MiB.
    var memory: Double
  }

  func run() async throws {
    let works: [(name: String, steps: [Step])] = [
      ("requests over loopback", try await overLoopback()),
      ("protection spaces", try await protectionSpaces(min(requests, 10_000))),
      ("pages of one list", try await pages(min(requests, 100_000))),
    ]
    var table = Table("work", "count", "µs each", "memory, MiB")
    for work in works {
      for step in work.steps {
        table.add(work.name, "\(step.count)", step.time.rounded(2), step.memory.rounded(1))
      }
    }
    table.print("Cost as work grows; target: memory within 5 % between a tenth and the whole")
    guard let plot else { return }
    try Self.plot(works.map { (name: $0.name, steps: $0.steps) }).write(to: plot)
  }

  private func overLoopback() async throws -> [Step] {
    let server = try ServerProcess()
    let senders = try await Senders(server.baseURL)
    guard let way = senders.all.first(where: { $0.name == "AtlasClient" }) else { return [] }
    let steps = try await Self.tenths(of: requests) { _, count in
      try await Senders.send(way, times: count, atOnce: 8)
    }
    try await senders.stop()
    try server.stop()
    return steps
  }

  /// Signs a request to a host that no other request goes to.
  private func protectionSpaces(_ spaces: Int) async throws -> [Step] {
    let challenge =
      "Digest realm=\"MMS Public API\", domain=\"\", nonce=\"aBcDeFgHiJkLmNoPqRsTuVwXyZ012345\", "
      + "algorithm=MD5, qop=\"auth\", stale=false"
    let exchange: HTTPTransport.Send = { request, _ in
      let isSigned = request.headerFields[.authorization] != nil
      return TransportResponse(
        head: isSigned
          ? HTTPResponse(status: .ok)
          : HTTPResponse(status: .unauthorized, headerFields: [.wwwAuthenticate: challenge]),
        body: HTTPBody(Data()))
    }
    let authenticator = DigestAuthenticator(username: "abcdefgh", password: "01234567")
    return try await Self.tenths(of: spaces) { first, count in
      for number in first..<(first + count) {
        let request = HTTPRequest(
          method: .get, scheme: "https", authority: "host-\(number).example.com", path: "/v1")
        _ = try await authenticator.authenticate(request, body: nil, exchange: exchange)
      }
    }
  }

  private func pages(_ pages: Int) async throws -> [Step] {
    let client = AtlasClient(authenticator: nil, transport: PageTransport())
    let list = ListSnapshots(
      groupID: "5e2f0a1b9c8d7e6f5a4b3c2d", clusterName: "MyCluster",
      page: .init(size: PageTransport.size))
    var iterator = client.pages(of: list).makeAsyncIterator()
    return try await Self.tenths(of: pages) { _, count in
      for _ in 0..<count {
        let page = try await iterator.next()
        precondition(page?.items.count == PageTransport.size, "a page is missing")
      }
    }
  }

  private static func tenths(
    of total: Int, _ work: (_ first: Int, _ count: Int) async throws -> Void
  ) async throws -> [Step] {
    var steps: [Step] = []
    let count = max(total / 10, 1)
    for number in 0..<10 {
      let cost = try await Cost.measure(per: count) { try await work(number * count, count) }
      steps.append(
        Step(
          count: (number + 1) * count, time: cost.elapsed,
          memory: Double(Memory.resident) / Double(1 << 20)))
    }
    return steps
  }

  private static func plot(_ works: [(name: String, steps: [Step])]) -> Plot {
    let colors = ["#3b76c4", "#c4543b", "#5a9e4b"]
    var series: [Plot.Series] = []
    for (work, color) in zip(works, colors) {
      guard let total = work.steps.last?.count, let start = work.steps.first else { continue }
      let x = work.steps.map { 100 * Double($0.count) / Double(total) }
      series.append(
        Plot.Series(
          name: "time, \(total) \(work.name)", color: color,
          points: zip(x, work.steps).map { ($0, $1.time / start.time) }))
      series.append(
        Plot.Series(
          name: "memory", color: color, isDashed: true,
          points: zip(x, work.steps).map { ($0, $1.memory / start.memory) }))
    }
    let values = series.flatMap { $0.points.map(\.y) }
    return Plot(
      title: "Time of one and memory, as parts of those in the first tenth",
      x: ("% of the work", .linear, [0, 20, 40, 60, 80, 100]),
      y: ("times the first tenth", .linear, Plot.ticks(upTo: values)), series: series)
  }
}

/// Responds with pages that never end.
private struct PageTransport: HTTPTransport {
  static let size = 5

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    let query = URLComponents(string: request.path ?? "")?.queryItems ?? []
    let page = query.first { $0.name == "pageNum" }?.value.flatMap(Int.init) ?? 1
    let items = (0..<Self.size).map {
      #"{"id":"\#(String(page * Self.size + $0, radix: 16))","status":"completed"}"#
    }
    let json = #"{"results":[\#(items.joined(separator: ","))],"totalCount":10000000}"#
    return TransportResponse(
      head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
      body: HTTPBody(Data(json.utf8)))
  }
}
