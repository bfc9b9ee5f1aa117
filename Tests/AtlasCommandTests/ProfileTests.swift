import AtlasCore
import AtlasSimulator
import EndpointRuntime
import Foundation
import TestSupport
import Testing

@testable import atlas_admin

@Suite("The settings of the connection")
final class ProfileTests {
  private let folder: TemporaryFolder
  private let project = "5e2f0a1b9c8d7e6f5a4b3c2d"
  private let keys = [
    "MONGODB_ATLAS_PUBLIC_KEY": "abcdefgh", "MONGODB_ATLAS_PRIVATE_KEY": "s3cr3t",
  ]

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(
      """
      [default]
        public_api_key = "abcdefgh"
        private_api_key = "s3cr3t"
        project_id = "5f2a1c9be4b0a92c3d4e5f60"
      [staging]
        client_id = "mdb_sa_id_1"
        client_secret = "s3cr3t"
        ops_manager_url = "https://atlas.example.com/"
        org_id = "5f2a1c01e4b0a92c3d4e5f5a"
      [browser]
        access_token = "s3cr3t"
      """, to: "atlascli/config.toml")
  }

  deinit { folder.remove() }

  private func settings(
    profile: String? = nil, baseURL: String? = nil, _ environment: [String: String] = [:],
    file: String = "atlascli/config.toml"
  ) throws -> ConnectionSettings {
    try ConnectionSettings(
      profile: profile, baseURL: baseURL, environment: environment,
      file: folder.url.appending(path: file))
  }

  @Test("come from the profile 'default' if the environment has none")
  func defaultProfile() throws {
    let settings = try settings()
    #expect(try settings.credentials().source == "the profile 'default'")
    #expect(try settings.credentials().value.method == "API key (HTTP Digest)")
    #expect(settings.baseURL.value == .atlas)
    #expect(settings.baseURL.source == "the default")
    #expect(settings.projectID?.value == "5f2a1c9be4b0a92c3d4e5f60")
    #expect(settings.organizationID == nil)
  }

  @Test("prefer the environment to the profile 'default'")
  func environment() throws {
    let settings = try settings(
      keys.merging([
        "MONGODB_ATLAS_BASE_URL": "http://127.0.0.1:1", "MONGODB_ATLAS_PROJECT_ID": project,
        "MONGODB_ATLAS_ORG_ID": "5f2a1c01e4b0a92c3d4e5f5b",
      ]) { $1 })
    #expect(
      try settings.credentials().source == "MONGODB_ATLAS_PUBLIC_KEY and MONGODB_ATLAS_PRIVATE_KEY")
    #expect(settings.baseURL.source == "MONGODB_ATLAS_BASE_URL")
    #expect(settings.projectID?.value == project)
    #expect(settings.projectID?.source == "MONGODB_ATLAS_PROJECT_ID")
    #expect(settings.organizationID?.value == "5f2a1c01e4b0a92c3d4e5f5b")
  }

  @Test("prefer a named profile to the environment, and options to both")
  func namedProfile() throws {
    let environment = keys.merging(["MONGODB_ATLAS_PROJECT_ID": project]) { $1 }
    let settings = try settings(profile: "staging", environment)
    #expect(try settings.credentials().value.method == "service account (OAuth 2.0)")
    #expect(try settings.credentials().source == "the profile 'staging'")
    #expect(settings.baseURL.value.description == "https://atlas.example.com")
    #expect(settings.organizationID?.value == "5f2a1c01e4b0a92c3d4e5f5a")
    #expect(settings.projectID?.source == "MONGODB_ATLAS_PROJECT_ID")
    let other = try self.settings(profile: "staging", baseURL: "https://localhost")
    #expect(other.baseURL.source == "--base-url")
  }

  @Test("fail if a named profile has no credentials or does not exist")
  func missingProfile() throws {
    let settings = try settings(profile: "browser", keys)
    #expect {
      try settings.credentials()
    } throws: { error in
      (error as? CommandFailure)?.message
        == "the profile 'browser' has neither an API key nor a service account"
    }
    #expect(throws: EndpointError.self) { try self.settings(profile: "nope") }
    #expect(throws: EndpointError.self) { try self.settings(profile: "default", file: "none") }
  }

  @Test("ignore an invalid configuration file if the environment has credentials")
  func invalidFile() throws {
    try folder.write("[default\n", to: "invalid.toml")
    #expect(try settings(keys, file: "invalid.toml").credentials().source.contains("PUBLIC_KEY"))
    #expect {
      try settings(file: "invalid.toml").credentials()
    } throws: { error in
      "\(error)".contains("is not valid TOML")
    }
    let none = try settings(file: "none")
    #expect(throws: CommandFailure.self) { try none.credentials() }
  }

  @Test("are used by commands: the project of a profile is the default")
  func command() async throws {
    try await Atlas.run { atlas in
      let url = atlas.command.environment["MONGODB_ATLAS_BASE_URL"] ?? ""
      try folder.write(
        """
        [test]
          public_api_key = "\(Atlas.publicKey)"
          private_api_key = "\(Atlas.privateKey)"
          ops_manager_url = "\(url)"
          project_id = "\(atlas.simulated.groupID)"
        """, to: "own/atlascli/config.toml")
      var command = atlas.command
      command.environment = ["XDG_CONFIG_HOME": folder.url.appending(path: "own").path]
      let result = try await command.run(["call", "ListClusters", "--profile", "test"])
      #expect(result.status == 0, "\(result.error)")
      #expect(result.json?["results"]?.array?.count == 1)
      let unnamed = try await command.run(["call", "ListClusters", "--base-url", url])
      #expect(unnamed.status == 2)
      #expect(
        unnamed.error.hasPrefix(
          "error: ListClusters needs --group-id (ObjectID), or MONGODB_ATLAS_PROJECT_ID; "))
    }
  }
}
