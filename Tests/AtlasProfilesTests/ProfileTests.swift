import EndpointRuntime
import Foundation
import TestSupport
import Testing

@testable import AtlasProfiles

@Suite("A profile")
struct ProfileTests {
  private static let file = URL(filePath: "/home/ann/.config/atlascli/config.toml")

  private static let configuration = """
    # Written by the Atlas CLI.
    version = 2
    telemetry_enabled = false

    [default]
      service = "cloud"
      public_api_key = "abcdefgh"
      private_api_key = "s3cr3t"
      org_id = "5f2a1c01e4b0a92c3d4e5f5a"
      project_id = "5f2a1c9be4b0a92c3d4e5f60"

    [gov]
      service = "cloudgov"
      client_id = "mdb_sa_id_1"
      client_secret = "s3cr3t"
      public_api_key = "unused"

    ["own server"]
      ops_manager_url = "https://atlas.example.com:8443/"
      public_api_key = "abcdefgh"
      private_api_key = 's3cr3t'

    [browser]
      access_token = "s3cr3t"
      org_id = ""
    """

  private func profile(_ name: String, in text: String = configuration) throws -> Profile {
    try Profile(name, in: text, of: Self.file)
  }

  @Test("has the credentials, the server, the organization and the project")
  func fields() throws {
    let standard = try profile("default")
    #expect(standard.credentials?.authenticator(for: .atlas) is DigestAuthenticator)
    #expect(standard.organizationID == "5f2a1c01e4b0a92c3d4e5f5a")
    #expect(standard.projectID == "5f2a1c9be4b0a92c3d4e5f60")
    #expect(standard.baseURL == nil)
    let government = try profile("gov")
    #expect(
      government.credentials?.authenticator(for: .atlas) is OAuthClientCredentialsAuthenticator)
    #expect(government.baseURL == .atlasForGovernment)
    #expect(try profile("own server").baseURL?.description == "https://atlas.example.com:8443")
    let browser = try profile("browser")
    #expect(browser.credentials == nil && browser.organizationID == nil)
  }

  @Test("never shows its credentials")
  func secrets() throws {
    var text = "\(try profile("default")) \(String(reflecting: try profile("gov")))"
    dump(try profile("default"), to: &text)
    #expect(!text.contains("s3cr3t"))
  }

  @Test(
    "rejects an unusable profile with its location and without secrets",
    arguments: [
      (
        "staging", configuration,
        "has no profile 'staging'; it has browser, default, gov, own server"
      ),
      ("default", "[default\nprivate_api_key = \"s3cr3t\"", "is not valid TOML"),
      ("default", "default = 1", "has no profile 'default'; it has none"),
      ("a", "[a]\npublic_api_key = \"x\"", "'private_api_key of the profile a' is missing beside"),
      ("a", "[a]\nclient_id = \"x\"", "'client_secret of the profile a' is missing"),
      ("a", "[a]\npublic_api_key = 1", "'public_api_key of the profile a' must be a string"),
      (
        "a", "[a]\nops_manager_url = \"x\"",
        "'ops_manager_url of the profile a' is not an absolute URL"
      ),
    ])
  func invalid(name: String, text: String, message: String) {
    let error = #expect(throws: EndpointError.self) { try profile(name, in: text) }
    #expect(error?.description.contains(message) == true)
    #expect(error?.description.contains("s3cr3t") == false)
  }

  @Test("is found in the configuration file, and provides credentials")
  func file() throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try folder.write(Self.configuration, to: "atlascli/config.toml")
    let file = Profile.file(in: ["XDG_CONFIG_HOME": folder.url.path], home: folder.url)
    #expect(try Profile.load("gov", from: file).name == "gov")
    let provider = CredentialProvider.firstAvailable(
      .profile("browser", from: file), .profile(from: file))
    #expect(try provider.credentials().authenticator(for: .atlas) is DigestAuthenticator)
    let missing = folder.url.appending(path: "none.toml")
    #expect(throws: EndpointError.self) { try Profile.load(from: missing) }
    #expect(throws: EndpointError.self) {
      try CredentialProvider.profile(from: missing).credentials()
    }
    _ = try AtlasClient(profile: try Profile.load(from: file))
    #expect(throws: EndpointError.self) {
      try AtlasClient(profile: try Profile.load("browser", from: file))
    }
  }
}
