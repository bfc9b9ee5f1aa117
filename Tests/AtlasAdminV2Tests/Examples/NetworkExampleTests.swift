import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of the network")
struct NetworkExampleTests {
  private func service(_ atlas: AtlasClient, project: ObjectID) async throws -> ObjectID {
    let service = try await atlas.send(
      CreatePrivateEndpointService(
        groupID: project, body: .init(providerName: .aws, region: "EU_CENTRAL_1")))
    let ready = try await atlas.wait(
      for: GetPrivateEndpointService(
        groupID: project, cloudProvider: .aws, endpointServiceID: service.id),
      until: .available)
    print("create an interface endpoint for \(ready.endpointServiceName ?? "?")")
    return service.id
  }

  private func connect(_ atlas: AtlasClient, project: ObjectID, service: ObjectID) async throws
    -> PrivateEndpoint
  {
    try await atlas.send(
      CreatePrivateEndpoint(
        groupID: project, cloudProvider: .aws, endpointServiceID: service,
        body: .aws(.init(id: "vpce-0f1e2d3c4b5a69788"))))
    let endpoint = try await atlas.wait(
      for: GetPrivateEndpoint(
        groupID: project, cloudProvider: .aws, endpointServiceID: service,
        endpointID: "vpce-0f1e2d3c4b5a69788"),
      until: .available)
    return endpoint
  }

  private func disconnect(_ atlas: AtlasClient, project: ObjectID, service: ObjectID) async throws {
    try await atlas.send(
      DeletePrivateEndpoint(
        groupID: project, cloudProvider: .aws, endpointServiceID: service,
        endpointID: "vpce-0f1e2d3c4b5a69788"))
    try await atlas.wait(
      for: GetPrivateEndpoint(
        groupID: project, cloudProvider: .aws, endpointServiceID: service,
        endpointID: "vpce-0f1e2d3c4b5a69788"),
      until: .deleted)
    try await atlas.send(
      DeletePrivateEndpointService(
        groupID: project, cloudProvider: .aws, endpointServiceID: service))
  }

  private func peer(_ atlas: AtlasClient, project: ObjectID) async throws -> ObjectID? {
    let container = try await atlas.send(
      CreateNetworkContainer(
        groupID: project,
        body: .aws(.init(atlasCIDRBlock: "10.8.0.0/21", regionName: "EU_CENTRAL_1"))))
    guard case .aws(let network) = container else { return nil }
    let peer = try await atlas.send(
      CreateNetworkPeer(
        groupID: project,
        body: .aws(
          .init(
            containerID: network.id, accepterRegionName: "eu-central-1",
            awsAccountID: "123456789012", routeTableCIDRBlock: "172.31.0.0/16",
            vpcID: "vpc-0f1e2d3c4b5a69788"))))
    guard case .aws(let peering) = peer, let id = peering.id else { return nil }
    return id
  }

  private func finish(_ atlas: AtlasClient, project: ObjectID, id: ObjectID) async throws {
    let get = GetNetworkPeer(groupID: project, peerID: id)
    let asked = try await atlas.wait(for: get, until: .pendingAcceptance)
    if case .aws(let peering) = asked {
      print("accept \(peering.connectionID ?? "?") in AWS")
    }
    try await atlas.wait(for: get, until: .available)
  }

  private func list(_ atlas: AtlasClient, project: ObjectID) async throws {
    for provider in [CloudProvider.aws, .azure, .gcp] {
      let peers = ListNetworkPeers(groupID: project, providerName: provider)
      for try await peer in atlas.items(of: peers) { print(peer) }
    }
  }

  private func handle(_ atlas: AtlasClient, project: ObjectID, peer: ObjectID) async throws {
    do {
      try await atlas.wait(for: GetNetworkPeer(groupID: project, peerID: peer), until: .available)
    } catch EndpointError.stateNotReached(let failure) {
      print("the connection is \(failure.state): delete it and create it again")
    }
  }

  @Test("creates and deletes a private endpoint")
  func privateEndpoint() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let project = simulated.groupID
      let service = try await service(atlas, project: project)
      let endpoint = try await connect(atlas, project: project, service: service)
      guard case .aws(let interface) = endpoint else {
        Issue.record("the endpoint is not on AWS")
        return
      }
      #expect(interface.status == .available)
      try await disconnect(atlas, project: project, service: service)
      simulated.clock.advance(by: .seconds(3600))
      let left = try await atlas.send(
        ListPrivateEndpointServices(groupID: project, cloudProvider: .aws))
      #expect(left.isEmpty)
    }
  }

  @Test("requests a peering connection and waits until it is available")
  func peering() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let project = simulated.groupID
      let id = try #require(try await peer(atlas, project: project))
      // What AWS and its administrator do meanwhile.
      await simulated.set(["statusName": "AVAILABLE"], of: id, in: "\(simulated.projectPath)/peers")
      try await finish(atlas, project: project, id: id)
      try await list(atlas, project: project)
    }
  }

  @Test("reports a connection that failed")
  func failure() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let project = simulated.groupID
      let id = try #require(try await peer(atlas, project: project))
      await simulated.set(["statusName": "FAILED"], of: id, in: "\(simulated.projectPath)/peers")
      try await handle(atlas, project: project, peer: id)
    }
  }
}
