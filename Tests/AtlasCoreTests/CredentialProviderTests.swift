@testable import AtlasCore
import EndpointRuntime
import Testing

@Suite("A credential provider")
struct CredentialProviderTests {
  private struct Unreadable: Error {}

  private static let none = CredentialProvider(name: "nowhere") { nil }
  private static let account = CredentialProvider.explicit(
    .serviceAccount(clientID: "id", clientSecret: "secret"))
  private static let key = CredentialProvider.environment([
    "MONGODB_ATLAS_PUBLIC_KEY": "public", "MONGODB_ATLAS_PRIVATE_KEY": "private",
  ])

  @Test("returns the credentials of the first source with credentials")
  func first() throws {
    for (provider, isAccount) in [
      (CredentialProvider.firstAvailable(Self.none, Self.account, Self.key), true),
      (.firstAvailable(Self.none, .firstAvailable(Self.key, Self.account)), false),
    ] {
      let authenticator = try provider.credentials().authenticator(for: .atlas)
      #expect((authenticator is OAuthClientCredentialsAuthenticator) == isAccount)
    }
  }

  @Test("names all sources if none has credentials")
  func missing() {
    let provider = CredentialProvider.firstAvailable(Self.none, .environment([:]))
    let error = #expect(throws: EndpointError.self) { try provider.credentials() }
    #expect(
      error?.description
        == "'credentials' are missing: none found in nowhere and the environment variables "
        + "MONGODB_ATLAS_…")
  }

  @Test("throws the error of a source with unusable credentials")
  func unusable() {
    let incomplete = CredentialProvider.environment(["MONGODB_ATLAS_PUBLIC_KEY": "public"])
    #expect(throws: EndpointError.self) {
      try CredentialProvider.firstAvailable(incomplete, Self.account).credentials()
    }
    #expect(throws: Unreadable.self) {
      try CredentialProvider(name: "a vault") { throw Unreadable() }.credentials()
    }
  }
}
