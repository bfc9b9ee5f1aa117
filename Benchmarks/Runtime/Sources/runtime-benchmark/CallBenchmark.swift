/// What a call without a body takes: its share of throughput and the CPU that it adds.
struct CallBenchmark {
  let rounds: Int
  let calls: Int

  func run() async throws {
    let server = try ServerProcess()
    let callers = try await Callers(server.baseURL)
    var table = Table(
      "at once", "way", "calls/s", "of HTTPClient's", "CPU µs/call", "CPU µs added")
    for concurrency in [1, 8, 32] {
      let times = max(calls / concurrency, 1) * concurrency
      let rounds = try await Rounds(rounds, of: callers.all.count) { index in
        try await Cost.measure(per: times) {
          try await call(callers.all[index], times: times, atOnce: concurrency)
        }
      }
      for (index, name) in Callers.names.enumerated() {
        table.add(
          "\(concurrency)", name, rounds.median { 1e6 / $0[index].elapsed }.rounded(0),
          rounds.median { $0[0].elapsed / $0[index].elapsed }.rounded(2),
          rounds.median { $0[index].cpu }.rounded(1),
          rounds.median { $0[index].cpu - $0[0].cpu }.rounded(1))
      }
    }
    table.print("Calls without a body; targets: 0.85 of HTTPClient's throughput, 25 µs added")
    try await callers.stop()
    try server.stop()
  }
}
