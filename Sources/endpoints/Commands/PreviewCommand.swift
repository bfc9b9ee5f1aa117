import ArgumentParser
import EndpointDefinition
import EndpointInterchange
import Foundation

/// Writes a reference of an API in HTML.
struct PreviewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "preview",
    abstract: "Write a reference of the API as static HTML pages.",
    discussion: """
      Writes index.html, which lists the endpoints, and a page for each tag, for shared types, and \
      for error codes, with parameters, constraints, examples, and waiters. The pages search \
      without a server and need no other files: open index.html in a browser.
      """)

  @Argument(help: "The folder of the definitions.")
  var folder: String

  @Option(help: "The folder for the pages. Pages of an earlier run in it are replaced.")
  var output: String

  func run() throws {
    let pages = PreviewSite(try Definitions(folder: folder).model()).pages
    do {
      try FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
    } catch {
      throw ToolFailure(.failure, "'\(output)' cannot be created: \(error.localizedDescription)")
    }
    for (name, text) in pages { try FileBytes.write(text, to: "\(output)/\(name)") }
    Console.print("wrote \(pages.count) pages; open \(output)/index.html")
  }
}
