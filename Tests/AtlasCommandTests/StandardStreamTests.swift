import EndpointRuntime
import Foundation
import TestSupport
import Testing

@Suite("The standard streams of the command")
struct StandardStreamTests {
  /// Runs a call with redirections of the shell.
  private func shell(_ atlas: Atlas, _ call: [String], _ redirection: String) async throws
    -> Command.Outcome
  {
    var shell = Command(at: URL(filePath: "/bin/bash"))
    shell.environment = atlas.command.environment
    return try await shell.run(
      ["-c", "\"$0\" \"$@\" \(redirection)", atlas.command.url.path, "call", "--api", "v1"] + call
        + atlas.cluster)
  }

  @Test("end quietly when the reader of the output closes the pipe")
  func closedPipe() async throws {
    try await Atlas.run { atlas in
      let result = try await shell(atlas, ["ListSnapshots"], "| true; echo ${PIPESTATUS[0]}")
      #expect(["0\n", "141\n"].contains(result.output))
      #expect(result.error == "")
    }
  }

  @Test(
    "report the system's reason if the output cannot be written",
    .enabled(if: FileManager.default.fileExists(atPath: "/dev/full")))
  func fullDisk() async throws {
    try await Atlas.run { atlas in
      let result = try await shell(atlas, ["ListSnapshots"], "> /dev/full")
      #expect(result.status == 3)
      #expect(
        result.error
          == "error: standard output cannot be written to: No space left on device\n")
    }
  }

  @Test(
    "report the system's reason if the body cannot be read",
    // The number of a closed descriptor may be that of another by now.
    arguments: [("<&-", ""), ("< /", "Is a directory\n")])
  func unreadableInput(redirection: String, reason: String) async throws {
    try await Atlas.run { atlas in
      let result = try await shell(atlas, ["CreateRestoreJob", "--body", "-"], redirection)
      #expect(result.status == 2)
      #expect(result.error.hasPrefix("error: standard input cannot be read: \(reason)"))
    }
  }

  @Test("accept a pipe as a body")
  func processSubstitution() async throws {
    try await Atlas.run { atlas in
      let body = "--body <(echo '\(atlas.download)')"
      let result = try await shell(atlas, ["CreateRestoreJob"], body)
      #expect(result.status == 0, "\(result.error)")
    }
  }

  @Test("report the location of a syntax error in the body")
  func invalidJSON() async throws {
    try await Atlas.run { atlas in
      let result = try await atlas.call(
        "CreateRestoreJob", "--body", "-", input: "{\n  \"snapshotId\": abc\n}")
      #expect(result.status == 2)
      #expect(
        result.error
          == "error: the body is not a JSON document: line 2, column 17: expected a value, "
          + "found 'a'\n")
      #expect(await atlas.log == [])
    }
  }
}
