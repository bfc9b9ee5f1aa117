@_spi(Generated) import AtlasAdmin
import AtlasAdminCatalog
@_spi(Generated) import EndpointRuntime
import AtlasSimulator
import EndpointModel
import Foundation
import TestSupport
import Testing

@testable import atlas_admin

@Suite("A streamed response")
final class DownloadTests {
  private let folder: TemporaryFolder
  /// More than a response in memory may have.
  private static let log = Data(repeating: 0x1F, count: (64 << 20) + 1)

  init() throws { folder = try TemporaryFolder() }

  deinit { folder.remove() }

  private func arguments(_ atlas: Atlas) -> [String] {
    [
      "call", "--api", "v1", "DownloadLog", "--group-id", "\(atlas.simulated.groupID)",
      "--hostname", "host", "--log-name", "mongodb.gz", "--start-date", "2020-09-26T21:44:16Z",
    ]
  }

  private func run(
    _ body: Data = DownloadTests.log, contentType: String = "application/gzip",
    _ test: (Atlas) async throws -> Void
  ) async throws {
    let handler: Handler = { _, _ in .data(body, contentType: contentType) }
    try await Atlas.run(handlers: ["DownloadLog": handler], test)
  }

  @Test("is written to a file, whatever its size")
  func file() async throws {
    try await run { atlas in
      let file = folder.url.appending(path: "log.gz")
      let result = try await atlas.command.run(arguments(atlas) + ["--output-file", file.path])
      #expect(result.status == 0, "\(result.error)")
      #expect(result.output == "")
      #expect(try Data(contentsOf: file) == Self.log)
      #expect(
        await atlas.simulated.simulator.log.last?.target.hasSuffix("?startDate=1601156656") == true)
    }
  }

  @Test(
    "reports why it cannot be written",
    arguments: [("a/b", "No such file or directory"), (".", "Is a directory")])
  func unwritable(name: String, reason: String) async throws {
    try await run(Data("x".utf8)) { atlas in
      let path = folder.url.appending(path: name).path
      let result = try await atlas.command.run(arguments(atlas) + ["--output-file", path])
      #expect(result.status == 3)
      #expect(result.error.contains("cannot be written: \(reason)"))
    }
  }

  @Test(
    "is written to standard output in flat memory",
    .enabled(if: FileManager.default.fileExists(atPath: "/proc/self/status")))
  func memory() async throws {
    // The reader looks at the command when most of the body has gone through it.
    let script = #"""
      mkfifo "$0"
      "$@" > "$0" & pid=$!
      exec 3< "$0"
      head -c 60000000 <&3 | wc -c
      sed -n 's/^VmHWM:[^0-9]*\([0-9]*\) kB/\1/p' /proc/$pid/status
      cat <&3 | wc -c
      wait $pid; echo $?
      """#
    try await run { atlas in
      var shell = Command(at: URL(filePath: "/bin/bash"))
      shell.environment = atlas.command.environment
      let pipe = folder.url.appending(path: "pipe").path
      let result = try await shell.run(
        ["-c", script, pipe, atlas.command.url.path] + arguments(atlas))
      let numbers = result.output.split(separator: "\n").compactMap { Int($0) }
      try #require(numbers.count == 4, "\(result.output)\(result.error)")
      #expect(numbers[0] + numbers[2] == Self.log.count)
      // In KiB.
      #expect(numbers[1] > 0 && numbers[1] < 64 << 10)
      #expect(numbers[3] == 0)
    }
  }

  @Test("ends quietly when its reader closes the pipe")
  func closedPipe() async throws {
    try await run { atlas in
      var shell = Command(at: URL(filePath: "/bin/bash"))
      shell.environment = atlas.command.environment
      let script = "\"$0\" \"$@\" | head -c 10 | wc -c; echo ${PIPESTATUS[0]}"
      let result = try await shell.run(["-c", script, atlas.command.url.path] + arguments(atlas))
      let numbers = result.output.split(whereSeparator: \.isWhitespace)
      #expect([["10", "0"], ["10", "141"]].contains(numbers))
      #expect(result.error == "")
    }
  }

  @Test("has no size limit if it is JSON")
  func largeJSON() async throws {
    let json =
      Data("\"".utf8) + Data(repeating: UInt8(ascii: "a"), count: 64 << 20) + Data("\"".utf8)
    let handler: Handler = { _, _ in .data(json, contentType: "application/json") }
    try await Atlas.run(handlers: ["ListSnapshots": handler]) { atlas in
      let file = folder.url.appending(path: "list.json")
      let result = try await atlas.call("ListSnapshots", "--output-file", file.path)
      #expect(result.status == 0, "\(result.error)")
      #expect(try Data(contentsOf: file).count == json.count + 1)
    }
  }

  @Test("has no format")
  func format() async throws {
    try await run { atlas in
      let result = try await atlas.command.run(arguments(atlas) + ["--output", "yaml"])
      #expect(result.status == 2)
      #expect(result.error.contains("responds with application/gzip; leave out --output"))
    }
  }

  @Test("is requested without a content coding")
  func contentCoding() async throws {
    let handler: Handler = { request, _ in
      let coding = request.headerFields[.acceptEncoding] ?? ""
      return .data(Data(coding.utf8), contentType: "application/gzip")
    }
    try await Atlas.run(handlers: ["DownloadLog": handler]) { atlas in
      let result = try await atlas.command.run(arguments(atlas))
      #expect(result.output == "identity")
    }
  }

  @Test("exits with 1 for an error in an envelope")
  func envelope() async throws {
    let error = #"{"status": 404, "content": {"errorCode": "HOST_NOT_FOUND", "detail": "None."}}"#
    try await run(Data(error.utf8), contentType: "application/json") { atlas in
      for options in [["--envelope"], ["--envelope", "true"]] {
        let result = try await atlas.command.run(arguments(atlas) + options)
        #expect(result.status == 1)
        #expect(result.output == "")
        #expect(result.error.contains("404 HOST_NOT_FOUND"))
      }
    }
  }

  @Test("is not written to a terminal unless it is text")
  func terminal() throws {
    var output = ResponseOutput(isTerminal: true)
    var endpoint = try #require(AtlasAdminCatalog.catalog.endpoint("DownloadLog"))
    #expect {
      try output.checkTerminal(for: endpoint)
    } throws: { error in
      let failure = error as? CommandFailure
      return failure?.status == .usage
        && failure?.message.hasSuffix("to a file with --output-file FILE or > FILE") == true
    }
    endpoint.accept = ["text/csv"]
    try output.checkTerminal(for: endpoint)
    endpoint.accept = ["application/gzip"]
    output.file = "log.gz"
    try output.checkTerminal(for: endpoint)
    try ResponseOutput(isTerminal: false).checkTerminal(for: endpoint)
  }
}
