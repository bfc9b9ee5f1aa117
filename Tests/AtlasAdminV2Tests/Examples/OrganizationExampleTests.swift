import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of organizations and projects")
struct OrganizationExampleTests {
  private func list(_ atlas: AtlasClient) async throws {
    for try await organization in atlas.items(of: ListOrganizations()) {
      let projects = ListOrganizationProjects(orgID: organization.id)
      for try await project in atlas.items(of: projects) {
        print(organization.name, project.name, project.id, project.clusterCount)
      }
    }
  }

  private func create(_ atlas: AtlasClient, organization: ObjectID) async throws -> Project {
    let created = try await atlas.send(
      CreateProject(
        body: .init(
          name: "shop-staging", orgID: organization, tags: [.init(key: "stage", value: "staging")],
          withDefaultAlertsSettings: true)))
    return created
  }

  private func invite(_ atlas: AtlasClient, organization: ObjectID, project: ObjectID) async throws
    -> OrganizationUser
  {
    let ada = try await atlas.send(
      CreateOrganizationUser(
        orgID: organization,
        body: .init(
          roles: .init(
            orgRoles: [.orgMember],
            groupRoleAssignments: [.init(groupID: project, groupRoles: [.groupReadOnly])]),
          username: "ada@example.com")))
    return ada
  }

  private func promote(_ atlas: AtlasClient, user: ObjectID, project: ObjectID) async throws {
    try await atlas.send(
      AddProjectUserRole(
        groupID: project, userID: user, body: .init(groupRole: .groupClusterManager)))
    try await atlas.send(
      RemoveProjectUserRole(
        groupID: project, userID: user, body: .init(groupRole: .groupReadOnly)))
  }

  private func form(_ atlas: AtlasClient, organization: ObjectID, project: ObjectID) async throws
    -> Team
  {
    let team = try await atlas.send(
      CreateTeam(orgID: organization, body: .init(name: "on call", usernames: ["ada@example.com"])))
    try await atlas.send(
      AddProjectTeams(
        groupID: project, body: [.init(roleNames: [.groupClusterManager], teamID: team.id)]))
    return team
  }

  private func limits(_ atlas: AtlasClient, project: ObjectID) async throws {
    for limit in try await atlas.send(ListProjectLimits(groupID: project)) {
      guard let usage = limit.currentUsage, usage * 10 >= limit.value * 9 else { continue }
      print("\(limit.name): \(usage) of \(limit.value)")
    }
  }

  func close(_ project: ObjectID, _ atlas: AtlasClient) async throws {
    for try await cluster in atlas.items(of: ListClusters(groupID: project)) {
      try await atlas.send(DeleteCluster(groupID: project, clusterName: cluster.name))
      try await atlas.wait(
        for: GetCluster(groupID: project, clusterName: cluster.name), until: .deleted)
    }
    try await atlas.send(DeleteProject(groupID: project))
  }

  @Test("creates, lists and deletes a project")
  func project() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let created = try await create(atlas, organization: simulated.organizationID)
      #expect(created.tags?.map(\.value) == ["staging"])
      try await list(atlas)
      try await limits(atlas, project: created.id)
      try await close(created.id, atlas)
      await #expect(throws: EndpointError.self) {
        try await atlas.send(GetProject(groupID: created.id))
      }
    }
  }

  @Test("invites a user and changes its roles")
  func user() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let ada = try await invite(
        atlas, organization: simulated.organizationID, project: simulated.groupID)
      #expect(ada.username == "ada@example.com")
      #expect(ada.orgMembershipStatus == .pending)
      try await promote(atlas, user: ada.id, project: simulated.groupID)
    }
  }

  @Test("forms a team")
  func team() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let team = try await form(
        atlas, organization: simulated.organizationID, project: simulated.groupID)
      let teams = try await atlas.send(ListProjectTeams(groupID: simulated.groupID)).items
      #expect(teams.map(\.teamID) == [team.id])
    }
  }
}
