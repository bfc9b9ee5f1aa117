@_spi(Generated) import AtlasAdmin
@_spi(Generated) import EndpointRuntime
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of projects and teams")
struct ProjectExampleTests {
  private func make(_ atlas: AtlasClient, organization: ObjectID) async throws -> Project {
    let project = try await atlas.send(
      CreateProject(
        body: .init(
          name: "Shop", orgID: organization,
          tags: [.init(key: "environment", value: "production")])))
    try await atlas.send(
      UpdateProjectSettings(groupID: project.id, body: .init(isDataExplorerEnabled: false)))
    return project
  }

  private func find(_ atlas: AtlasClient, organization: ObjectID) async throws -> Project {
    let project: Project
    do {
      project = try await atlas.send(GetProjectByName(groupName: "Shop"))
    } catch EndpointError.api(let error) where error.status == .notFound {
      project = try await atlas.send(
        CreateProject(body: .init(name: "Shop", orgID: organization)))
    }
    return project
  }

  private func share(_ atlas: AtlasClient, project: Project, organization: ObjectID) async throws
    -> Team
  {
    let team = try await atlas.send(
      CreateTeam(
        orgID: organization,
        body: .init(name: "Operations", usernames: ["ada@example.com", "grace@example.com"])))
    try await atlas.send(
      AddProjectTeams(
        groupID: project.id,
        body: [
          .init(teamID: team.id, roleNames: [.groupClusterManager, .groupObservabilityViewer])
        ]
      ))
    return team
  }

  private func cleanUp(_ atlas: AtlasClient) async throws {
    for try await project in atlas.items(of: ListProjects()) where project.clusterCount == 0 {
      do {
        try await atlas.send(DeleteProject(groupID: project.id))
      } catch EndpointError.api(let error) where error.code == .cannotCloseGroupActiveBackup {
        print("\(project.name) has backups left")
      } catch {
        print("\(project.name) is left: \(error)")
      }
    }
  }

  @Test("creates a project or fetches the one with its name")
  func project() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let project = try await make(atlas, organization: simulated.organizationID)
      #expect(project.tags?.first?.value == "production")
      let settings = try await atlas.send(GetProjectSettings(groupID: project.id))
      #expect(settings.isDataExplorerEnabled == false)
      #expect(try await find(atlas, organization: simulated.organizationID).id == project.id)
    }
  }

  @Test("creates a missing project")
  func missing() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let project = try await find(atlas, organization: simulated.organizationID)
      #expect(project.name == "Shop")
    }
  }

  @Test("creates a team and deletes empty teams")
  func team() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let organization = simulated.organizationID
      let project = try await make(atlas, organization: organization)
      let team = try await share(atlas, project: project, organization: organization)
      #expect(team.name == "Operations")
      let teams = try await atlas.send(ListProjectTeams(groupID: project.id)).items
      #expect(teams.map(\.teamID) == [team.id])
      await simulated.add("empty", to: "/groups", with: ["name": "Empty", "clusterCount": 0])
      try await cleanUp(atlas)
      let left = try await atlas.send(ListProjects()).items
      // The project that was created above has no cluster either.
      #expect(left.map(\.id) == [simulated.groupID])
    }
  }
}
