import EndpointRuntime
import EndpointSimulator

/// The behavior of users: a new one is invited, and has not accepted yet.
enum UserBehavior {
  static let handlers: [String: Handler] = ["CreateOrganizationUser": invite]

  private static let invite: Handler = { request, store in
    var request = request
    request.additions = ["orgMembershipStatus": "PENDING"]
    return try await DefaultBehavior.handler(request, store)
  }
}
