@_spi(Generated) import AtlasAdmin
@_spi(Generated) import EndpointRuntime
import AtlasSimulator
import AtlasTestSupport
import EndpointModel
import Foundation
import Testing

@Suite("A simulated Atlas")
struct SimulatedBehaviorTests {
  /// The status that a call fails with.
  private func status<E: Endpoint<AtlasAdminAPI>>(of endpoint: E, _ atlas: AtlasClient) async
    -> Int?
  {
    do {
      _ = try await atlas.send(endpoint)
      return nil
    } catch {
      guard case EndpointError.api(let response) = error else { return nil }
      return response.status.code
    }
  }

  @Test("has a project and a cluster with backups")
  func project() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (group, name) = (simulated.groupID, simulated.clusterName)
      #expect(try await atlas.send(ListProjects()).items.map(\.id) == [group])
      let cluster = try await atlas.send(GetCluster(groupID: group, clusterName: name))
      #expect(cluster.stateName == .idle)
      let advanced = GetAdvancedCluster(groupID: group, clusterName: name)
      #expect(try await atlas.send(advanced).id == cluster.id)
    }
  }

  @Test("finds teams by name only")
  func names() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let org = simulated.organizationID
      let team = try await atlas.send(
        CreateTeam(orgID: org, body: .init(name: "Operations", usernames: ["ada@example.com"])))
      let found = try await atlas.send(GetTeamByName(orgID: org, teamName: "Operations"))
      #expect(found.id == team.id)
      #expect(await status(of: GetTeamByName(orgID: org, teamName: "Sales"), atlas) == 404)
    }
  }

  @Test("identifies entries of access lists by their addresses")
  func accessList() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let group = simulated.groupID
      for comment in ["home", "office"] {
        try await atlas.send(
          CreateProjectAccessListEntries(
            groupID: group,
            body: [
              .init(cidrBlock: "203.0.113.0/24", comment: comment),
              .init(awsSecurityGroup: "sg-1"),
            ]))
      }
      let entries = try await atlas.send(ListProjectAccessListEntries(groupID: group)).items
      #expect(entries.map(\.comment) == ["office", nil])
      let office = GetProjectAccessListEntry(groupID: group, accessListEntry: "203.0.113.0/24")
      #expect(try await atlas.send(office).comment == "office")
      try await atlas.send(
        DeleteProjectAccessListEntry(groupID: group, accessListEntry: "203.0.113.0/24"))
      #expect(await status(of: office, atlas) == 404)
    }
  }

  @Test("lists a private endpoint service under its cloud provider")
  func privateEndpointService() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let group = simulated.groupID
      let service = try await atlas.send(
        CreatePrivateEndpointService(
          groupID: group, body: .init(providerName: .azure, region: "EUROPE_NORTH")))
      #expect(service.cloudProvider == .azure)
      #expect(service.regionName == "EUROPE_NORTH")
      let azure = try await atlas.send(
        ListPrivateEndpointServices(groupID: group, cloudProvider: .azure))
      #expect(azure.map(\.id) == [service.id])
      let aws = try await atlas.send(
        ListPrivateEndpointServices(groupID: group, cloudProvider: .aws))
      #expect(aws.isEmpty)
    }
  }

  @Test("has search indexes whose dynamic mapping is Boolean or names a set of types")
  func dynamicMappings() throws {
    let text =
      #"[{"dynamic":true},{"dynamic":{"typeSet":"name"},"fields":{}},{"dynamic":false,"fields":null}]"#
    let mappings = try JSONDecoder().decode([SearchIndexMappings].self, from: Data(text.utf8))
    #expect(mappings.map(\.dynamic) == [true, ["typeSet": "name"], false])
  }

  @Test("reports a missing cluster with its specific error code, which a deletion waiter needs")
  func missing() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let request = GetCluster(groupID: simulated.groupID, clusterName: "none")
      try await atlas.wait(for: request, until: .deleted)
      do {
        try await atlas.send(request)
        Issue.record("the cluster exists")
      } catch EndpointError.api(let error) {
        #expect(error.code == .clusterNotFound)
      }
    }
  }

  @Test("rejects a search index with a name that its collection already has")
  func searchIndexes() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (group, cluster) = (simulated.groupID, simulated.clusterName)
      func create(in collection: String) -> CreateSearchIndex {
        CreateSearchIndex(
          groupID: group, clusterName: cluster,
          body: .init(
            name: "default", database: "shop", collectionName: collection,
            mappings: .init(dynamic: true)))
      }
      let first = try await atlas.send(create(in: "products"))
      let second = try await atlas.send(create(in: "orders"))
      #expect(first.indexID != second.indexID)
      #expect(await status(of: create(in: "orders"), atlas) == 409)
      let orders = try await atlas.send(
        ListSearchIndexes(
          groupID: group, clusterName: cluster, databaseName: "shop", collectionName: "orders"))
      #expect(orders.items.map(\.indexID) == [second.indexID])
    }
  }

  @Test("identifies a database user by database and name")
  func databaseUsers() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let create = CreateDatabaseUser(
        groupID: simulated.groupID,
        body: .init(
          username: "reports", databaseName: .admin,
          roles: [.init(roleName: "read", databaseName: "shop")], password: "correct horse"))
      try await atlas.send(create)
      let user = try await atlas.send(
        GetDatabaseUser(groupID: simulated.groupID, databaseName: .admin, username: "reports"))
      #expect(user.roles?.map(\.roleName) == ["read"])
      #expect(await status(of: create, atlas) == 409)
      let other = GetDatabaseUser(
        groupID: simulated.groupID, databaseName: .external, username: "reports")
      #expect(await status(of: other, atlas) == 404)
    }
  }

  @Test("distinguishes endpoints with one path by their media types")
  func mediaTypes() async throws {
    let table: Handler = { _, _ throws(SimulatedError) in
      .data(Data("sku,cents".utf8), contentType: "text/csv", status: 200)
    }
    let document: Handler = { request, _ throws(SimulatedError) in
      .item(["id": .string(request.id ?? "")], status: 200)
    }
    let handlers = [
      GetInvoice.name: document, GetInvoiceCSV.name: table,
    ]
    try await withSimulatedAtlas(handlers: handlers) { atlas, simulated in
      let (organization, id) = (simulated.organizationID, simulated.snapshotID)
      let invoice = try await atlas.send(GetInvoice(orgID: organization, invoiceID: id))
      #expect(invoice.id == id)
      let text = try await atlas.send(GetInvoiceCSV(orgID: organization, invoiceID: id))
      #expect(text == "sku,cents")
    }
  }

  @Test("uses custom handlers, and its own for other endpoints")
  func handlers() async throws {
    let full: Handler = { _, _ throws(SimulatedError) in
      throw SimulatedError(status: 402, code: "NO_PAYMENT_INFORMATION_FOUND", detail: "Pay first.")
    }
    let renaming: Handler = { request, store in
      var request = request
      if case .object(let members)? = request.body {
        request.body = .object(members.merging(["name": "Renamed"]) { $1 })
      }
      return try await DefaultBehavior.handler(request, store)
    }
    let handlers = [
      TakeSnapshot.name: full, CreateProject.name: renaming,
    ]
    try await withSimulatedAtlas(handlers: handlers) { atlas, simulated in
      let (group, cluster) = (simulated.groupID, simulated.clusterName)
      let take = TakeSnapshot(
        groupID: group, clusterName: cluster, body: .init(description: "d", retentionInDays: 1))
      #expect(await status(of: take, atlas) == 402)
      let project = try await atlas.send(
        CreateProject(body: .init(name: "Shop", orgID: simulated.organizationID)))
      #expect(project.name == "Renamed")
      let snapshots = try await atlas.send(
        ListSnapshots(groupID: group, clusterName: cluster)
      ).items
      #expect(snapshots.count == 2)
    }
  }
}
