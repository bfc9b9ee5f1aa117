/// What a request without a body takes: its share of throughput, and the CPU time and the context
/// switches that it adds.
struct CallBenchmark {
  let rounds: Int
  let calls: Int
  /// Whether the client is also measured without some of its parts.
  let layers: Bool
  /// The only way to measure; `nil` for all.
  let only: String?

  func run() async throws {
    let server = try ServerProcess()
    let senders = try await Senders(server.baseURL, layers: layers)
    let ways = senders.all.filter { only == nil || $0.name == only }
    var table = Table(
      "at once", "way", "requests/s", "of HTTPClient's", "CPU µs/request", "CPU µs added",
      "switches/request")
    for concurrency in [1, 8, 32] {
      let times = max(calls / concurrency, 1) * concurrency
      let rounds = try await Rounds(rounds, of: ways.count) { index in
        try await Cost.measure(per: times) {
          try await Senders.send(ways[index], times: times, atOnce: concurrency)
        }
      }
      for (index, way) in ways.enumerated() {
        table.add(
          "\(concurrency)", way.name, rounds.median { 1e6 / $0[index].elapsed }.rounded(0),
          rounds.median { $0[0].elapsed / $0[index].elapsed }.rounded(2),
          rounds.median { $0[index].cpu }.rounded(1),
          rounds.median { $0[index].cpu - $0[0].cpu }.rounded(1),
          rounds.median { $0[index].switches }.rounded(2))
      }
    }
    table.print(
      "Requests without a body; targets: 0.95 of HTTPClient's throughput one at a time, 0.9 at 8 and "
        + "32, 10 µs of CPU added")
    try await senders.stop()
    try server.stop()
  }
}
