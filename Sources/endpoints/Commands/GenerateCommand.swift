import ArgumentParser
import EndpointDefinition
import EndpointGeneration
import Foundation

/// Generates Swift into a source folder.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Generate Swift into a folder, to be committed.",
    discussion: """
      The files are those that the build plugin writes. Files that would not change are left \
      untouched; files of definitions that are gone are removed; nothing else is.
      """)

  @Argument(help: "The folder of the definitions.")
  var folder: String

  @Option(help: "The output folder, which is created if it does not exist.")
  var output: String

  func run() throws {
    let files = SwiftGenerator().files(
      for: try Definitions(folder: folder).model(showsWarnings: true))
    do {
      let changes = try OutputFolder(path: output).write(files, removingOthers: true)
      for name in changes.written { Console.print("wrote \(output)/\(name)") }
      for name in changes.removed { Console.print("removed \(output)/\(name)") }
    } catch {
      throw ToolFailure(.failure, "'\(output)' cannot be written: \(error.reason)")
    }
  }
}
