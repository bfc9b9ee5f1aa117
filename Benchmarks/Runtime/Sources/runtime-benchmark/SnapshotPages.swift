import Foundation

/// Pages of synthetic snapshots in Atlas's format.
enum SnapshotPages {
  static func json(items: Int) -> Data {
    let results = (0..<items).map { number in
      """
      {"id":"5e2f0a1b9c8d7e6f5a4b\(String(format: "%04d", number))","status":"completed",\
      "type":"replicaSet","snapshotType":"scheduled","frequencyType":"daily",\
      "description":"SCHEDULED_SNAPSHOT \(number)","retentionInDays":7,\
      "createdAt":"2026-11-24T08:15:30Z","expiresAt":"2026-12-01T08:15:30Z",\
      "cloudProvider":"AWS","replicaSetName":"atlas-cluster-shard-0",\
      "mongodVersion":"8.0.4","storageSizeBytes":\(1_073_741_824 + number)}
      """
    }
    return Data(#"{"results":[\#(results.joined(separator: ","))],"totalCount":\#(items)}"#.utf8)
  }
}

/// A page as a program would declare it for `JSONDecoder`.
struct PlainPage<Item: Decodable>: Decodable {
  var results: [Item]
  var totalCount: Int
}

/// A snapshot as a program would declare it for `JSONDecoder`.
struct PlainSnapshot: Decodable {
  var id: String
  var status: String?
  var type: String?
  var snapshotType: String?
  var frequencyType: String?
  var description: String?
  var retentionInDays: Int?
  var createdAt: Date?
  var expiresAt: Date?
  var cloudProvider: String?
  var replicaSetName: String?
  var mongodVersion: String?
  var storageSizeBytes: Int64?
}
