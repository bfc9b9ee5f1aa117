import Foundation
import HTTPTypes
import TestSupport
import Testing
import Zoo

@testable import EndpointRuntime

@Suite("The quality of protection")
struct DigestProtectionTests {
  @Test("covers the body with auth-int if the server offers nothing else")
  func computation() {
    let computation = DigestComputation(
      algorithm: .md5, username: "u", realm: "r", password: "p", nonce: "n", method: "POST",
      uri: "/v1/a?b=c",
      protection: .init(
        count: "00000001", cnonce: "0123456789abcdef",
        bodyHash: DigestHash.md5.hex(Data(#"{"q":"x"}"#.utf8))))
    #expect(computation.response == "bda9f18ba587a72decfac7dd20e5a0e8")
  }

  @Test(
    "is auth if it is offered beside auth-int",
    arguments: [
      ("auth,auth-int", "auth"), ("auth-int, auth", "auth"), ("auth-int", "auth-int"),
      ("AUTH-INT", "auth-int"),
    ])
  func choice(offered: String, taken: String) async throws {
    let transport = ScriptedTransport { request, _ in
      request.digest == nil
        ? .challenge(#"Digest realm="r", nonce="n", qop="\#(offered)""#)
        : Reply(#"{"id":"1"}"#)
    }
    try await client(transport).send(SearchHost(body: .string("x")))
    #expect(transport.requests.last?.digest?.qop == taken)
  }

  @Test("hashes bodies in memory, streamed, and missing alike", arguments: DigestHash.allCases)
  func hashes(hash: DigestHash) async throws {
    let bytes = Data((0..<1000).map { UInt8(truncatingIfNeeded: $0) })
    let chunks = [bytes.prefix(1), bytes[1..<128], bytes[128..<300], bytes.dropFirst(300)]
    let body = HTTPBody(replaying: { Chunks(chunks.map { Data($0) }) })
    #expect(try await hash.hex(body) == hash.hex(bytes))
    #expect(try await hash.hex(HTTPBody(Data())) == hash.hex(""))
  }

  @Test("cannot cover a body that can be read only once")
  func unsignable() async {
    let transport = ScriptedTransport { request, _ in
      .challenge(#"Digest realm="r", nonce="n", qop="auth-int""#)
    }
    let error = await endpointError {
      try await client(transport).rawResponse(to: .upload())
    }
    #expect(error?.authentication?.reason == .unsignableBody)
  }

  @Test("fetches the challenge before a body that can be read only once")
  func probe() async throws {
    let transport = ScriptedTransport { request, _ in
      request.digest == nil ? .digest("n") : Reply("{}")
    }
    let client = client(transport)
    _ = try await client.rawResponse(to: .upload())
    _ = try await client.rawResponse(to: .upload())
    #expect(transport.requests.map(\.method) == [.head, .post, .post])
    #expect(transport.bodyCounts == [0, 1, 1])
  }

  @Test("never returns the response to the challenge's request")
  func probeInTrouble() async {
    let transport = ScriptedTransport { _, _ in Reply(503, [("Retry-After", "7")]) }
    let error = await endpointError { try await client(transport).rawResponse(to: .upload()) }
    #expect(error?.api?.status == .serviceUnavailable)
    #expect(error?.api?.retryAfter == .seconds(7))
    #expect(error?.description.contains("HEAD") == true)
    #expect(transport.requests.map(\.method) == [.head])
  }

  @Test("sends no body without a supported challenge")
  func probeUnanswered() async {
    let transport = ScriptedTransport { _, _ in .challenge(#"Basic realm="x""#) }
    let error = await endpointError { try await client(transport).rawResponse(to: .upload()) }
    #expect(error?.offeredSchemes == ["Basic"])
    #expect(transport.requests.map(\.method) == [.head])
  }

  @Test("sends the body to a server without authentication")
  func openServer() async throws {
    let transport = ScriptedTransport { _, _ in Reply("{}") }
    _ = try await client(transport).rawResponse(to: .upload())
    #expect(transport.requests.map(\.method) == [.head, .post])
  }

  @Test("keeps the body from a nonce that may have expired", arguments: [true, false])
  func doubtfulNonce(hasExpired: Bool) async throws {
    let transport = ScriptedTransport { request, number in
      switch request.digest?.nonce {
      case nil: .digest("a")
      case "a" where number > 2 && hasExpired: .digest("b", stale: true)
      default: Reply("{}")
      }
    }
    let clock = ManualClock()
    let client = EndpointClient<ZooAPI>(
      transport, authenticator: DigestAuthenticator(username: "u", password: "p", clock: clock))
    _ = try await client.rawResponse(to: .upload())
    clock.pass(.seconds(60))
    _ = try await client.rawResponse(to: .upload())
    _ = try await client.rawResponse(to: .upload())
    let probes: [HTTPRequest.Method] = hasExpired ? [.head, .head] : [.head]
    #expect(transport.requests.map(\.method) == [.head, .post] + probes + [.post, .post])
    #expect(transport.bodyCounts.filter { $0 == 1 }.count == 3)
  }

  @Test("fails if the nonce becomes stale after the body")
  func stale() async throws {
    let transport = ScriptedTransport { request, number in
      if number == 3 { return .digest("b", stale: true) }
      return request.digest == nil ? .digest("a") : Reply("{}")
    }
    let client = client(transport)
    _ = try await client.rawResponse(to: .upload())
    let error = await endpointError {
      try await client.rawResponse(to: .upload())
    }
    #expect(error?.authentication?.reason == .bodyAlreadySent)
    _ = try await client.rawResponse(to: .upload())
  }

  private func client(_ transport: ScriptedTransport) -> EndpointClient<ZooAPI> {
    EndpointClient(
      transport,
      authenticator: DigestAuthenticator(username: "u", password: "p", clock: StillClock()))
  }
}
