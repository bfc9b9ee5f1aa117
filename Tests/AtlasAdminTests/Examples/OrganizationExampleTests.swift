import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import Foundation
import Testing

@Suite("Examples of organizations and billing")
struct OrganizationExampleTests {
  private func key(_ atlas: AtlasClient, organization: ObjectID) async throws -> APIKey {
    let key = try await atlas.send(
      CreateOrganizationAPIKey(
        orgID: organization, body: .init(desc: "nightly reports", roles: [.orgReadOnly])))
    // Keep `key.privateKey` in a safe place: Atlas shows it this once.
    try await atlas.send(
      CreateAPIKeyAccessListEntries(
        orgID: organization, apiKeyID: key.id, body: [.init(cidrBlock: "203.0.113.0/24")]))
    return key
  }

  private func assign(_ atlas: AtlasClient, key: APIKey, project: ObjectID) async throws {
    try await atlas.send(
      AssignProjectAPIKey(
        groupID: project, apiKeyID: key.id, body: .init(roles: [.groupObservabilityViewer])))
  }

  private func invite(_ atlas: AtlasClient, organization: ObjectID, project: ObjectID) async throws
    -> [OrganizationInvitation]
  {
    try await atlas.send(
      CreateOrganizationInvitation(
        orgID: organization,
        body: .init(
          username: "ada@example.com", roles: [.orgMember],
          groupRoleAssignments: [.init(groupID: project, roles: [.groupReadOnly])])))
    let open = try await atlas.send(ListOrganizationInvitations(orgID: organization))
    return open
  }

  private func bill(_ atlas: AtlasClient, organization: ObjectID) async throws -> [String: Int64] {
    var cents: [String: Int64] = [:]
    let year = Date.now.addingTimeInterval(-365 * 86_400)
    for try await entry in atlas.items(of: ListInvoices(orgID: organization)) {
      guard let end = entry.endDate, end > year else { continue }
      let invoice = try await atlas.send(GetInvoice(orgID: organization, invoiceID: entry.id))
      for item in invoice.lineItems ?? [] {
        cents[item.clusterName ?? "other", default: 0] += item.totalPriceCents ?? 0
      }
    }
    return cents
  }

  @Test("creates a key")
  func key() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let organization = simulated.organizationID
      let key = try await key(atlas, organization: organization)
      #expect(key.desc == "nightly reports")
      let keys = try await atlas.send(ListOrganizationAPIKeys(orgID: organization)).items
      #expect(keys.map(\.id) == [key.id])
    }
  }

  @Test("gives a key a role in a project")
  func assignment() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let key = try await key(atlas, organization: simulated.organizationID)
      try await assign(atlas, key: key, project: simulated.groupID)
      let assigned = try await atlas.send(ListProjectAPIKeys(groupID: simulated.groupID)).items
      #expect(assigned.map(\.id) == [key.id])
      #expect(assigned.first?.desc == "nightly reports")
      let role = ProjectRoleAssignment(
        groupID: simulated.groupID, roleName: .groupObservabilityViewer)
      #expect(assigned.first?.roles == [.project(role)])
    }
  }

  @Test("invites a user")
  func invitation() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let open = try await invite(
        atlas, organization: simulated.organizationID, project: simulated.groupID)
      #expect(open.map(\.username) == ["ada@example.com"])
    }
  }

  @Test("sums up the costs of clusters")
  func invoices() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let end = Date.now.ISO8601Format()
      for (id, date) in [("i1", end), ("i2", end), ("i3", "2019-01-01T00:00:00Z")] {
        await simulated.add(
          ObjectID(id), to: "/orgs/\(simulated.organizationID)/invoices",
          with: [
            "endDate": .string(date),
            "lineItems": [
              ["clusterName": "shop", "totalPriceCents": 1200], ["totalPriceCents": 30],
            ],
          ])
      }
      let cents = try await bill(atlas, organization: simulated.organizationID)
      #expect(cents == ["shop": 2400, "other": 60])
    }
  }
}
