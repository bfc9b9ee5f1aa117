import EndpointRuntime
import EndpointSimulator

/// The behavior of the status of Atlas, which says what the API key may do.
enum SystemStatusBehavior {
  static let handlers: [String: Handler] = ["GetSystemStatus": get]

  private static let get: Handler = { request, store in
    guard case .item(let status, let code) = try await DefaultBehavior.handler(request, store),
      var members = status.object, var key = members["apiKey"]?.object
    else { return try await DefaultBehavior.handler(request, store) }
    let organizations = await store.list("/orgs").map { organization -> JSON in
      ["orgId": organization["id"] ?? .null, "roleName": "ORG_OWNER"]
    }
    let projects = await store.list("/groups").map { project -> JSON in
      ["groupId": project["id"] ?? .null, "roleName": "GROUP_OWNER"]
    }
    key["roles"] = .array(organizations + projects)
    key["accessList"] = []
    members["apiKey"] = .object(key)
    return .item(.object(members), status: code)
  }
}
