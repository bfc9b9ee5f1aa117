import AtlasCore
@_spi(Generated) import EndpointRuntime
import Foundation

/// What writing the body of a request takes, beside Foundation's encoder without our layer.
struct EncodingBenchmark {
  let rounds: Int

  func run() async throws {
    let json = Data(PlainClusterRequest.json.utf8)
    let plain = try JSONDecoder().decode(PlainClusterRequest.self, from: json)
    let request = try JSONDecoder().decode(ClusterRequest.self, from: json)
    let encoder = JSONEncoder()
    let ways: [(name: String, write: () throws -> Bool)] = [
      ("JSONEncoder, synthesized Codable", { try !encoder.encode(plain).isEmpty }),
      ("JSONEncoder, generated types", { try !encoder.encode(request).isEmpty }),
      ("EndpointRuntime, generated types", { try !request.document.isEmpty }),
    ]
    let rounds = try await Rounds(rounds, of: ways.count) { index in
      try await Cost.measure(per: 1000) {
        for _ in 0..<1000 {
          let isWritten = try ways[index].write()
          precondition(isWritten, "there is no body")
        }
      }
    }
    var table = Table("way", "µs/request", "speed, synthesized = 1")
    for (index, way) in ways.enumerated() {
      table.add(
        way.name, rounds.median { $0[index].cpu }.rounded(2),
        rounds.median { $0[0].cpu / $0[index].cpu }.rounded(2))
    }
    table.print("Writing the body of a request for a cluster; target: 4.0")
  }
}

/// The body of a request as a program would declare it for `JSONEncoder`.
struct PlainClusterRequest: Codable {
  struct ProviderSettings: Codable {
    var providerName: String
    var instanceSizeName: String?
    var regionName: String?
  }

  struct Tag: Codable {
    var key: String
    var value: String
  }

  var name: String
  var clusterType: String?
  var mongoDBMajorVersion: String?
  var diskSizeGB: Double?
  var backupEnabled: Bool?
  var providerBackupEnabled: Bool?
  var pitEnabled: Bool?
  var numShards: Int?
  var replicationFactor: Int?
  var providerSettings: ProviderSettings
  var tags: [Tag]?

  static let json = """
    {"name":"Orders","clusterType":"REPLICASET","mongoDBMajorVersion":"8.0","diskSizeGB":40.5,\
    "backupEnabled":false,"providerBackupEnabled":true,"pitEnabled":true,"numShards":1,\
    "replicationFactor":3,"providerSettings":{"providerName":"AWS","instanceSizeName":"M10",\
    "regionName":"EU_CENTRAL_1"},"tags":[{"key":"team","value":"orders"},\
    {"key":"environment","value":"production"}]}
    """
}
