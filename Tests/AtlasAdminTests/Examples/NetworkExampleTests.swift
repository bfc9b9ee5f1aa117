import AtlasAdmin
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of the network")
struct NetworkExampleTests {
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
    let id = peer.id
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

  private func service(_ atlas: AtlasClient, project: ObjectID) async throws
    -> PrivateEndpointService
  {
    let service = try await atlas.send(
      CreatePrivateEndpointService(
        groupID: project, body: .init(providerName: .aws, region: "EU_CENTRAL_1")))
    return service
  }

  private func connect(_ atlas: AtlasClient, project: ObjectID, service: PrivateEndpointService)
    async throws -> PrivateEndpoint
  {
    let ready = try await atlas.wait(
      for: GetPrivateEndpointService(
        groupID: project, cloudProvider: .aws, endpointServiceID: service.id),
      until: .available)
    print("make an interface endpoint for \(ready.endpointServiceName ?? "?")")
    let endpoint = try await atlas.send(
      CreatePrivateEndpoint(
        groupID: project, cloudProvider: .aws, endpointServiceID: service.id,
        body: .aws(.init(id: "vpce-0f1e2d3c4b5a69788"))))
    return endpoint
  }

  @Test("requests a peering connection and waits until it is available")
  func peering() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let id = try #require(try await peer(atlas, project: simulated.groupID))
      // What AWS and its administrator do meanwhile.
      await simulated.simulator.store.update(
        id.rawValue, in: "\(simulated.projectPath)/peers", with: ["statusName": "AVAILABLE"])
      try await finish(atlas, project: simulated.groupID, id: id)
    }
  }

  @Test("creates a private endpoint")
  func privateEndpoint() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let service = try await service(atlas, project: simulated.groupID)
      let endpoint = try await connect(atlas, project: simulated.groupID, service: service)
      guard case .aws = endpoint else {
        Issue.record("the endpoint is not on AWS")
        return
      }
    }
  }
}
