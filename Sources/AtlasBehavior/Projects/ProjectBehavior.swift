import EndpointRuntime
import EndpointSimulator

/// The behavior of projects and organizations: they know of each other, and those with content cannot be
/// deleted.
enum ProjectBehavior {
  static let handlers: [String: Handler] = [
    "CreateProject": create, "DeleteProject": delete, "ListOrganizationProjects": list,
    "DeleteOrganization": deleteOrganization, "CreateOrganization": createOrganization,
    "ListAllClusters": clusters,
  ]

  /// The number of clusters is counted.
  static let computedFields: SimulatedBehavior.ComputedFields = { project, path, store in
    let id = project["id"]?.string ?? ""
    let count = await store.list("/groups/\(id)/clusters").count
    return ["clusterCount": .integer(Int64(count))]
  }

  private static let create: Handler = { request, store in
    let organization = request.body?["orgId"]?.string ?? ""
    guard await store.find(organization, in: "/orgs") != nil else {
      throw SimulatedError(
        status: 404, code: "ORG_NOT_FOUND",
        detail: "No organization with ID \(organization) exists.",
        parameters: [.string(organization)])
    }
    return try await DefaultBehavior.handler(request, store)
  }

  private static let delete: Handler = { request, store in
    let id = request.id ?? ""
    let clusters = await store.list("/groups/\(id)/clusters")
    let flexClusters = await store.list("/groups/\(id)/flexClusters")
    guard clusters.isEmpty, flexClusters.isEmpty else {
      throw SimulatedError(
        status: 409, code: "CANNOT_CLOSE_GROUP_ACTIVE_ATLAS_CLUSTERS",
        detail: "Cannot close group \(id) while it has active clusters; terminate them first.",
        parameters: [.string(id)])
    }
    return try await DefaultBehavior.handler(request, store)
  }

  /// The projects of an organization are those of Atlas that name it.
  private static let list: Handler = { request, store in
    let organization = request.pathValue("ORG-ID") ?? ""
    var request = request
    request.path = "/groups"
    return await request.collectionResponse(from: store) { projects in
      projects.filter { $0["orgId"]?.string == organization }
    }
  }

  /// The response to the creation has the organization in a field of its own.
  private static let createOrganization: Handler = { request, store in
    let organization = await store.insert(
      ["name": request.body?["name"] ?? "", "isDeleted": false], into: "/orgs")
    return await request.response(
      with: ["organization": organization], from: store, status: 201)
  }

  private static let deleteOrganization: Handler = { request, store in
    let id = request.id ?? ""
    let projects = await store.list("/groups").filter { $0["orgId"]?.string == id }
    guard projects.isEmpty else {
      throw SimulatedError(
        status: 409, code: "ORG_NOT_EMPTY",
        detail: "Cannot delete organization \(id) while it has projects.",
        parameters: [.string(id)])
    }
    return try await DefaultBehavior.handler(request, store)
  }

  /// All clusters, by project.
  private static let clusters: Handler = { _, store in
    var result: [JSON] = []
    for project in await store.list("/groups") {
      guard let id = project["id"]?.string else { continue }
      let clusters = await store.list("/groups/\(id)/clusters").map { cluster -> JSON in
        [
          "clusterId": cluster["id"] ?? .null, "name": cluster["name"] ?? .null,
          "type": cluster["clusterType"] == "REPLICASET" ? "REPLICA_SET" : "SHARDED_CLUSTER",
          "availability": cluster["stateName"] == "IDLE" ? "available" : "unavailable",
          "alertCount": 0, "authEnabled": true, "sslEnabled": true, "dataSizeBytes": 0,
          "backupEnabled": cluster["backupEnabled"] ?? false, "nodeCount": 3,
          "versions": [cluster["mongoDBVersion"] ?? "8.0.4"],
        ]
      }
      let organization = await store.find(project["orgId"]?.string ?? "", in: "/orgs")
      result.append([
        "groupId": .string(id), "groupName": project["name"] ?? .null,
        "orgId": project["orgId"] ?? .null, "orgName": organization?["name"] ?? .null,
        "planType": "Atlas", "tags": [], "clusters": .array(clusters),
      ])
    }
    return .list(result)
  }
}
