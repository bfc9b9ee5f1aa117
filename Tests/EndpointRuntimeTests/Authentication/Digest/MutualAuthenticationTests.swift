@testable import EndpointRuntime
import HTTPTypes
import TestSupport
import Testing
import Zoo

@Suite("Mutual authentication")
struct MutualAuthenticationTests {
  private static let rspauth = "032b646eac28cb0295017ae18ba95fc7"
  private static let rspauthWithBody = "6772c3d96cec747ce5ab46beb8216117"

  /// Sends a request to a server that responds with `Authentication-Info`.
  private func send(_ information: String?, status: Int = 200, isRequired: Bool = true) async
    -> EndpointError?
  {
    let transport = ScriptedTransport { request, _ in
      guard request.digest != nil else {
        return .challenge(#"Digest realm="r", nonce="n", algorithm=MD5, qop="auth""#)
      }
      return Reply(
        status, information.map { [("Authentication-Info", $0)] } ?? [], #"{"id":"1"}"#)
    }
    let client = EndpointClient<ZooAPI>(
      transport,
      authenticator: DigestAuthenticator(
        username: "u", password: "p",
        options: DigestOptions(requiresMutualAuthentication: isRequired),
        clock: StillClock(), cnonce: { "0123456789abcdef" }))
    do {
      #expect(try await client.send(GetPen()) == Pen(id: "1"))
      return nil
    } catch {
      return error as? EndpointError
    }
  }

  @Test(
    "accepts a correct response authentication",
    arguments: [
      #"rspauth="\#(rspauth)""#,
      #"rspauth="\#(rspauth.uppercased())", qop=auth, cnonce="0123456789abcdef", nc=00000001"#,
      #"qop=auth-int, rspauth="\#(rspauthWithBody)""#,
    ])
  func right(information: String) async { #expect(await send(information) == nil) }

  @Test(
    "rejects a wrong or missing response authentication",
    arguments: [
      nil, "", "x", "nextnonce=\"b\"", #"rspauth="""#,
      #"rspauth="00000000000000000000000000000000""#,
      #"rspauth="\#(rspauth)", qop=auth-int"#, #"rspauth="\#(rspauthWithBody)", qop=auth"#,
      #"rspauth="\#(rspauth)", cnonce="another""#, #"rspauth="\#(rspauth)", nc=00000002"#,
      #"rspauth="\#(rspauth)", rspauth="\#(rspauth)""#,
    ])
  func wrong(information: String?) async {
    #expect(await send(information)?.authentication?.reason == .unprovenServer)
  }

  @Test("accepts errors without response authentication, and rejects a wrong one")
  func errors() async {
    #expect(await send(nil, status: 404)?.api?.status == .notFound)
    #expect(
      await send(#"rspauth="0""#, status: 404)?.authentication?.reason == .unprovenServer)
  }

  @Test("ignores response authentication if it is not required")
  func optional() async {
    #expect(await send(nil, isRequired: false) == nil)
    #expect(await send(#"rspauth="0""#, isRequired: false) == nil)
  }

  /// A client that requires proofs.
  private func client(_ transport: ScriptedTransport) -> EndpointClient<ZooAPI> {
    EndpointClient(
      transport,
      authenticator: DigestAuthenticator(
        username: "u", password: "p", options: DigestOptions(requiresMutualAuthentication: true),
        clock: ManualClock(), cnonce: { "0123456789abcdef" }))
  }

  @Test("sends no body to a server that does not challenge")
  func impostor() async {
    let transport = ScriptedTransport { _, _ in Reply(#"{"id":"1"}"#) }
    let client = client(transport)
    for _ in 1...2 {
      let errors = [
        await endpointError { try await client.send(GetPen()) },
        await endpointError { try await client.send(SearchHost(body: .string("secret"))) },
        await endpointError { try await client.send(DeletePen()) },
        await endpointError { try await client.rawResponse(to: .upload()) },
      ]
      #expect(errors.allSatisfy { $0?.authentication?.reason == .unprovenServer })
    }
    #expect(transport.bodyCounts.allSatisfy { $0 == 0 })
    #expect(Set(transport.requests.map(\.method)) == [.get, .head])
  }

  @Test("sends the body after the challenge, and requests no content coding")
  func challengeFirst() async throws {
    let transport = ScriptedTransport { request, _ in
      guard let digest = request.digest else {
        return .challenge(#"Digest realm="r", nonce="n", algorithm=MD5, qop="auth""#)
      }
      let rspauth = DigestComputation(
        algorithm: .md5, username: "u", realm: "r", password: "p", nonce: "n", method: "",
        uri: digest.uri ?? "",
        protection: .init(count: digest.nonceCount ?? "", cnonce: digest.cnonce ?? "")
      ).response
      return Reply(200, [("Authentication-Info", #"rspauth="\#(rspauth)""#)], "{}")
    }
    let client = client(transport)
    for _ in 1...2 { _ = try await client.send(SearchHost(body: .string("secret"))) }
    #expect(transport.requests.map(\.method) == [.head, .post, .post])
    #expect(transport.bodyCounts == [0, 1, 1])
    #expect(transport.requests.allSatisfy { $0.headerFields[.acceptEncoding] == "identity" })
  }

  @Test("ignores the next nonce of an unauthenticated server")
  func nextNonce() async {
    let transport = ScriptedTransport { request, _ in
      request.digest == nil
        ? .challenge(#"Digest realm="r", nonce="n", algorithm=MD5, qop="auth""#)
        : Reply(200, [("Authentication-Info", #"nextnonce="evil""#)], #"{"id":"1"}"#)
    }
    let client = client(transport)
    for _ in 1...2 {
      let error = await endpointError { try await client.send(GetPen()) }
      #expect(error?.authentication?.reason == .unprovenServer)
    }
    #expect(transport.requests.map { $0.digest?.use ?? "-" } == ["-", "n1", "n2"])
  }
}
