import AtlasCore
import CAllocationCount
import Foundation

/// What comparing and hashing two equal values takes.
struct EqualityBenchmark {
  let rounds: Int

  func run() async throws {
    let json = Data(
      """
      {"id":"5e2f0a1b9c8d7e6f5a4b3c2d","clusterId":"5e2f0a1b9c8d7e6f5a4b3c2e",\
      "groupId":"5e2f0a1b9c8d7e6f5a4b3c2f","snapshotId":"5e2f0a1b9c8d7e6f5a4b3c30",\
      "deliveryType":"download","statusName":"FINISHED","pointInTime":false,"created":"2026-11-24T08:15:30Z",\
      "delivery":{"methodName":"HTTP","url":"https://example.com/a/long/path/to/the/data.tgz"}}
      """.utf8)
    let a = try JSONDecoder().decode(RestoreJob.self, from: json)
    let b = try JSONDecoder().decode(RestoreJob.self, from: json)
    var table = Table("operation", "ns", "allocations")
    let operations: [(name: String, run: () -> Bool)] = [
      ("== of two equal restore jobs", { a == b }),
      ("hashing a restore job", { a.hashValue != 0 }),
    ]
    for operation in operations {
      let costs = try await Rounds(rounds, of: 1) { _ in
        await Cost.measure(per: 100_000) {
          for _ in 0..<100_000 { precondition(operation.run(), "differs") }
        }
      }
      allocation_count_begin()
      for _ in 0..<1000 { precondition(operation.run(), "differs") }
      let count = allocation_count_end()
      table.add(
        operation.name, (costs.median { $0[0].cpu } * 1000).rounded(1),
        count < 0 ? "unknown here" : (Double(count) / 1000).rounded(2))
    }
    table.print("Comparing and hashing; target: less than 1000 ns without allocation")
  }
}
