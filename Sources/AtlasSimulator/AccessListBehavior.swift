import EndpointRuntime
import EndpointSimulator

/// The behavior of access list entries, which are identified by the addresses that they allow.
enum AccessListBehavior {
  /// The fields with the addresses that an entry allows, and their form in a path.
  private static let templates: KeyValuePairs = [
    "cidrBlock": "{CIDR-BLOCK}", "ipAddress": "{IP-ADDRESS}",
    "awsSecurityGroup": "{AWS-SECURITY-GROUP}",
  ]

  /// Adds entries. The comment and the date of an existing entry are replaced.
  static let add: Handler = { request, store in
    for case .object(var members) in request.body?.array ?? [] {
      guard let (member, template) = templates.first(where: { members[$0.key]?.string != nil }),
        let id = members[member]?.string
      else { throw SimulatedError.invalidAttribute("cidrBlock", of: request) }
      members["groupId"] = request.pathValue("GROUP-ID").map { .string($0) }
      let known = await store.update(
        id, in: request.collection, matching: template, with: members)
      if known == nil {
        await store.insert(members, into: request.collection, identifiedBy: member)
      }
    }
    return .list(await store.list(request.collection), status: 201)
  }

  static let get: Handler = { request, store in
    for (_, template) in templates {
      let id = request.id ?? ""
      if let entry = await store.find(id, in: request.collection, matching: template) {
        return .item(entry)
      }
    }
    throw SimulatedError.noEntry(request)
  }

  static let remove: Handler = { request, store in
    for (_, template) in templates {
      let id = request.id ?? ""
      if await store.remove(id, from: request.collection, matching: template) { return .empty() }
    }
    throw SimulatedError.noEntry(request)
  }
}

extension SimulatedError {
  fileprivate static func noEntry(_ request: SimulatedRequest) -> SimulatedError {
    let id = request.id ?? ""
    return SimulatedError(
      status: 404, code: "RESOURCE_NOT_FOUND",
      detail: "The access list has no entry \(id).", parameters: [.string(id)])
  }
}
