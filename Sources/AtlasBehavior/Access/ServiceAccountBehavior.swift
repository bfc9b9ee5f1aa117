import EndpointRuntime
import EndpointSimulator
import Foundation

/// The behavior of service accounts: their secrets are shown once.
enum ServiceAccountBehavior {
  static let handlers: [String: Handler] = [
    "CreateOrganizationServiceAccount": create, "CreateProjectServiceAccount": create,
    "CreateOrganizationServiceAccountSecret": createSecret,
    "CreateProjectServiceAccountSecret": createSecret,
  ]

  private static let create: Handler = { request, store in
    let secret = await secret(for: request, in: store)
    var request = request
    request.additions = [
      "clientId": .string("mdb_sa_id_\(await store.newID())"), "secrets": [.object(secret)],
    ]
    return try await DefaultBehavior.handler(request, store)
  }

  private static let createSecret: Handler = { request, store in
    var request = request
    request.additions = await secret(for: request, in: store)
    return try await DefaultBehavior.handler(request, store)
  }

  private static func secret(
    for request: SimulatedRequest, in store: ResourceStore
  ) async -> [String: JSON] {
    let hours = Double(request.body?["secretExpiresAfterHours"]?.integer ?? 8)
    let date = store.clock.date
    let value = "mdb_sa_sk_" + (await store.newID()) + (await store.newID().suffix(16))
    return [
      "id": .string(await store.newID()), "secret": .string(value),
      "maskedSecretValue": .string("mdb_sa_sk_...\(value.suffix(4))"),
      "createdAt": .string(Timestamp.string(from: date)),
      "expiresAt": .string(Timestamp.string(from: date.addingTimeInterval(hours * 3600))),
    ]
  }
}
