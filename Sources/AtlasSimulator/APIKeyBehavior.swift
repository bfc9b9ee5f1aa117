import EndpointRuntime
import EndpointSimulator

/// The behavior of API keys: the keys of a project are those of its organization with roles in it.
enum APIKeyBehavior {
  /// Assigns the key of the organization to the project if it is not yet assigned.
  static let assign: Handler = { request, store in
    guard case .object(var members) = request.body else { throw SimulatedError.invalidJSON }
    guard let roles = members["roles"]?.array else {
      throw SimulatedError.invalidAttribute("roles", of: request)
    }
    let id = request.id ?? ""
    if await store.find(id, in: request.collection) == nil,
      case .object(let key)? = await ofOrganization(id, in: store)
    {
      await store.insert(key, into: request.collection)
    }
    let group = JSON.string(request.pathValue("GROUP-ID") ?? "")
    members["roles"] = .array(roles.map { ["groupId": group, "roleName": $0] })
    var request = request
    request.body = .object(members)
    return try await DefaultBehavior.handler(request, store)
  }

  private static func ofOrganization(_ id: String, in store: ResourceStore) async -> JSON? {
    for path in await store.paths where path.hasPrefix("/orgs/") && path.hasSuffix("/apiKeys") {
      if let key = await store.find(id, in: path) { return key }
    }
    return nil
  }
}
