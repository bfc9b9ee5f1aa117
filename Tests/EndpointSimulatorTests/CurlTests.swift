import EndpointSimulator
import Foundation
import TestSupport
import Testing

/// Digest as others implement it.
@Suite("curl", .enabled(if: Curl.path != nil, "curl is not installed"))
struct CurlTests {
  private let user = ["--user", "keeper:open sesame"]

  @Test("authenticates with Digest", arguments: ["MD5", "SHA-256"])
  func accepted(algorithm: String) async throws {
    try await SimulatedZoo.withSimulator(
      credentials: SimulatedZoo.keeper, policy: .init(algorithm: algorithm)
    ) { simulator, call in
      let target = "/hosts/a%2Fb:1/logs/x,%22y.gz?q=1%2C2&envelope=true"
      let result = try await Curl.run(user + ["-H", "X-Skip: 1", call.baseURL + target])
      #expect(
        result == #"{"content":{"HOST":"a\/b","LOG-NAME":"x,\"y","PORT":"1"},"status":200}200"#
          || result == #"{"content":{"HOST":"a/b","LOG-NAME":"x,\"y","PORT":"1"},"status":200}200"#)
      #expect(await simulator.log.map(\.status) == [401, 200])
    }
  }

  @Test(
    "sends a body, in chunks or whole",
    arguments: [[], ["-H", "Transfer-Encoding: chunked"]])
  func body(options: [String]) async throws {
    try await SimulatedZoo.withSimulator(credentials: SimulatedZoo.keeper) { _, call in
      let result = try await Curl.run(
        user + options + ["--json", #"{"id":"1","name":"Rex"}"#, call.baseURL + "/pens"])
      #expect(result == #"{"id":"1","name":"Rex"}201"#)
    }
  }

  @Test("continues after a stale nonce")
  func stale() async throws {
    try await SimulatedZoo.withSimulator(
      credentials: SimulatedZoo.keeper, policy: .init(usesOfNonce: 1)
    ) { simulator, call in
      let url = call.baseURL + "/pens/count"
      let result = try await Curl.run(user + [url, url])
      #expect(result == #"{"count":0}200{"count":0}200"#)
      #expect(await simulator.log.map(\.status) == [401, 200, 401, 200])
    }
  }

  @Test("is rejected with a wrong password")
  func rejected() async throws {
    try await SimulatedZoo.withSimulator(credentials: SimulatedZoo.keeper) { simulator, call in
      let result = try await Curl.run(["--user", "keeper:sesame", call.baseURL + "/pens"])
      #expect(result.hasSuffix("401"))
      #expect(result.contains("UNAUTHORIZED"))
      #expect(await simulator.log.map(\.status) == [401, 401])
    }
  }
}

/// The curl command.
enum Curl {
  static let path = ["/usr/bin/curl", "/usr/local/bin/curl", "/opt/homebrew/bin/curl"]
    .first(where: FileManager.default.isExecutableFile(atPath:))

  /// Runs curl with Digest and gives back the responses' bodies, each followed by its status.
  static func run(_ arguments: [String]) async throws -> String {
    let curl = Command(at: URL(filePath: try #require(path)))
    return try await curl.run(["--silent", "--digest", "--write-out", "%{http_code}"] + arguments)
      .output
  }
}
