import AtlasSimulator
import EndpointModel
import EndpointRuntime
import Foundation
import TestSupport
import Testing

@Suite("atlas-admin call")
struct CallTests {
  @Test("prints only the JSON of the response")
  func success() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.call("ListSnapshots")
      #expect(result.status == 0)
      #expect(result.error == "")
      #expect(result.json?["totalCount"] == 2)
      #expect(
        result.json?["results"]?.array?.last?["id"]?.string == atlas.simulated.snapshotID.rawValue)
      #expect(result.output.hasSuffix("}\n"))
      #expect(await atlas.log == ["GET 401", "GET 200"])
    }
  }

  @Test("fails for a response that is not JSON, such as a proxy's page")
  func noJSON() async throws {
    let page: Handler = { _, _ throws(SimulatedError) in
      .data(Data("<html>Log in</html>".utf8), contentType: "text/html", status: 200)
    }
    try await Atlas.run(handlers: ["ListSnapshots": page]) { atlas in
      let result = try await atlas.call("ListSnapshots")
      #expect(result.status == 3)
      #expect(result.output == "")
      #expect(result.error.contains("is not JSON; it begins with: \"<html>Log in</html>\""))
    }
  }

  @Test("does the main job, regardless of the case of names")
  func mainJob() async throws {
    try await Atlas.run { atlas in
      let created = try await atlas.call("createrestorejob", "--body", "-", input: atlas.download)
      #expect(created.status == 0)
      let id = try #require(created.json?["id"]?.string)
      let cancelled = try await atlas.call("CancelRestoreJob", "--job-id", id)
      #expect(cancelled.status == 0)
      #expect(cancelled.output == "")
      let fetched = try await atlas.call("GetRestoreJob", "--JOB-ID=\(id)")
      #expect(fetched.json?["cancelled"] == true)
    }
  }

  @Test("sends the query unchanged")
  func query() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.call(
        "ListSnapshots", "--items-per-page", "1", "--pageNum=2")
      #expect(result.json?["results"]?.array?.count == 1)
      #expect(
        await atlas.simulated.simulator.log.last?.target.hasSuffix("?itemsPerPage=1&pageNum=2")
          == true)
    }
  }

  @Test("prints the status line and the header fields with --include")
  func include() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.call("ListSnapshots", "--include")
      let parts = result.output.split(separator: "\n\n", maxSplits: 1)
      let head = try #require(parts.first).split(separator: "\n")
      #expect(head.first == "HTTP/1.1 200 OK")
      #expect(head.contains { $0.lowercased() == "content-type: application/json" })
      #expect(parts.last?.hasPrefix("{") == true)
    }
  }

  @Test("prints the envelope with --envelope, and indents with --pretty")
  func conventions() async throws {
    try await Atlas.run { atlas in
      let snapshot = "\(atlas.simulated.snapshotID)"
      let single = try await atlas.call("GetSnapshot", "--snapshot-id", snapshot, "--envelope")
      #expect(single.json?["status"] == 200)
      #expect(single.json?["content"]?["status"] == "completed")
      let list = try await atlas.call("ListSnapshots", "--envelope", "--pretty")
      #expect(list.json?["status"] == 200)
      #expect(list.json?["results"]?.array?.count == 2)
      #expect(list.output.contains("\n  \"status\" : 200"))
      let plain = try await atlas.call("ListSnapshots")
      #expect(plain.output.filter { $0 == "\n" }.count == 1)
    }
  }

  @Test("reads a body from a file")
  func bodyFile() async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    try await Atlas.run { atlas in
      let file = try folder.write(atlas.download, to: "job.json")
      let result = try await atlas.call("CreateRestoreJob", "--body", file.path)
      #expect(result.status == 0)
      #expect(result.json?["deliveryType"] == "download")
    }
  }

  @Test("rejects an unknown value of an enum before the request")
  func enumValues() async throws {
    try await Atlas.run { atlas in
      let project = "\(atlas.simulated.groupID)"
      let arguments = ["call", "--api", "v1", "ListAlerts", "--group-id", project, "--status"]
      let result = try await atlas.command.run(arguments + ["OPN"])
      #expect(result.status == 2)
      #expect(result.error.contains("--status must be one of "))
      #expect(result.error.contains("not 'OPN'; did you mean 'OPEN'?"))
      #expect(await atlas.log == [])
      #expect(try await atlas.command.run(arguments + ["OPEN"]).status == 0)
    }
  }

  @Test("exits with 1 and prints code and detail for an error response")
  func apiError() async throws {
    let id = "5e2f0a1b9c8d7e6f5a4bffff"
    try await Atlas.run { atlas in
      for options in [
        [], ["--envelope"], ["--include"], ["--envelope", "true"], ["--Envelope=true", "--pretty"],
      ] {
        let result = try await atlas.command.run(
          ["call", "--api", "v1", "CancelRestoreJob", "--job-id", id] + atlas.cluster
            + options)
        #expect(result.status == 1)
        #expect(result.output == "")
        #expect(
          result.error.hasPrefix(
            "error: CancelRestoreJob responded with 404 RESTORE_JOB_NOT_FOUND: "
              + "No restore job with ID \(id) exists."))
      }
      let automated = try await atlas.call(
        "CreateRestoreJob", "--body", "-",
        input: """
          {"deliveryType": "automated", "snapshotId": "\(atlas.simulated.snapshotID)",
           "targetClusterName": "\(atlas.simulated.clusterName)", "targetGroupId": "\(atlas.simulated.groupID)"}
          """)
      let id = try #require(automated.json?["id"]?.string)
      let result = try await atlas.call("CancelRestoreJob", "--job-id", id)
      #expect(result.status == 1)
      #expect(result.error.contains("400 CANNOT_CANCEL_AUTOMATED_RESTORE"))
      #expect(result.error.contains("Only jobs with the delivery type \"download\""))
    }
  }

  @Test(
    "exits with 2 and prints the correct usage for a usage error",
    arguments: [
      (
        ["CancelRestoreJo"],
        "unknown endpoint 'CancelRestoreJo'; did you mean 'CancelRestoreJob'?"
      ),
      (["Zzz"], "unknown endpoint 'Zzz'; run 'atlas-admin endpoints' for a list"),
      (["GetRestoreJob"], "GetRestoreJob needs --job-id (ObjectID); 'atlas-admin explain"),
      (["GetRestoreJob", "--job-id", "xyz"], "must be an identifier of 24 hexadecimal digits"),
      (["ListSnapshots", "--items-per-page=501"], "is greater than the maximum 500"),
      (["ListSnapshots", "--pretty", "--pretty=false"], "--pretty is given twice"),
      (["ListSnapshots", "--page-num", "1", "--pageNum", "2"], "--page-num is given twice"),
      (
        ["ListSnapshots", "--page-num"], "if '--group-id' is the value, write --page-num=--group-id"
      ),
      (
        ["ListSnapshots", "--page-nmu", "1"],
        "has no parameter '--page-nmu'; did you mean '--page-num'?"
      ),
      (["ListSnapshots", "--fliter", "1"], "no parameter '--fliter'; did you mean '--filter'?"),
      (["ListSnapshots", "--zzz"], "'atlas-admin explain ListSnapshots' lists its parameters"),
      (["ListSnapshots", "pageNum=1"], "unexpected argument 'pageNum=1'; write parameters as"),
      (["--page-num", "1", "ListSnapshots"], "Write the name of the endpoint before '--page-num'"),
      (["CreateRestoreJob", "--body", "{}"], "to pass JSON directly, pipe it to --body -"),
      (
        [
          "CreateRestoreJob", "--body",
          "\n{\"a\": \"" + String(repeating: "/a", count: 999) + "\"}",
        ],
        "to pass JSON directly, pipe it to --body -"
      ),
      (
        ["CreateRestoreJob", "--body", "[" + String(repeating: "1", count: 999) + "]"],
        "to pass JSON directly, pipe it to --body -"
      ),
      (["ListSnapshots", "--output-file", ""], "--output-file needs a file name"),
      (["CreateRestoreJob", "--body", "/"], "'/' cannot be read: Is a directory"),
      (["ListSnapshots", "--page-num", "x"], "--page-num must be of type Int, not 'x'"),
      (["ListSnapshots", "--body", "-"], "ListSnapshots has no body; leave out --body and --set"),
      (["ListSnapshots", "--set", "a=1"], "ListSnapshots has no body; leave out --set"),
      (["ListSnapshots", "--wait", "--all"], "either --all or --wait"),
      (["GetBackupSchedule", "--all"], "GetBackupSchedule returns no list; leave out --all"),
      (["ListSnapshots", "--until", "idle"], "nothing can be waited for after ListSnapshots"),
      (["ListSnapshots", "--interval", "1"], "--interval needs --wait or --until"),
      (["ListSnapshots", "--columns", "a", "--output", "json"], "--columns needs --output table"),
      (["ListSnapshots", "--filter", "$["], "--filter '$[': column 3: expected a name in quotes"),
      (["ListSnapshots", "--all", "--include"], "--include prints one response as it is"),
      (["ListSnapshots", "--all", "--envelope"], "--envelope cannot be used with --all"),
      (
        ["CreateRestoreJob"],
        "CreateRestoreJob needs a JSON body (RestoreJobRequest): give --body FILE"
      ),
      (["CreateRestoreJob", "--body", "-"], "the body is not a JSON document: it is empty"),
      (["CreateRestoreJob", "--body", "nowhere.json"], "'nowhere.json' cannot be read: No such"),
      (["ListSnapshots", "--timeout", "0"], "--timeout must be at least one second"),
      (["ListSnapshots", "--base-url", "ftp://x"], "must begin with https://"),
    ])
  func usage(arguments: [String], message: String) async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.command.run(["call", "--api", "v1"] + arguments + atlas.cluster)
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.error.contains(message))
      #expect(await atlas.log == [])
    }
  }
}
