/// How long requests take when so many are sent at once: the median and the slowest of a hundred and
/// of a thousand.
struct LatencyBenchmark {
  let rounds: Int
  let calls: Int
  /// The file of the plot; `nil` for none.
  let plot: String?

  private static let parts = [
    (name: "p50", part: 0.5), (name: "p99", part: 0.99), (name: "p99.9", part: 0.999),
  ]
  private static let concurrencies = [1, 8, 32, 256]

  func run() async throws {
    let server = try ServerProcess()
    let senders = try await Senders(server.baseURL, maximumConcurrentRequests: 256)
    let ways = senders.all.filter { $0.name != "AsyncHTTPClientTransport" }
    var table = Table("at once", "way", "p50 µs", "p99 µs", "p99.9 µs")
    // The latencies of each way, one list for each concurrency.
    var results = ways.map { _ in [[Double]]() }
    for concurrency in Self.concurrencies {
      var samples = ways.map { _ in [Double]() }
      for round in 0...rounds {
        let order = Array(ways.indices)
        for index in round.isMultiple(of: 2) ? order : order.reversed() {
          let measured = try await latencies(of: ways[index], atOnce: concurrency)
          if round > 0 { samples[index] += measured }
        }
      }
      for (index, way) in ways.enumerated() {
        let values = Self.parts.map { samples[index].quantile($0.part) }
        results[index].append(values)
        table.add(
          "\(concurrency)", way.name, values[0].rounded(0), values[1].rounded(0),
          values[2].rounded(0))
      }
    }
    table.print("Latency; \(rounds * calls) requests of each kind")
    if let plot { try self.plot(results, of: ways.map(\.name)).write(to: plot) }
    try await senders.stop()
    try server.stop()
  }

  private func latencies(of way: Senders.Way, atOnce concurrency: Int) async throws -> [Double] {
    try await withThrowingTaskGroup(of: [Double].self) { group in
      for _ in 0..<concurrency {
        group.addTask {
          var values: [Double] = []
          for _ in 0..<max(calls / concurrency, 1) {
            let start = ContinuousClock.now
            try await way.send()
            values.append(start.duration(to: .now) / .microseconds(1))
          }
          return values
        }
      }
      return try await group.reduce(into: []) { $0 += $1 }
    }
  }

  private func plot(_ results: [[[Double]]], of names: [String]) -> Plot {
    let colors = ["#888", "#3b76c4", "#c4543b"]
    var series: [Plot.Series] = []
    for (way, name) in names.enumerated() {
      for (part, (quantile, _)) in Self.parts.enumerated() where name != names[1] {
        series.append(
          Plot.Series(
            name: "\(quantile), \(name)", color: colors[part], isDashed: way == 0,
            points: zip(Self.concurrencies, results[way]).map { (Double($0), $1[part]) }))
      }
    }
    let values = series.flatMap { $0.points.map(\.y) }
    return Plot(
      title: "Latency of a request over loopback",
      x: ("requests at once", .logarithmic, Self.concurrencies.map(Double.init)),
      y: ("µs", .logarithmic, Plot.ticks(around: values)), series: series)
  }
}
