import EndpointAsyncHTTPClient
import EndpointRuntime
import EndpointSimulator
import Foundation
import HTTPTypes
import Testing
import Zoo

@Suite("The Digest of the simulator")
struct DigestTests {
  /// Credentials as they are sent, right unless a test spoils them.
  private struct Credentials {
    var username = "keeper"
    var password = "open sesame"
    var realm = "MMS Public API"
    var nonce: String
    var uri = "/v1/pens"
    var count = "00000001"
    var method = "GET"
    var algorithm = "MD5"

    var field: String {
      let computation = DigestComputation(
        algorithm: DigestAlgorithm(name: algorithm) ?? DigestAlgorithm(.md5), username: username,
        realm: realm, password: password, nonce: nonce, method: method, uri: uri,
        protection: .init(count: count, cnonce: "c"))
      return "Digest username=\"\(username)\", realm=\"\(realm)\", nonce=\"\(nonce)\", "
        + "uri=\"\(uri)\", algorithm=\(algorithm), qop=auth, nc=\(count), cnonce=\"c\", "
        + "response=\"\(computation.response)\""
    }
  }

  private func nonce(of response: RawClient.Response) throws -> String {
    let field = try #require(response.fields[.wwwAuthenticate])
    return String(try #require(try /nonce="([0-9a-z]+)"/.firstMatch(in: field)).1)
  }

  private func isStale(_ response: RawClient.Response) -> Bool {
    response.fields[.wwwAuthenticate]?.contains("stale=true") == true
  }

  @Test("begins with a challenge like Atlas's, whatever is requested")
  func challenge() async throws {
    try await SimulatedZoo.withSimulator(credentials: SimulatedZoo.keeper) { _, call in
      let response = try await call("GET", "/nowhere?envelope=true")
      #expect(response.status == 401)
      let nonce = try nonce(of: response)
      #expect(
        response.fields[.wwwAuthenticate]
          == "Digest realm=\"MMS Public API\", domain=\"\", nonce=\"\(nonce)\", "
          + "algorithm=MD5, qop=\"auth\", stale=false")
      #expect(response.fields[.contentType] == "application/json;charset=ISO-8859-1")
      #expect(response.json?["reason"] == "Unauthorized")
      let next = try self.nonce(of: try await call("GET", "/nowhere"))
      #expect(next != nonce)
    }
  }

  @Test("accepts the counts of a nonce in any order, but once")
  func counts() async throws {
    try await SimulatedZoo.withSimulator(credentials: SimulatedZoo.keeper) { _, call in
      var credentials = Credentials(nonce: try nonce(of: try await call("GET", "/pens")))
      for (count, status) in [
        ("00000003", 200), ("00000001", 200), ("00000001", 401), ("00000003", 401),
        ("0000000a", 200), ("00000002", 200), ("00000002", 401), ("00000000", 401),
      ] {
        credentials.count = count
        let response = try await call("GET", "/pens", authorization: credentials.field)
        #expect(response.status == status, "count \(count)")
        #expect(isStale(response) == (status == 401 && count != "00000000"), "count \(count)")
      }
    }
  }

  @Test("reports a stale nonce only to clients that know the password")
  func unknownNonce() async throws {
    try await SimulatedZoo.withSimulator(credentials: SimulatedZoo.keeper) { _, call in
      var credentials = Credentials(nonce: "0123456789abcdef")
      let known = try await call("GET", "/pens", authorization: credentials.field)
      #expect(known.status == 401 && isStale(known))
      credentials.password = "open"
      let unknown = try await call("GET", "/pens", authorization: credentials.field)
      #expect(unknown.status == 401 && !isStale(unknown))
    }
  }

  @Test("rejects credentials for another request")
  func rejections() async throws {
    try await SimulatedZoo.withSimulator(credentials: SimulatedZoo.keeper) { _, call in
      let good = Credentials(nonce: try nonce(of: try await call("GET", "/pens")))
      let spoilt: [(inout Credentials) -> Void] = [
        { $0.username = "keepex" }, { $0.password = "open sesamf" }, { $0.realm = "Zoo" },
        { $0.uri = "/v1/pens?x=1" }, { $0.uri = "/v1/%70ens" }, { $0.method = "POST" },
        { $0.algorithm = "SHA-256" }, { $0.count = "1" }, { $0.count = "+0000001" },
      ]
      for (number, spoil) in spoilt.enumerated() {
        var credentials = good
        spoil(&credentials)
        let response = try await call("GET", "/pens", authorization: credentials.field)
        #expect(response.status == 401 && !isStale(response), "spoilt \(number)")
      }
      let others = [
        "Basic a2VlcGVyOm9wZW4gc2VzYW1l", "Digest", "Digest ,,=", good.field + ", nc=00000002",
        good.field.replacing("qop=auth, ", with: ""), good.field.replacing(" ", with: ""),
        good.field.replacing("uri=\"/v1/pens\"", with: "uri=\"/v1/pens/count\""),
      ]
      for field in others {
        #expect(try await call("GET", "/pens", authorization: field).status == 401, "\(field)")
      }
      #expect(try await call("GET", "/pens", authorization: good.field).status == 200)
    }
  }

  @Test("continues with the next nonce after the last count", arguments: ["MD5", "SHA-256"])
  func ourClient(algorithm: String) async throws {
    try await SimulatedZoo.withSimulator(
      credentials: SimulatedZoo.keeper, policy: .init(algorithm: algorithm, usesOfNonce: 2)
    ) { simulator, call in
      let client = EndpointClient<ZooAPI>(
        baseURL: try BaseURL(call.baseURL),
        authenticator: DigestAuthenticator(username: "keeper", password: "open sesame"),
        transport: AsyncHTTPClientTransport())
      for _ in 1...4 { _ = try await client.send(ListPens()) }
      #expect(await simulator.log.map(\.status) == [401, 200, 200, 401, 200, 200])
      #expect(await simulator.log.map(\.isAuthorized) == [false, true, true, true, true, true])
    }
  }

  @Test("does not reveal the password")
  func redaction() {
    var text = ""
    dump(SimulatedZoo.keeper, to: &text)
    text += "\(SimulatedZoo.keeper) \(String(reflecting: SimulatedZoo.keeper))"
    #expect(!text.contains("sesame"))
  }
}
