import EndpointRuntime
import EndpointSimulator

/// The behavior of API keys: the keys of a project are those of its organization with roles in it.
enum APIKeyBehavior {
  static let handlers: [String: Handler] = [
    "CreateOrganizationAPIKey": create, "CreateProjectAPIKey": createForProject,
    "AssignProjectAPIKey": assign, "UpdateOrganizationAPIKey": update,
  ]

  private static let create: Handler = { request, store in
    var request = request
    request.additions = [
      "publicKey": .string(await publicKey(in: store)),
      "privateKey": .string(await privateKey(in: store)),
      "roles": roles(request.body, "orgId", request.pathValue("ORG-ID")),
    ]
    return try await DefaultBehavior.handler(request, store)
  }

  /// A key that is created for a project also belongs to the organization of the project.
  private static let createForProject: Handler = { request, store in
    let group = request.pathValue("GROUP-ID") ?? ""
    let id = await store.newID()
    let publicKey = await publicKey(in: store)
    var request = request
    request.additions = [
      "id": .string(id), "publicKey": .string(publicKey),
      "privateKey": .string(await privateKey(in: store)),
      "roles": roles(request.body, "groupId", group),
    ]
    if let organization = await store.find(group, in: "/groups")?["orgId"]?.string {
      await store.insert(
        [
          "id": .string(id), "desc": request.body?["desc"] ?? "", "publicKey": .string(publicKey),
          "roles": [],
        ], into: "/orgs/\(organization)/apiKeys")
    }
    return try await DefaultBehavior.handler(request, store)
  }

  private static let update: Handler = { request, store in
    var request = request
    if request.body?["roles"] != nil {
      request.additions["roles"] = roles(request.body, "orgId", request.pathValue("ORG-ID"))
    }
    return try await DefaultBehavior.handler(request, store)
  }

  /// Assigns the key of the organization to the project if it is not yet assigned.
  private static let assign: Handler = { request, store in
    let id = request.id ?? ""
    if await store.find(id, in: request.collection) == nil,
      case .object(var key)? = await ofOrganization(id, in: store)
    {
      key["privateKey"] = nil
      await store.insert(key, into: request.collection)
    }
    var request = request
    request.additions["roles"] = roles(request.body, "groupId", request.pathValue("GROUP-ID"))
    return try await DefaultBehavior.handler(request, store)
  }

  private static func ofOrganization(_ id: String, in store: ResourceStore) async -> JSON? {
    for path in await store.paths where path.hasPrefix("/orgs/") && path.hasSuffix("/apiKeys") {
      if let key = await store.find(id, in: path) { return key }
    }
    return nil
  }

  /// Returns the roles of a body, each with the organization or project that it is for.
  private static func roles(_ body: JSON?, _ field: String, _ id: String?) -> JSON {
    let names = body?["roles"]?.array ?? []
    return .array(names.map { [field: .string(id ?? ""), "roleName": $0] })
  }

  private static func publicKey(in store: ResourceStore) async -> String {
    // Digits as letters, since public keys are letters.
    let letters = await store.newID().suffix(8).compactMap { digit in
      digit.hexDigitValue.map { Character(Unicode.Scalar(UInt8(ascii: "a") + UInt8($0))) }
    }
    return String(letters)
  }

  private static func privateKey(in store: ResourceStore) async -> String {
    let digits = await store.newID().suffix(12) + store.newID() + store.newID()
    let parts = [8, 4, 4, 4, 12].reduce(into: (rest: Substring(digits), parts: [String]())) {
      $0.parts.append(String($0.rest.prefix($1)))
      $0.rest = $0.rest.dropFirst($1)
    }.parts
    return parts.joined(separator: "-")
  }
}
