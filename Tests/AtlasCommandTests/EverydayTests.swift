import AtlasSimulator
import EndpointRuntime
import Foundation
import TestSupport
import Testing

@testable import atlas_admin

/// What people do with the command, each as they type it.
@Suite("An everyday job")
final class EverydayTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  deinit { folder.remove() }

  @Test("lists all clusters as a table")
  func table() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.run(
        "call", "ListClusters", "--all", "--columns", "name,stateName")
      #expect(result.status == 0, "\(result.error)")
      #expect(result.output == "name       stateName\nMyCluster  IDLE\n")
    }
  }

  @Test("shows what was added to the access list as a table")
  func addedItems() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.run(
        "call", "CreateProjectAccessListEntries", "--set", "ipAddress=203.0.113.7", "--output",
        "table")
      #expect(result.output == "cidrBlock       ipAddress\n203.0.113.7/32  203.0.113.7\n")
    }
  }

  @Test("checks which roles the credentials have")
  func roles() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.run("auth", "check")
      #expect(result.status == 0, "\(result.error)")
      #expect(
        result.output.contains("GROUP_OWNER of \(atlas.simulated.groupID) (from the server)"))
    }
  }

  @Test("creates a download, and waits until it is ready")
  func waitForDownload() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.run(
        "call", "CreateRestoreJob", "--cluster-name", atlas.simulated.clusterName, "--set",
        "deliveryType=download", "--set", "snapshotId=\(atlas.simulated.snapshotID)", "--wait",
        "--interval", "0.05")
      #expect(result.status == 0, "\(result.error)")
      #expect(result.error.contains("GetRestoreJob: downloadable or finished ("))
      #expect(!result.error.contains("false") && !result.error.contains("https://"))
    }
  }

  @Test("creates a cluster from an edited example, and waits until it is idle")
  func createCluster() async throws {
    try await Atlas.run { atlas in
      let example = try await atlas.run("explain", "CreateCluster", "--example")
      try folder.write(
        example.output.replacing("\"Orders\"", with: "\"Shop\""), to: "cluster.json")
      let result = try await atlas.run(
        "call", "CreateCluster", "--body", "cluster.json", "--wait", "--interval", "0.05",
        "--filter", "$.stateName", "--output", "text", in: folder.url)
      #expect(result.status == 0, "\(result.error)")
      #expect(result.output == "IDLE\n")
      #expect(result.error.contains("GetCluster: IDLE ("))
      let list = try await atlas.run(
        "call", "ListClusters", "--all", "--filter", "$[*].name", "--output", "text")
      #expect(Set(list.output.split(separator: "\n")) == ["MyCluster", "Shop"])
    }
  }

  @Test("downloads a log to a file")
  func download() async throws {
    let log = Data([0x1F, 0x8B, 0x00, 0xFF])
    let handler: Handler = { _, _ in .data(log, contentType: "application/gzip") }
    try await Atlas.run(handlers: ["DownloadLog": handler, "DownloadClusterLog": handler]) {
      atlas in
      let result = try await atlas.run(
        "call", "--api", "v1", "DownloadLog", "--hostname", "host.example.com", "--log-name",
        "mongodb.gz", "--start-date", "2026-01-31T12:00:00Z", "--output-file", "log.gz",
        in: folder.url)
      #expect(result.status == 0, "\(result.error)")
      #expect(result.output == "" && result.error == "")
      #expect(try Data(contentsOf: folder.url.appending(path: "log.gz")) == log)
    }
  }

  @Test("takes a snapshot, and waits until it is completed")
  func snapshot() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.run(
        "call", "TakeSnapshot", "--cluster-name", "MyCluster", "--set", "description=Before 2.0",
        "--set", "retentionInDays=3", "--until", "completed", "--interval", "0.05")
      #expect(result.status == 0, "\(result.error)")
      #expect(result.json?["status"] == "completed")
      #expect(result.json?["description"] == "Before 2.0")
    }
  }

  @Test("adds an entry to the access list")
  func accessList() async throws {
    try await Atlas.run { atlas in
      let added = try await atlas.run(
        "call", "CreateProjectAccessListEntries", "--set", "ipAddress=203.0.113.7", "--set",
        "comment=Office")
      #expect(added.status == 0, "\(added.error)")
      let list = try await atlas.run(
        "call", "ListProjectAccessListEntries", "--all", "--filter",
        "$[?@.ipAddress == '203.0.113.7'].comment", "--output", "text")
      #expect(list.output == "Office\n", "\(list.error)")
    }
  }

  @Test("finds a project by its name, and prints its identifier")
  func project() async throws {
    try await Atlas.run { atlas in
      let id = atlas.simulated.groupID.rawValue
      let named = try await atlas.run("call", "GetProject", "--filter", "$.name", "-o", "text")
      let name = named.output.trimmingCharacters(in: .newlines)
      #expect(!name.isEmpty, "\(named.error)")
      let result = try await atlas.run(
        "call", "ListProjects", "--filter", "$.results[?@.name=='\(name)'].id", "-o", "text")
      #expect(result.output == id + "\n", "\(result.error)")
    }
  }

  @Test("restores a snapshot, and waits for the end")
  func restore() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.run(
        "call", "CreateRestoreJob", "--cluster-name", "MyCluster", "--set",
        "deliveryType=automated", "--set", "snapshotId=\(atlas.simulated.snapshotID)", "--set",
        "targetClusterName=MyCluster", "--set", "targetGroupId=\(atlas.simulated.groupID)",
        "--wait", "--interval", "0.05")
      #expect(result.status == 0, "\(result.error)")
      #expect(result.json?["finishedAt"]?.string != nil)
    }
  }

  @Test("deletes a cluster, and waits until it is deleted")
  func delete() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.run(
        "call", "DeleteCluster", "--cluster-name", "MyCluster", "--wait", "--interval", "0.05")
      #expect(result.status == 0, "\(result.error)")
      #expect(result.output == "")
      let gone = try await atlas.run("call", "GetCluster", "--cluster-name", "MyCluster")
      #expect(gone.status == 1)
    }
  }

  @Test("reads errors as JSON")
  func errors() async throws {
    try await Atlas.run { atlas in
      let missing = try await atlas.run(
        "call", "GetCluster", "--cluster-name", "Nowhere", "--error-format", "json")
      #expect(missing.status == 1 && missing.output == "")
      let error = try JSONDecoder().decode(JSON.self, from: Data(missing.error.utf8))
      #expect(error["status"] == 404 && error["code"] == "CLUSTER_NOT_FOUND")
      #expect(error["kind"] == "api" && error["endpoint"] == "GetCluster")
      for arguments in [["--error-format=json", "call"], ["call", "--error-format", "json", "X"]] {
        let usage = try await atlas.command.run(
          arguments.first == "call" ? arguments : ["call", arguments[0]])
        let error = try JSONDecoder().decode(JSON.self, from: Data(usage.error.utf8))
        #expect(usage.status == 2 && error["kind"] == "usage" && error["exitStatus"] == 2)
      }
    }
  }

  @Test("checks the credentials")
  func authentication() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.run("auth", "check")
      #expect(result.status == 0, "\(result.error)")
      #expect(
        result.output.hasPrefix(
          "credentials   API key (HTTP Digest) (from MONGODB_ATLAS_PUBLIC_KEY and "))
      #expect(result.output.hasSuffix("The server accepts the credentials.\n"))
      #expect(!result.output.contains(Atlas.privateKey))
      let json = try await atlas.run("auth", "check", "--output", "json")
      #expect(json.json?["server"]?["source"] == "MONGODB_ATLAS_BASE_URL")
      #expect(json.json?["project"]?["value"]?.string == atlas.simulated.groupID.rawValue)
      var stranger = atlas
      stranger.command.environment["MONGODB_ATLAS_PRIVATE_KEY"] = "wrong-key"
      let rejected = try await stranger.run("auth", "check")
      #expect(rejected.status == 3)
      #expect(rejected.output.contains("(from MONGODB_ATLAS_PUBLIC_KEY"))
      #expect(rejected.error.contains("the server rejected the credentials"))
    }
  }

  @Test("prints lists as JSON Lines, JSON, YAML, and CSV")
  func formats() async throws {
    try await Atlas.run { atlas in
      func lines(_ arguments: String...) async throws -> [Substring] {
        let result = try await atlas.command.run(
          ["call", "ListSnapshots", "--all", "--items-per-page", "1"] + atlas.cluster + arguments)
        #expect(result.status == 0, "\(result.error)")
        return result.output.split(separator: "\n")
      }
      let standard = try await lines()
      #expect(standard.count == 2 && standard.allSatisfy { $0.hasPrefix("{") })
      let json = try await lines("-o", "json")
      #expect(json.first == "[")
      let yaml = try await lines("-o", "yaml")
      #expect(yaml.first?.hasPrefix("- ") == true)
      let csv = try await lines("-o", "csv", "--columns", "id")
      #expect(csv.joined().hasPrefix("id\r\n"))
      let file = folder.url.appending(path: "list.jsonl")
      let none = try await lines("--output-file", file.path)
      #expect(none.isEmpty)
      #expect(try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count == 2)
    }
  }

  @Test("does not print an archive on a terminal", .enabled(if: Self.hasTerminal))
  func terminal() async throws {
    try await Atlas.run { atlas in
      var shell = Command(at: URL(filePath: "/usr/bin/script"))
      shell.environment = atlas.command.environment
      let result = try await shell.run([
        "-qec",
        "\(atlas.command.url.path) call --api v1 DownloadLog --group-id \(atlas.simulated.groupID) "
          + "--hostname host --log-name mongodb.gz", "/dev/null",
      ])
      #expect(result.status == 2)
      #expect(result.output.contains("which a terminal cannot show"))
      #expect(await atlas.log == [])
    }
  }

  @Test("shows the progress of a download on a terminal", .enabled(if: Self.hasTerminal))
  func progress() async throws {
    let handler: Handler = { _, _ in
      .data(Data(repeating: 0x1F, count: 2_000_000), contentType: "application/gzip")
    }
    try await Atlas.run(handlers: ["DownloadLog": handler]) { atlas in
      var shell = Command(at: URL(filePath: "/usr/bin/script"))
      shell.environment = atlas.command.environment
      let file = folder.url.appending(path: "log.gz").path
      let result = try await shell.run([
        "-qec",
        "\(atlas.command.url.path) call --api v1 DownloadLog --group-id \(atlas.simulated.groupID) "
          + "--hostname host --log-name mongodb.gz --output-file \(file)", "/dev/null",
      ])
      #expect(result.status == 0)
      #expect(result.output.contains("log.gz  [########################] 100%  2.0 MB of 2.0 MB"))
    }
  }

  private static let hasTerminal = FileManager.default.isExecutableFile(atPath: "/usr/bin/script")
}
