import ArgumentParser
import EndpointDefinition
import EndpointGeneration
import Foundation

/// Writes the index of endpoints for a DocC catalog.
struct IndexCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Write a DocC page that lists the endpoints and types by tag.",
    discussion: """
      Save it in the target's DocC catalog, and check in CI by --check that it is up to date.
      """)

  @Argument(help: "The folder of the definitions.")
  var folder: String

  @Option(help: "The output file. Defaults to standard output.")
  var output: String?

  @Flag(help: "Only check; fail if the file would change.")
  var check = false

  func validate() throws {
    if check, output == nil { throw ValidationError("--check needs a file; add --output FILE") }
  }

  func run() throws {
    let page = EndpointIndex().page(for: try Definitions(folder: folder).model())
    guard let output else { return print(page, terminator: "") }
    guard (try? String(contentsOfFile: output, encoding: .utf8)) != page else { return }
    guard !check else {
      throw ToolFailure(.failure, "'\(output)' is out of date; run without --check")
    }
    try FileBytes.write(page, to: output)
    Console.print("wrote \(output)")
  }
}
