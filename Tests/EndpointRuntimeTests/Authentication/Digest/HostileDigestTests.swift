import Foundation
import HTTPTypes
import TestSupport
import Testing
import Zoo

@testable import EndpointRuntime

@Suite("Digest with unusual and hostile servers", .timeLimit(.minutes(1)))
struct HostileDigestTests {
  private let pen = Reply(#"{"id":"1"}"#)

  private func client(_ transport: ScriptedTransport) -> EndpointClient<ZooAPI> {
    EndpointClient(
      transport,
      authenticator: DigestAuthenticator(username: "u", password: "p", clock: ManualClock()))
  }

  private func rejection(_ fields: [String]) -> Reply {
    Reply(401, fields.map { ("WWW-Authenticate", $0) })
  }

  @Test("reports the first challenge correctly or not at all", arguments: HostileChallenge.first)
  func first(challenge: HostileChallenge) async throws {
    let transport = ScriptedTransport { [pen] request, _ in
      request.headerFields.contains(.authorization) ? pen : rejection(challenge.fields)
    }
    let error = await endpointError { try await client(transport).send(GetPen()) }
    switch challenge.outcome {
    case .rejected:
      #expect(error?.offeredSchemes != nil)
      #expect(transport.requests.count == 1)
    case .signed(let nonce, let realm, let qop, let algorithm):
      #expect(error == nil)
      #expect(transport.requests.count == 2)
      let request = try #require(transport.requests.last)
      let digest = try #require(request.digest)
      #expect(digest.nonce == nonce)
      #expect(digest.realm == realm)
      #expect(digest.qop == qop)
      #expect(digest.uri == request.path)
      let protection = qop.map { qop in
        DigestComputation.Protection(
          count: "00000001", cnonce: digest.cnonce ?? "",
          bodyHash: qop == "auth-int" ? algorithm.hash.hex(Data()) : nil)
      }
      let expected = DigestComputation(
        algorithm: algorithm, username: "u", realm: realm, password: "p", nonce: nonce,
        method: "GET", uri: request.path ?? "", protection: protection)
      #expect(digest.response == expected.response)
    }
  }

  @Test("sends at most one more request after a rejection", arguments: HostileRejection.all)
  func rejected(rejection: HostileRejection) async throws {
    let transport = ScriptedTransport { [pen] request, number in
      switch number {
      case 1: .challenge(#"Digest realm="r", nonce="a", qop="auth""#)
      case 2: self.rejection(rejection.fields)
      default: pen
      }
    }
    let error = await endpointError { try await client(transport).send(GetPen()) }
    let uses = transport.requests.map { $0.digest?.use ?? "" }
    #expect(uses == ["", "a1"] + (rejection.use.map { [$0] } ?? []))
    #expect(error?.authentication?.reason == (rejection.use == nil ? .rejected : nil))
  }

  @Test("fails after repeated rejections", arguments: HostileRejection.all)
  func rejectedForEver(rejection: HostileRejection) async throws {
    let transport = ScriptedTransport { _, number in
      number == 1
        ? .challenge(#"Digest realm="r", nonce="a", qop="auth""#) : self.rejection(rejection.fields)
    }
    let client = client(transport)
    let error = await endpointError { try await client.send(GetPen()) }
    #expect(error?.authentication != nil)
    #expect(transport.requests.count == (rejection.use == nil ? 2 : 3))
    _ = await endpointError { try await client.send(GetPen()) }
    #expect(transport.requests.count <= 5)
  }

  @Test("uses a next nonce only if it is valid", arguments: HostileInformation.all)
  func information(information: HostileInformation) async throws {
    let transport = ScriptedTransport { request, _ in
      request.digest == nil
        ? .challenge(#"Digest realm="r", nonce="a", qop="auth""#)
        : Reply(200, [("Authentication-Info", information.field)], #"{"id":"1"}"#)
    }
    let client = client(transport)
    for _ in 1...2 { try await client.send(GetPen()) }
    #expect(transport.requests.map { $0.digest?.use ?? "" } == ["", "a1", information.use])
  }

  @Test("terminates after at most three requests, whatever the server sends")
  func anything() async throws {
    var generator = SplitMix(state: 11)
    let pool = HostileChallenge.first.map(\.fields) + HostileRejection.all.map(\.fields)
    let information = HostileInformation.all.map(\.field)
    for _ in 0..<300 {
      let replies = (0..<20).map { _ in
        Int.random(in: 0..<4, using: &generator) == 0
          ? Reply(
            200, [("Authentication-Info", information.randomElement(using: &generator) ?? "")],
            #"{"id":"1"}"#)
          : rejection(pool.randomElement(using: &generator) ?? [])
      }
      let transport = ScriptedTransport { _, number in replies[number % replies.count] }
      let client = client(transport)
      for _ in 1...4 {
        let before = transport.requests.count
        let error = await endpointError { try await client.send(GetPen()) }
        #expect(error == nil || error?.authentication != nil)
        #expect(transport.requests.count - before <= 3)
      }
    }
  }
}
