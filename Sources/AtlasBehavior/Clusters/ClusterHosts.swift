import EndpointRuntime

/// The hosts of a cluster, which follow from its name and its project.
struct ClusterHosts {
  /// The names of the hosts.
  let names: [String]
  /// The port of the processes.
  let port = 27_017
  private let domain: String
  private let cluster: String
  private let suffix: String

  /// Creates the hosts of a cluster at a path; `nil` if the path is not that of a cluster.
  init?(_ cluster: JSON, at path: String) {
    let segments = path.split(separator: "/")
    guard segments.count == 4, let name = cluster["name"]?.string else { return nil }
    self.cluster = name.lowercased()
    suffix = String(segments[1].suffix(5))
    domain = "\(suffix).mongodb.net"
    let shards = cluster["clusterType"] == "REPLICASET" ? 1 : Self.shards(of: cluster)
    names = (0..<shards).flatMap { shard in
      (0..<3).map {
        "\(name.lowercased())-shard-0\(shard)-0\($0).\(String(segments[1].suffix(5))).mongodb.net"
      }
    }
  }

  /// The name of the replica set of a host.
  func replicaSet(ofHostAt index: Int) -> String { "atlas-\(suffix)-shard-\(index / 3)" }

  /// The connection string with all hosts.
  var connectionString: String {
    let hosts = names.map { "\($0):\(port)" }.joined(separator: ",")
    return "mongodb://\(hosts)/?ssl=true&authSource=admin&replicaSet=\(replicaSet(ofHostAt: 0))"
  }

  /// The connection string that names a DNS seed list.
  var seedList: String { "mongodb+srv://\(cluster).\(domain)" }

  private static func shards(of cluster: JSON) -> Int {
    let specs = cluster["replicationSpecs"]?.array ?? []
    let counts = specs.map { Int($0["numShards"]?.integer ?? 1) }
    let count = counts.isEmpty ? Int(cluster["numShards"]?.integer ?? 1) : counts.reduce(0, +)
    return min(max(count, 1), 9)
  }
}
