import Foundation
import TestSupport
import Testing

@Suite("simulate")
struct SimulateTests {
  private let command = Command("atlas-admin")
  private let lastLine = "snapshot"

  /// Runs the simulator, and the command with what it says to export.
  private func serve(
    _ arguments: [String], exports: String = "KEY", _ operation: (Command) async throws -> Void
  ) async throws -> Int32 {
    try await command.serve(["simulate"] + arguments, readyAfter: lastLine) { lines in
      var client = command
      for line in lines where line.hasPrefix("export ") {
        let parts = line.dropFirst(7).split(separator: "=", maxSplits: 1).map(String.init)
        guard parts[0].hasSuffix(exports) || parts[0].hasSuffix("URL") else { continue }
        client.environment[parts[0]] = parts[1]
      }
      client.environment["MONGODB_ATLAS_PROJECT_ID"] =
        lines.first { $0.hasPrefix("project ") }?.split(separator: " ").last.map(String.init)
      try await operation(client)
    }
  }

  @Test("keeps its resources in a file until it is terminated, and goes on with them")
  func state() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = folder.url.appending(path: "state.json").path
    let created = try await serve(["--state", file]) { client in
      let result = try await client.run([
        "call", "CreateProject", "--set", "name=Kept", "--set", "orgId=5e2f0a1b9c8d7e6f5a4b9000",
      ])
      #expect(result.status == 0, "\(result.error)")
    }
    #expect(created == 0)
    let kept = try await serve(["--state", file]) { client in
      let result = try await client.run(["call", "ListProjects", "--all"])
      #expect(result.output.contains("Kept"))
      #expect(result.output.contains("MyProject"))
    }
    #expect(kept == 0)
  }

  @Test("rejects a file that is not a state")
  func brokenState() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let file = try folder.write(#"{"version": 2}"#, to: "state.json")
    let result = try await command.run(["simulate", "--state", file.path])
    #expect(result.status == 2)
    #expect(result.error.contains("it is not a state of the simulator: 'version' is not 1"))
  }

  @Test("accepts the service account that it prints")
  func serviceAccount() async throws {
    let status = try await serve([], exports: "T_ID") { client in
      var client = client
      client.environment["MONGODB_ATLAS_CLIENT_SECRET"] =
        "mdb_sa_sk_0000000000000000000000000000000000000000"
      let result = try await client.run(["call", "ListClusters"])
      #expect(result.status == 0, "\(result.error)")
    }
    #expect(status == 0)
  }

  @Test("makes requests fail as it is told")
  func faults() async throws {
    let arguments = [
      "--fault", "status=400;endpoint=ListClusters;times=1", "--rate-limit", "1/24h",
    ]
    let status = try await serve(arguments) { client in
      let failed = try await client.run(["call", "ListClusters"])
      #expect(failed.status == 1)
      let limited = try await client.run(["call", "ListClusters", "--timeout", "1"])
      #expect(limited.status != 0)
    }
    #expect(status == 0)
  }

  @Test(
    "rejects invalid options",
    arguments: [
      (["--fault", "explode"], "explode"), (["--rate-limit", "100"], "100/1m"),
      (["--certificate", "a.pem"], "--certificate-key"),
    ])
  func invalid(arguments: [String], text: String) async throws {
    let result = try await command.run(["simulate"] + arguments)
    #expect(result.status == 2)
    #expect(result.error.contains(text))
  }
}
