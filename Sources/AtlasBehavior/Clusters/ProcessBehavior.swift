import EndpointRuntime
import EndpointSimulator
import Foundation

/// The behavior of the processes of clusters, their measurements, and their logs.
enum ProcessBehavior {
  static let handlers: [String: Handler] = [
    "GetProcessMeasurements": measurements, "GetProcessDiskMeasurements": measurements,
    "GetProcessDatabaseMeasurements": measurements, "DownloadLog": log,
    "ListProcessDisks": disks, "ListProcessDatabases": databases,
  ]

  /// A process that runs has just been reached.
  static let computedFields: SimulatedBehavior.ComputedFields = { _, _, store in
    ["lastPing": .string(Timestamp.string(from: store.clock.date))]
  }

  /// Brings the processes of a project up to date with its clusters.
  static func prepare(_ request: SimulatedRequest, _ store: ResourceStore) async {
    let segments = request.path.split(separator: "/")
    guard segments.count > 2, segments[0] == "groups", ["processes", "hosts"].contains(segments[2])
    else { return }
    let group = String(segments[1])
    let collection = "/groups/\(group)/processes"
    var expected: [String: [String: JSON]] = [:]
    for cluster in await store.list("/groups/\(group)/clusters") {
      guard cluster["stateName"] != "CREATING", let name = cluster["name"]?.string else { continue }
      for process in processes(of: cluster, at: "/groups/\(group)/clusters/\(name)") {
        expected[process["id"]?.string ?? ""] = process
      }
    }
    for process in await store.list(collection) {
      guard let id = process["id"]?.string, process["clusterName"] != nil else { continue }
      if expected.removeValue(forKey: id) == nil { await store.remove(id, from: collection) }
    }
    for (_, process) in expected.sorted(by: { $0.key < $1.key }) {
      await store.insert(process, into: collection)
    }
  }

  private static func processes(of cluster: JSON, at path: String) -> [[String: JSON]] {
    guard let hosts = ClusterHosts(cluster, at: path) else { return [] }
    return hosts.names.enumerated().map { index, host in
      [
        "id": .string("\(host):\(hosts.port)"), "hostname": .string(host),
        "port": .integer(Int64(hosts.port)), "userAlias": .string(host),
        "typeName": index % 3 == 0 ? "REPLICA_PRIMARY" : "REPLICA_SECONDARY",
        "replicaSetName": .string(hosts.replicaSet(ofHostAt: index)),
        "version": cluster["mongoDBVersion"] ?? "8.0.4", "clusterName": cluster["name"] ?? .null,
      ]
    }
  }

  /// A series of data points for each requested measurement, the same ones for the same time.
  private static let measurements: Handler = { request, store in
    let names = request.query.values("m")
    let step = MeasurementPeriod.seconds(request.query["granularity"] ?? "PT1M") ?? 60
    let length = MeasurementPeriod.seconds(request.query["period"] ?? "PT1H") ?? 3600
    let end = (store.clock.date.timeIntervalSince1970 / step).rounded(.down) * step
    let count = min(max(Int(length / step), 1), 1440)
    let dates = (0..<count).map { Date(timeIntervalSince1970: end - Double(count - 1 - $0) * step) }
    let series = (names.isEmpty ? ["CONNECTIONS", "OPCOUNTER_QUERY"] : names).map { name -> JSON in
      let points = dates.map { date -> JSON in
        let phase = date.timeIntervalSince1970 / 3600 + Double(name.utf8.count)
        let value = ((sin(phase) + 1) * 50).rounded()
        return [
          "timestamp": .string(Timestamp.string(from: date)), "value": .integer(Int64(value)),
        ]
      }
      return ["name": .string(name), "units": "SCALAR", "dataPoints": .array(points)]
    }
    let segments = request.path.split(separator: "/")
    return await request.response(
      with: [
        "processId": .string(segments.count > 3 ? String(segments[3]) : ""),
        "hostId": .string(segments.count > 3 ? String(segments[3]) : ""),
        "granularity": .string(request.query["granularity"] ?? "PT1M"),
        "start": .string(Timestamp.string(from: dates[0])),
        "end": .string(Timestamp.string(from: dates[count - 1])), "measurements": .array(series),
      ], from: store)
  }

  private static let disks: Handler = { _, _ in .list([["partitionName": "data", "links": []]]) }

  private static let databases: Handler = { _, _ in
    .list([["databaseName": "admin", "links": []], ["databaseName": "local", "links": []]])
  }

  /// The log of a host, compressed.
  private static let log: Handler = { request, store in
    let group = request.pathValue("GROUP-ID") ?? ""
    let host = request.pathValue("HOSTNAME") ?? ""
    var known = false
    for cluster in await store.list("/groups/\(group)/clusters") {
      let name = cluster["name"]?.string ?? ""
      let hosts = ClusterHosts(cluster, at: "/groups/\(group)/clusters/\(name)")
      if hosts?.names.contains(host) == true { known = true }
    }
    guard known else {
      throw SimulatedError(
        status: 404, code: "HOST_NOT_FOUND", detail: "No host \(host) exists in group \(group).",
        parameters: [.string(host), .string(group)])
    }
    let date = store.clock.date
    let lines = (0..<10).map { index -> String in
      let time = Timestamp.string(from: date.addingTimeInterval(Double(index - 10) * 60))
      return #"{"t":{"$date":"\#(time)"},"s":"I","c":"NETWORK","id":22943,"ctx":"listener","#
        + #""msg":"Connection accepted","attr":{"remote":"10.0.0.\#(index):4000\#(index)"}}"#
    }
    return .data(
      Gzip.stored(Data((lines.joined(separator: "\n") + "\n").utf8)),
      contentType: "application/gzip")
  }
}

/// Durations in ISO 8601 such as `PT1H`, for periods of measurements.
enum MeasurementPeriod {
  /// Returns the number of seconds; `nil` for other forms.
  static func seconds(_ text: String) -> Double? {
    var rest = text[...]
    guard rest.popFirst() == "P" else { return nil }
    var (total, digits, isTime) = (0.0, "", false)
    for character in rest {
      if character == "T" {
        isTime = true
      } else if character.isNumber || character == "." {
        digits.append(character)
      } else {
        let units: [Character: Double] =
          isTime ? ["H": 3600, "M": 60, "S": 1] : ["D": 86_400, "W": 604_800]
        guard let unit = units[character], let number = Double(digits) else { return nil }
        total += unit * number
        digits = ""
      }
    }
    return total > 0 && digits.isEmpty ? total : nil
  }
}
