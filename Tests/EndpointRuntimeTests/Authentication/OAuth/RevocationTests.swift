import EndpointRuntime
import Foundation
import HTTPTypes
import TestSupport
import Testing
import Zoo

@Suite("The revocation of a token")
struct RevocationTests {
  private func client(
    _ transport: ScriptedTransport, revocationURL: String? = "https://zoo.example.com/oauth/revoke"
  ) -> EndpointClient<ZooAPI> {
    EndpointClient(
      transport,
      authenticator: OAuthClientCredentialsAuthenticator(
        clientID: "id:1", clientSecret: "s3cr3t", tokenURL: "https://zoo.example.com/oauth/token",
        revocationURL: revocationURL, clock: StillClock()))
  }

  /// A server that gives numbered tokens, and responds to revocations by a function.
  private func server(_ revocation: @escaping @Sendable (Int) -> Reply = { _ in Reply() })
    -> ScriptedTransport
  {
    let (tokens, revocations) = (Counter(), Counter())
    return ScriptedTransport { request, _ in
      switch request.path {
      case "/oauth/token":
        tokens.add(1)
        return .token(tokens.value, lifetime: 3600)
      case "/oauth/revoke":
        revocations.add(1)
        return revocation(revocations.value)
      default: return Reply(#"{"id":"1"}"#)
      }
    }
  }

  @Test("sends the token in a form with Basic credentials, and the next request fetches another")
  func request() async throws {
    let transport = server()
    let client = client(transport)
    try await client.send(GetPen())
    try await client.revokeToken()
    let request = try #require(transport.requests.last)
    #expect(request.method == .post && request.path == "/oauth/revoke")
    #expect(
      request.headerFields[.authorization]
        == "Basic \(Data("id%3A1:s3cr3t".utf8).base64EncodedString())")
    #expect(request.headerFields[.contentType] == "application/x-www-form-urlencoded")
    #expect(transport.bodies.last == Data("token=token-1&token_type_hint=access_token".utf8))
    try await client.send(GetPen())
    #expect(transport.requests.last?.headerFields[.authorization] == "Bearer token-2")
  }

  @Test("sends nothing without a token or with another scheme")
  func nothing() async throws {
    let transport = server()
    try await client(transport).revokeToken()
    try await EndpointClient<ZooAPI>(transport).revokeToken()
    let digest = DigestAuthenticator(username: "a", password: "b")
    try await EndpointClient<ZooAPI>(transport, authenticator: digest).revokeToken()
    #expect(transport.requests.isEmpty)
  }

  @Test("needs a revocation URL")
  func missingURL() async throws {
    let transport = server()
    let client = client(transport, revocationURL: nil)
    try await client.send(GetPen())
    let error = await failure { try await client.revokeToken() }
    guard case .configuration("revocation URL", _) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
  }

  @Test("is never sent over plain HTTP to another host")
  func insecure() async throws {
    let transport = server()
    let client = client(transport, revocationURL: "http://zoo.example.com/oauth/revoke")
    try await client.send(GetPen())
    let error = await failure { try await client.revokeToken() }
    guard case .authentication(let failure) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(failure.reason == .insecureConnection(host: "zoo.example.com"))
    #expect(transport.requests.count == 2)
  }

  @Test("keeps the token if it fails, and reports the error without secrets")
  func failures() async throws {
    let transport = server { number in
      switch number {
      case 1:
        Reply(503, [("X-Echo", "token-1")], #"{"error":"token-1","error_description":"s3cr3t"}"#)
      case 2: Reply(401, [], #"{"error":"invalid_client"}"#)
      default: Reply()
      }
    }
    let client = client(transport)
    try await client.send(GetPen())
    let unavailable = try #require(await failure { try await client.revokeToken() })
    #expect(unavailable.statusCode == 503)
    #expect(!"\(unavailable)".contains("token-1") && !"\(unavailable)".contains("s3cr3t"))
    let rejected = try #require(await failure { try await client.revokeToken() })
    guard case .authentication(let reason) = rejected else {
      Issue.record("\(rejected)")
      return
    }
    #expect(reason.reason == .rejected)
    try await client.send(GetPen())
    #expect(transport.requests.last?.headerFields[.authorization] == "Bearer token-1")
    try await client.revokeToken()
    try await client.send(GetPen())
    #expect(transport.requests.last?.headerFields[.authorization] == "Bearer token-2")
  }
}
