import EndpointRuntime
import EndpointSimulator

/// The behavior of clusters.
enum ClusterBehavior {
  static let handlers: [String: Handler] = [
    "CreateCluster": create, "CreateAdvancedCluster": create, "UpdateCluster": update,
    "UpdateAdvancedCluster": update, "DeleteCluster": delete, "DeleteAdvancedCluster": delete,
    "GetClusterStatus": status,
  ]

  /// What a cluster has without being asked for it, and its addresses as soon as it is available.
  static let computedFields: SimulatedBehavior.ComputedFields = { cluster, path, _ in
    var fields = defaults.filter { cluster[$0.key] == nil }
    let version =
      (cluster["mongoDBMajorVersion"] ?? defaults["mongoDBMajorVersion"])?.string ?? "8.0"
    if cluster["mongoDBVersion"] == nil { fields["mongoDBVersion"] = .string("\(version).4") }
    fields.merge(addresses(of: cluster, at: path)) { $1 }
    return fields
  }

  /// The addresses of a flex cluster as soon as it is available.
  static let flexComputedFields: SimulatedBehavior.ComputedFields = { cluster, path, _ in
    addresses(of: cluster, at: path)
  }

  private static func addresses(of cluster: JSON, at path: String) -> [String: JSON] {
    guard cluster["stateName"] != "CREATING", let hosts = ClusterHosts(cluster, at: path) else {
      return [:]
    }
    return [
      "connectionStrings": [
        "standard": .string(hosts.connectionString), "standardSrv": .string(hosts.seedList),
      ], "srvAddress": .string(hosts.seedList),
    ]
  }

  private static let defaults: [String: JSON] = [
    "clusterType": "REPLICASET", "mongoDBMajorVersion": "8.0", "paused": false, "diskSizeGB": 10,
    "terminationProtectionEnabled": false, "backupEnabled": false,
    "encryptionAtRestProvider": "NONE", "pitEnabled": false, "versionReleaseSystem": "LTS",
    "rootCertType": "ISRGROOTX1", "replicationFactor": 3, "labels": [], "tags": [],
  ]

  private static let create: Handler = { request, store in
    var request = request
    if let backups = request.body?["providerBackupEnabled"] {
      request.additions["backupEnabled"] = backups
    }
    return try await DefaultBehavior.handler(request, store)
  }

  private static let update: Handler = { request, store in
    let cluster = await store.find(
      request.id ?? "", in: request.collection, matching: request.template)
    let body = request.body?.object ?? [:]
    if cluster?["paused"] == true, body["paused"] != false,
      !Set(body.keys).subtracting(["terminationProtectionEnabled", "tags", "labels"]).isEmpty
    {
      throw SimulatedError(
        status: 409, code: "CANNOT_UPDATE_PAUSED_CLUSTER",
        detail: "Cannot update cluster \(request.id ?? "") while it is paused.",
        parameters: [.string(request.id ?? "")])
    }
    if body["paused"] == true, body.count > 1 {
      throw SimulatedError(
        status: 409, code: "CANNOT_UPDATE_AND_PAUSE_CLUSTER",
        detail: "Cannot update and pause a cluster in one request.")
    }
    return try await DefaultBehavior.handler(request, store)
  }

  private static let delete: Handler = { request, store in
    let (id, collection) = (request.id ?? "", request.collection)
    let cluster = await store.find(id, in: collection, matching: request.template)
    if cluster?["terminationProtectionEnabled"] == true {
      throw SimulatedError(
        status: 400, code: "CANNOT_TERMINATE_CLUSTER_WHEN_TERMINATION_PROTECTION_ENABLED",
        detail: "Cannot terminate cluster \(id) while its termination protection is enabled.",
        parameters: [.string(id)])
    }
    if cluster?["stateName"] == "DELETING" {
      throw SimulatedError(
        status: 400, code: "CLUSTER_ALREADY_REQUESTED_DELETION",
        detail: "The deletion of cluster \(id) has already been requested.",
        parameters: [.string(id)])
    }
    return try await DefaultBehavior.handler(request, store)
  }

  /// Returns the cluster in the path of a request; `nil` if it does not exist.
  static func cluster(of request: SimulatedRequest, in store: ResourceStore) async -> JSON? {
    await store.find(
      request.pathValue("CLUSTER-NAME") ?? "",
      in: "/groups/\(request.pathValue("GROUP-ID") ?? "")/clusters", matching: "{CLUSTER-NAME}")
  }

  /// The changes to a cluster are applied when it is idle.
  private static let status: Handler = { request, store in
    let cluster = await cluster(of: request, in: store)
    let isIdle = cluster?["stateName"] == "IDLE"
    return await request.response(
      with: ["changeStatus": isIdle ? "APPLIED" : "PENDING"], from: store)
  }
}
