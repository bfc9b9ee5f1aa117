import EndpointRuntime
import Foundation
import TestSupport
import Testing

@Suite("atlas-admin")
struct CommandTests {
  private let command = Command("atlas-admin")

  @Test("lists all details of each endpoint as JSON")
  func endpointsJSON() async throws {
    let result = try await command.run(["endpoints", "--api", "v1", "--output", "json"])
    #expect(result.status == 0)
    let endpoints = try #require(result.json?.array)
    #expect(endpoints.count >= 7)
    let list = try #require(endpoints.first { $0["name"] == "ListRestoreJobs" })
    let path = "/groups/{GROUP-ID}/clusters/{CLUSTER-NAME}/backup/restoreJobs"
    #expect(list["tag"] == "CloudBackupRestoreJobs")
    #expect(list["method"] == "GET")
    #expect(list["path"] == .string(path))
    #expect(list["url"] == .string("https://cloud.mongodb.com/api/atlas/v1.0" + path))
    #expect(list["pathParams"] == ["GROUP-ID", "CLUSTER-NAME"])
    #expect(list["headerParams"] == [])
    #expect(list["bodyType"] == .some(.null))
    #expect(list["responseType"] == "RestoreJob")
    #expect(list["paginated"] == true)
    #expect(list["deprecated"] == false)
    let query = try #require(list["queryParams"]?.array)
    #expect(
      query.contains(["name": "itemsPerPage", "type": "Int", "required": false, "default": "100"]))
    #expect(
      query.contains(["name": "envelope", "type": "Bool", "required": false, "default": "false"]))
    let log = try #require(endpoints.first { $0["name"] == "DownloadLog" })
    let start = log["queryParams"]?.array?.first { $0["name"] == "startDate" }
    #expect(start?["type"] == "Date")
    #expect(start?["unit"] == "seconds")
    let cancel = try #require(endpoints.first { $0["name"] == "CancelRestoreJob" })
    #expect(cancel["responseType"] == .some(.null))
    let create = try #require(endpoints.first { $0["name"] == "CreateRestoreJob" })
    #expect(create["bodyType"] == "RestoreJobRequest")
  }

  @Test("lists all endpoints of API v2")
  func endpointsV2() async throws {
    let result = try await command.run(["endpoints", "--api", "v2", "--format", "json"])
    let operations = Set(
      try #require(result.json?.array).map { "\($0["method"] ?? "") \($0["path"] ?? "")" })
    #expect(operations.count == 514)
  }

  @Test("lists one endpoint on each line")
  func endpointsText() async throws {
    let result = try await command.run(["endpoints", "--api", "v1"])
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    #expect(lines.contains { $0.contains("CancelRestoreJob ") && $0.contains(" DELETE ") })
  }

  @Test("finds endpoints by tag and words")
  func endpointWords() async throws {
    func names(_ arguments: String...) async throws -> [String] {
      let result = try await command.run(["endpoints"] + arguments)
      #expect(result.status == 0, "\(result.error)")
      return result.output.split(separator: "\n").compactMap { line in
        line.split(separator: " ").first.map(String.init)
      }
    }
    #expect(try await names("restorejob", "cancel").contains("CancelRestoreJob"))
    let clusters = try await names("--tag", "clusters", "creates a CLUSTER")
    #expect(clusters == ["CreateCluster"])
    let unknownTag = try await command.run(["endpoints", "--tag", "Clustres"])
    #expect(unknownTag.status == 2)
    #expect(unknownTag.error == "error: unknown tag 'Clustres'; did you mean 'Clusters'?\n")
    let unknownWord = try await command.run(["endpoints", "unicorn"])
    #expect(unknownWord.status == 2)
    #expect(unknownWord.error == "error: no endpoint has 'unicorn'\n")
  }

  @Test(
    "exits with 2 for unknown arguments",
    arguments: [["bogus"], ["call"], ["endpoints", "--output", "xml"]])
  func usage(arguments: [String]) async throws {
    let result = try await command.run(arguments)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.error != "")
  }

  @Test("suggests another port if the port of simulate is in use")
  func portInUse() async throws {
    try await Atlas.run { atlas in
      let url = atlas.command.environment["MONGODB_ATLAS_BASE_URL"].flatMap { URL(string: $0) }
      let port = try #require(url?.port)
      let result = try await command.run(["simulate", "--port", "\(port)"])
      #expect(result.status == 3)
      #expect(
        result.error
          == "error: cannot listen on port \(port): the port is in use; choose another with --port\n"
      )
    }
  }

  @Test("prints help and version with success", arguments: ["--help", "--version", "help"])
  func help(argument: String) async throws {
    let result = try await command.run([argument])
    #expect(result.status == 0)
    #expect(result.error == "")
    #expect(result.output != "")
  }
}
