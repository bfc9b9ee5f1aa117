import AtlasCore
import EndpointRuntime
import Foundation
import HTTPTypes

/// What reading a page of 500 items takes, beside Foundation's decoder without our layer.
struct DecodingBenchmark {
  let rounds: Int

  func run() async throws {
    let json = SnapshotPages.json(items: 500)
    let client = AtlasClient(
      authenticator: nil, transport: FixedTransport(body: HTTPBody(json)))
    let list = ListSnapshots(
      groupID: "5e2f0a1b9c8d7e6f5a4b3c2d", clusterName: "MyCluster", page: .init(size: 500))
    let ways: [(name: String, read: () async throws -> Int)] = [
      (
        "JSONDecoder, synthesized Codable",
        { try Self.decoder().decode(PlainPage<PlainSnapshot>.self, from: json).results.count }
      ),
      (
        "JSONDecoder, generated types",
        { try Self.decoder().decode(PlainPage<Snapshot>.self, from: json).results.count }
      ),
      ("EndpointClient", { try await client.send(list).items.count }),
    ]
    let rounds = try await Rounds(rounds, of: ways.count) { index in
      try await Cost.measure(per: 10) {
        for _ in 0..<10 {
          let count = try await ways[index].read()
          precondition(count == 500, "items are missing")
        }
      }
    }
    var table = Table("way", "ms/page", "speed, synthesized = 1", "speed, generated = 1")
    for (index, way) in ways.enumerated() {
      table.add(
        way.name, rounds.median { $0[index].cpu / 1000 }.rounded(2),
        rounds.median { $0[0].cpu / $0[index].cpu }.rounded(2),
        rounds.median { $0[1].cpu / $0[index].cpu }.rounded(2))
    }
    table.print("Reading a page of 500 snapshots, \(json.count / 1024) KiB; target: 6.0")
  }

  private static func decoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return decoder
  }
}

/// Responds to at once, from memory.
private struct FixedTransport: HTTPTransport {
  let body: HTTPBody

  func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
    -> TransportResponse
  {
    TransportResponse(
      head: HTTPResponse(status: .ok, headerFields: [.contentType: "application/json"]),
      body: self.body)
  }
}
