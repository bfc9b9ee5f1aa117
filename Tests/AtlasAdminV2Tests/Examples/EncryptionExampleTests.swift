import AtlasAdminV2
import AtlasSimulator
import AtlasTestSupport
import Testing

@Suite("Examples of encryption at rest")
struct EncryptionExampleTests {
  private func create(_ atlas: AtlasClient, project: ObjectID) async throws -> ObjectID? {
    let role = try await atlas.send(
      CreateCloudProviderAccessRole(groupID: project, body: .aws(.init())))
    print("trust \(role.atlasAWSAccountARN ?? "?")")
    print("with the external ID \(role.atlasAssumedRoleExternalID ?? "?")")
    guard let id = role.roleID else { return nil }
    return id
  }

  private func authorize(_ atlas: AtlasClient, project: ObjectID, role: ObjectID) async throws {
    try await atlas.send(
      AuthorizeCloudProviderAccessRole(
        groupID: project, roleID: role,
        body: .aws(.init(iamAssumedRoleARN: "arn:aws:iam::210987654321:role/atlas-access"))))
  }

  private func configure(_ atlas: AtlasClient, project: ObjectID, role: ObjectID) async throws {
    let encryption = try await atlas.send(
      UpdateEncryptionAtRest(
        groupID: project,
        body: .init(
          awsKMS: .init(
            customerMasterKeyID: "0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0", enabled: true,
            region: "EU_CENTRAL_1", roleID: role))))
    if encryption.awsKMS?.valid == false { print("Atlas cannot use the key") }
  }

  private func encrypt(_ atlas: AtlasClient, project: ObjectID, cluster: String) async throws {
    try await atlas.send(
      UpdateCluster(
        groupID: project, clusterName: cluster, body: .init(encryptionAtRestProvider: .aws)))
    try await atlas.wait(
      for: GetCluster(groupID: project, clusterName: cluster), until: .idle,
      timeout: .seconds(4 * 3600))
  }

  private func connect(_ atlas: AtlasClient, project: ObjectID) async throws -> ObjectID {
    let endpoint = try await atlas.send(
      CreateEncryptionAtRestPrivateEndpoint(
        groupID: project, cloudProvider: .aws, body: .init(regionName: "EU_CENTRAL_1")))
    try await atlas.wait(
      for: GetEncryptionAtRestPrivateEndpoint(
        groupID: project, cloudProvider: .aws, endpointID: endpoint.id),
      until: .active)
    return endpoint.id
  }

  func hasValidKey(_ project: ObjectID, _ atlas: AtlasClient) async throws -> Bool {
    let encryption = try await atlas.send(GetEncryptionAtRest(groupID: project))
    let keys = [
      (encryption.awsKMS?.enabled, encryption.awsKMS?.valid),
      (encryption.azureKeyVault?.enabled, encryption.azureKeyVault?.valid),
      (encryption.googleCloudKMS?.enabled, encryption.googleCloudKMS?.valid),
    ]
    return keys.allSatisfy { enabled, valid in enabled != true || valid != false }
  }

  @Test("creates a role, configures a key and encrypts a cluster")
  func key() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let (project, cluster) = (simulated.groupID, simulated.clusterName)
      let role = try #require(try await create(atlas, project: project))
      try await authorize(atlas, project: project, role: role)
      try await configure(atlas, project: project, role: role)
      let encryption = try await atlas.send(GetEncryptionAtRest(groupID: project))
      #expect(encryption.awsKMS?.enabled == true)
      #expect(encryption.awsKMS?.roleID == role)
      try await encrypt(atlas, project: project, cluster: cluster)
      let encrypted = try await atlas.send(GetCluster(groupID: project, clusterName: cluster))
      #expect(encrypted.encryptionAtRestProvider == .aws)
    }
  }

  @Test("creates a private endpoint to the key")
  func privateEndpoint() async throws {
    try await withSimulatedAtlas { atlas, simulated in
      let id = try await connect(atlas, project: simulated.groupID)
      let endpoints = try await atlas.send(
        ListEncryptionAtRestPrivateEndpoints(groupID: simulated.groupID, cloudProvider: .aws))
      #expect(endpoints.items.map(\.id) == [id])
    }
  }

  @Test("finds a key that is not valid")
  func invalidKey() async throws {
    let get: Handler = { _, _ in .item(["awsKms": ["enabled": true, "valid": false]]) }
    try await withSimulatedAtlas(handlers: [GetEncryptionAtRest.name: get]) { atlas, simulated in
      let isValid = try await hasValidKey(simulated.groupID, atlas)
      #expect(!isValid)
    }
    try await withSimulatedAtlas { atlas, simulated in
      let isValid = try await hasValidKey(simulated.groupID, atlas)
      #expect(isValid)
    }
  }
}
