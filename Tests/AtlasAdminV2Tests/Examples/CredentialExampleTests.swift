import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Foundation
import Synchronization
import Testing

@Suite("Examples of service accounts and API keys")
struct CredentialExampleTests {
  private func client(clientID: String, clientSecret: String) -> AtlasClient {
    let atlas = AtlasClient(
      credentials: .serviceAccount(clientID: clientID, clientSecret: clientSecret))
    return atlas
  }

  private func create(_ atlas: AtlasClient, organization: ObjectID, project: ObjectID) async throws
    -> (ServiceAccount, String)?
  {
    let account = try await atlas.send(
      CreateOrganizationServiceAccount(
        orgID: organization,
        body: .init(
          description: "Exports the figures of the day", name: "Nightly reports",
          roles: [.orgReadOnly], secretExpiresAfterHours: 90 * 24)))
    guard let secret = account.secrets?.first?.secret else { return nil }
    try await atlas.send(
      InviteProjectServiceAccount(
        groupID: project, clientID: account.clientID,
        body: .init(roles: [.groupObservabilityViewer])))
    try await atlas.send(
      CreateOrganizationServiceAccountAccessListEntries(
        orgID: organization, clientID: account.clientID,
        body: [.init(cidrBlock: "203.0.113.0/24")]))
    return (account, secret)
  }

  private func rotate(
    _ atlas: AtlasClient, organization: ObjectID, clientID: String,
    deliver: (String) async throws -> Void
  ) async throws {
    let account = try await atlas.send(
      GetOrganizationServiceAccount(orgID: organization, clientID: clientID))
    let new = try await atlas.send(
      CreateOrganizationServiceAccountSecret(
        orgID: organization, clientID: clientID, body: .init(secretExpiresAfterHours: 90 * 24)))
    try await deliver(new.secret ?? "")
    for secret in account.secrets ?? [] {
      try await atlas.send(
        DeleteOrganizationServiceAccountSecret(
          orgID: organization, clientID: clientID, secretID: secret.id))
    }
  }

  private func expiring(_ atlas: AtlasClient, organization: ObjectID) async throws -> [String] {
    var expiring: [String] = []
    let accounts = ListOrganizationServiceAccounts(orgID: organization)
    for try await account in atlas.items(of: accounts) {
      let secrets = account.secrets ?? []
      let soon = Date.now.addingTimeInterval(14 * 86_400)
      if !secrets.contains(where: { ($0.expiresAt ?? .distantPast) > soon }) {
        expiring.append(account.name ?? account.clientID)
      }
    }
    return expiring
  }

  private func key(_ atlas: AtlasClient, organization: ObjectID, project: ObjectID) async throws
    -> APIKey
  {
    let key = try await atlas.send(
      CreateOrganizationAPIKey(
        orgID: organization, body: .init(desc: "nightly reports", roles: [.orgReadOnly])))
    try await atlas.send(
      CreateAPIKeyAccessListEntries(
        orgID: organization, apiUserID: key.id, body: [.init(cidrBlock: "203.0.113.0/24")]))
    try await atlas.send(
      AssignProjectAPIKey(
        groupID: project, apiUserID: key.id, body: .init(roles: [.groupObservabilityViewer])))
    return key
  }

  func check(_ atlas: AtlasClient) async -> String {
    switch await atlas.result(of: ListProjects(page: .init(size: 1))) {
    case .success: "accepted"
    case .failure(.authentication(let failure)): "rejected: \(failure.reason)"
    case .failure(.api(let error)): error.hint ?? "\(error)"
    case .failure(let error): "\(error)"
    }
  }

  /// Responds with the secret, which later responses do not have.
  private let createAccount: Handler = { request, store in
    var account = request.body?.object ?? [:]
    account["clientId"] = "mdb_sa_id_6650f1c02fae7c51909b3e44"
    var secret: [String: JSON] = [
      "id": "6650f1c02fae7c51909b3e45", "createdAt": "2026-01-01T00:00:00Z",
      "expiresAt": "2026-04-01T00:00:00Z",
    ]
    account["secrets"] = [.object(secret)]
    await store.insert(account, into: request.path, identifiedBy: "clientId")
    await store.insert(
      secret, into: "\(request.path)/mdb_sa_id_6650f1c02fae7c51909b3e44/secrets")
    secret["secret"] = "mdb_sa_sk_example"
    account["secrets"] = [.object(secret)]
    return .item(.object(account), status: 201)
  }

  @Test("creates a service account and rotates its secret")
  func account() async throws {
    try await withSimulatedAtlas(handlers: [
      CreateOrganizationServiceAccount.name: createAccount
    ]) { atlas, simulated in
      let organization = simulated.organizationID
      let (account, secret) = try #require(
        try await create(atlas, organization: organization, project: simulated.groupID))
      #expect(account.name == "Nightly reports")
      #expect(!secret.isEmpty && !"\(account)".contains(secret))
      _ = client(clientID: account.clientID, clientSecret: secret)
      let delivered = Mutex("")
      try await rotate(atlas, organization: organization, clientID: account.clientID) { new in
        delivered.withLock { $0 = new }
      }
      #expect(delivered.withLock { !$0.isEmpty })
    }
  }

  @Test("finds secrets that expire soon")
  func expiry() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      for (id, days) in [(1, 3.0), (2, 300)] {
        let date = Date.now.addingTimeInterval(days * 86_400).ISO8601Format()
        await simulated.simulator.store.insert(
          [
            "clientId": .string("mdb_sa_id_6650f1c02fae7c51909b000\(id)"),
            "name": .string("account \(id)"),
            "secrets": [
              [
                "id": "6650f1c02fae7c51909b3e45", "createdAt": "2026-01-01T00:00:00Z",
                "expiresAt": .string(date),
              ]
            ],
          ], into: "/orgs/\(simulated.organizationID)/serviceAccounts",
          identifiedBy: "clientId")
      }
      let names = try await expiring(atlas, organization: simulated.organizationID)
      #expect(names == ["account 1"])
    }
  }

  @Test("creates a key for a project")
  func key() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let key = try await key(
        atlas, organization: simulated.organizationID, project: simulated.groupID)
      #expect(key.desc == "nightly reports")
      let assigned = try await atlas.send(ListProjectAPIKeys(groupID: simulated.groupID)).items
      #expect(assigned.map(\.id) == [key.id])
    }
  }

  @Test("reports whether credentials are accepted")
  func check() async throws {
    try await withSimulatedAtlas { atlas, _ in
      #expect(await check(atlas) == "accepted")
    }
    let list: Handler = { _, _ in
      throw SimulatedError(
        status: 403, code: "IP_ADDRESS_NOT_ON_ACCESS_LIST", detail: "Not on the list.")
    }
    try await withSimulatedAtlas(handlers: [ListProjects.name: list]) { atlas, _ in
      #expect(await check(atlas).contains("access list"))
    }
  }
}
