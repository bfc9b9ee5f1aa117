import EndpointRuntime
import EndpointSimulator

/// The behavior of users and invitations: a new user has not accepted yet.
enum UserBehavior {
  static let handlers: [String: Handler] = ["CreateOrganizationUser": invite]

  /// An invitation names its organization.
  static let invitationFields: SimulatedBehavior.ComputedFields = { invitation, path, store in
    let id = path.split(separator: "/").dropFirst().first.map(String.init) ?? ""
    guard let organization = await store.find(id, in: "/orgs") else { return [:] }
    return ["orgName": organization["name"] ?? .null]
  }

  private static let invite: Handler = { request, store in
    var request = request
    request.additions = ["orgMembershipStatus": "PENDING"]
    return try await DefaultBehavior.handler(request, store)
  }
}
