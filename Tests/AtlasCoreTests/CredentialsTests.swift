import AtlasCore
import EndpointRuntime
import Testing

@Suite("Credentials")
struct CredentialsTests {
  @Test("prefer a service account in the environment to an API key")
  func environment() throws {
    let key = ["MONGODB_ATLAS_PUBLIC_KEY": "public", "MONGODB_ATLAS_PRIVATE_KEY": "private"]
    let other = [
      "MONGODB_ATLAS_PUBLIC_API_KEY": "public", "MONGODB_ATLAS_PRIVATE_API_KEY": "private",
    ]
    let account = ["MONGODB_ATLAS_CLIENT_ID": "id", "MONGODB_ATLAS_CLIENT_SECRET": "secret"]
    let url = BaseURL.atlas
    #expect(try Credentials(environment: key).authenticator(for: url) is DigestAuthenticator)
    #expect(try Credentials(environment: other).authenticator(for: url) is DigestAuthenticator)
    #expect(
      try Credentials(environment: account).authenticator(for: url)
        is OAuthClientCredentialsAuthenticator)
    let both = key.merging(account) { $1 }
    #expect(
      try Credentials(environment: both).authenticator(for: url)
        is OAuthClientCredentialsAuthenticator)
  }

  @Test(
    "name a missing or empty variable",
    arguments: [
      ([:], "MONGODB_ATLAS_PUBLIC_KEY"),
      (["MONGODB_ATLAS_PUBLIC_KEY": "a"], "MONGODB_ATLAS_PRIVATE_KEY"),
      (
        ["MONGODB_ATLAS_CLIENT_ID": "", "MONGODB_ATLAS_PUBLIC_KEY": ""], "MONGODB_ATLAS_PUBLIC_KEY"
      ), (["MONGODB_ATLAS_CLIENT_ID": "a"], "MONGODB_ATLAS_CLIENT_SECRET"),
    ])
  func missing(environment: [String: String], variable: String) {
    #expect {
      try Credentials(environment: environment)
    } throws: { error in
      guard case .configuration(variable, _) = error as? EndpointError else { return false }
      return true
    }
  }

  @Test(
    "appear in no description",
    arguments: [
      Credentials.apiKey(publicKey: "a", privateKey: "s3cr3t"),
      .serviceAccount(clientID: "a", clientSecret: "s3cr3t"),
    ])
  func secrets(credentials: Credentials) {
    let authenticator = credentials.authenticator(for: .atlas)
    for value in [credentials, authenticator] as [Any] {
      var text = "\(value) \(String(reflecting: value)) "
      dump(value, to: &text)
      #expect(!text.contains("s3cr3t"))
    }
  }
}
