import EndpointRuntime
import EndpointSimulator

/// The behavior of access list entries, which are identified by the addresses that they allow.
enum AccessListBehavior {
  static let handlers: [String: Handler] = [
    "CreateProjectAccessListEntries": add, "CreateAPIKeyAccessListEntries": add,
    "CreateProjectServiceAccountAccessListEntries": add,
    "CreateOrganizationServiceAccountAccessListEntries": add,
  ]

  /// An address is also a block of one address.
  static let computedFields: SimulatedBehavior.ComputedFields = { entry, _, _ in
    guard let address = entry["ipAddress"]?.string, entry["cidrBlock"] == nil else { return [:] }
    return ["cidrBlock": .string(address + (address.contains(":") ? "/128" : "/32"))]
  }

  /// The fields with the addresses that an entry allows.
  private static let fields = ["cidrBlock", "ipAddress", "awsSecurityGroup"]

  /// Adds entries. The comment and the date of an existing entry are replaced.
  private static let add: Handler = { request, store in
    for case .object(var entry) in request.body?.array ?? [] {
      guard let name = fields.first(where: { entry[$0]?.string != nil }), let id = entry[name]
      else { throw SimulatedError.missingAttribute("cidrBlock") }
      // No response has it, but it ends the path of the entry.
      entry["id"] = id
      let known = await store.update(id.string ?? "", in: request.collection, with: entry)
      if known == nil { await store.insert(entry, into: request.collection) }
    }
    return await request.collectionResponse(from: store, status: 201)
  }
}
