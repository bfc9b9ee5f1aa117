import EndpointRuntime
import EndpointSimulator
import Foundation

/// The backup schedule of a cluster, which exists with the cluster.
enum ScheduleBehavior {
  /// The schedule of a new cluster.
  static let computedFields: SimulatedBehavior.ComputedFields = { schedule, path, store in
    let segments = path.split(separator: "/").map(String.init)
    guard segments.count == 6 else { return [:] }
    let cluster = await store.find(
      segments[3], in: "/groups/\(segments[1])/clusters", matching: "{CLUSTER-NAME}")
    let hour = Double(schedule["referenceHourOfDay"]?.integer ?? 12)
    let day = (store.clock.date.timeIntervalSince1970 / 86_400).rounded(.down) * 86_400
    var next = Date(timeIntervalSince1970: day + hour * 3600)
    if next <= store.clock.date { next += 86_400 }
    let id = cluster?["id"]?.string ?? ""
    let fields: [String: JSON] = [
      "clusterId": .string(id), "clusterName": cluster?["name"] ?? .string(segments[3]),
      "nextSnapshot": .string(Timestamp.string(from: next)), "referenceHourOfDay": 12,
      "referenceMinuteOfHour": 0, "restoreWindowDays": 2, "updateSnapshots": false,
      "policies": [policy(of: id)],
    ]
    let isComputed: Set = ["clusterId", "clusterName", "nextSnapshot"]
    return fields.filter { isComputed.contains($0.key) || isUnset(schedule[$0.key]) }
  }

  private static func isUnset(_ value: JSON?) -> Bool { value == nil || value == false }

  private static func policy(of id: String) -> JSON {
    let kinds: [(String, String, Int64)] = [
      ("hourly", "days", 2), ("daily", "days", 7), ("weekly", "weeks", 4),
      ("monthly", "months", 12),
    ]
    let items = kinds.enumerated().map { index, kind -> JSON in
      [
        "id": .string("\(id.dropLast())\(index + 1)"), "frequencyType": .string(kind.0),
        "frequencyInterval": index == 0 ? 6 : 1, "retentionUnit": .string(kind.1),
        "retentionValue": .integer(kind.2),
      ]
    }
    return ["id": .string("\(id.dropLast())0"), "policyItems": .array(items)]
  }
}
