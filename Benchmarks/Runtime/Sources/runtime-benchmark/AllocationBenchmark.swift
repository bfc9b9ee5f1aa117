import CAllocationCount

/// How often a call allocates memory.
struct AllocationBenchmark {
  let calls: Int

  func run() async throws {
    let server = try ServerProcess()
    let callers = try await Callers(server.baseURL)
    var table = Table("way", "allocations/call")
    for (name, caller) in zip(Callers.names, callers.all) {
      try await call(caller, times: 200, atOnce: 1)
      allocation_count_begin()
      try await call(caller, times: calls, atOnce: 1)
      let count = allocation_count_end()
      table.add(name, count < 0 ? "unknown here" : (Double(count) / Double(calls)).rounded(1))
    }
    table.print("Allocations, one call at a time")
    try await callers.stop()
    try server.stop()
  }
}
