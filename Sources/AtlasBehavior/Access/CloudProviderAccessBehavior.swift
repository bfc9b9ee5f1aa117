import EndpointRuntime
import EndpointSimulator

/// The behavior of roles for the access to cloud providers, which are listed by provider.
enum CloudProviderAccessBehavior {
  static let handlers: [String: Handler] = [
    "CreateCloudProviderAccessRole": create, "ListCloudProviderAccessRoles": list,
    "DeauthorizeCloudProviderAccessRole": remove,
  ]

  private static let create: Handler = { request, store in
    let id = await store.newID()
    var request = request
    request.additions = ["_id": .string(id), "roleId": .string(id)]
    return try await DefaultBehavior.handler(request, store)
  }

  private static let list: Handler = { request, store in
    let roles = await store.list(request.path)
    let fields = [
      "awsIamRoles": "AWS", "azureServicePrincipals": "AZURE", "gcpServiceAccounts": "GCP",
    ]
    let members = fields.mapValues { provider in
      JSON.array(roles.filter { $0["providerName"] == .string(provider) })
    }
    return await request.response(with: members, from: store)
  }

  /// The path for removal has the cloud provider, unlike all others.
  private static let remove: Handler = { request, store in
    let id = request.pathValue("ROLE-ID") ?? ""
    let collection = "/groups/\(request.pathValue("GROUP-ID") ?? "")/cloudProviderAccess"
    guard await store.remove(id, from: collection) else { throw request.itemNotFound }
    return .empty()
  }
}
