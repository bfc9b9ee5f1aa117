import CAllocationCount

/// How often a request allocates memory.
struct AllocationBenchmark {
  let calls: Int

  func run() async throws {
    let server = try ServerProcess()
    let senders = try await Senders(server.baseURL)
    var table = Table("way", "allocations/request", "of HTTPClient's")
    var baseline: Double?
    for way in senders.all {
      try await Senders.send(way, times: 200, atOnce: 1)
      allocation_count_begin()
      try await Senders.send(way, times: calls, atOnce: 1)
      let total = allocation_count_end()
      guard total >= 0 else {
        table.add(way.name, "unknown here", "unknown here")
        continue
      }
      let count = Double(total) / Double(calls)
      let first = baseline ?? count
      baseline = first
      table.add(way.name, count.rounded(1), (count / first).rounded(2))
    }
    table.print("Allocations, one request at a time; target: 1.2 of HTTPClient's")
    try await senders.stop()
    try server.stop()
  }
}
