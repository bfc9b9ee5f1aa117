import EndpointRuntime
import EndpointSimulator

/// The behavior of clusters.
enum ClusterBehavior {
  static let handlers: [String: Handler] = [
    "CreateCluster": create, "CreateAdvancedCluster": create, "UpdateCluster": update,
    "UpdateAdvancedCluster": update, "DeleteCluster": delete, "DeleteAdvancedCluster": delete,
    "GetClusterStatus": status, "LoadSampleDataset": loadSamples,
  ]

  /// The version and the hardware of a cluster, and its addresses as soon as it is available.
  static let computedFields: SimulatedBehavior.ComputedFields = { cluster, path, _ in
    var fields = addresses(of: cluster, at: path)
    if cluster["mongoDBVersion"] == nil {
      let version = cluster["mongoDBMajorVersion"]?.string ?? "8.0"
      fields["mongoDBVersion"] = .string("\(version).4")
    }
    if let specs = cluster["replicationSpecs"]?.array {
      fields["replicationSpecs"] = .array(specs.map(ReplicationSpec.complete))
    }
    return fields
  }

  /// The hardware of search nodes in each region of their cluster.
  static let searchFields: SimulatedBehavior.ComputedFields = { deployment, path, store in
    let parts = path.split(separator: "/").map(String.init)
    let cluster = await store.find(
      parts[3], in: "/groups/\(parts[1])/clusters", matching: "{CLUSTER-NAME}")
    let regions = (cluster?["replicationSpecs"]?.array ?? [])
      .flatMap { $0["regionConfigs"]?.array ?? [] }
    let specs = (deployment["specs"]?.array ?? []).compactMap(\.object)
    let effective = regions.flatMap { region in
      specs.map { spec -> JSON in
        .object(
          spec.merging(
            [
              "cloudProvider": region["providerName"] ?? "AWS",
              "regionName": region["regionName"] ?? "US_EAST_1",
            ]) { $1 })
      }
    }
    return ["effectiveSpecs": .array(effective)]
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

  private static let create: Handler = { request, store in
    var request = request
    if let backups = request.body?["providerBackupEnabled"] {
      request.additions["backupEnabled"] = backups
    }
    request.additions["replicationSpecs"] = await ReplicationSpec.identified(
      in: request.body, store: store)
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
    var request = request
    request.additions["replicationSpecs"] = await ReplicationSpec.identified(
      in: request.body, like: cluster, store: store)
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

  /// The path ends with the name of the cluster, and not with the identifier of the load.
  private static let loadSamples: Handler = { request, store in
    var request = request
    request.additions["clusterName"] = .string(request.id ?? request.pathValue("NAME") ?? "")
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
