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

  @Option(
    help: ArgumentHelp(
      "The generation.xml that says what to generate. Defaults to everything, as a public API.",
      valueName: "file"))
  var generation: String?

  func run() throws {
    let generation = try self.generation.map { try model($0) } ?? GenerationModel()
    let api = try Definitions(folder: folder).model(showsWarnings: true)
    let (slice, problems) = api.slice(generation.includes)
    try report(problems)
    let files = generation.outputs.flatMap { $0.files(for: slice, access: generation.access) }
    do {
      let changes = try OutputFolder(path: output).write(files, removingOthers: true)
      for name in changes.written { Console.print("wrote \(output)/\(name)") }
      for name in changes.removed { Console.print("removed \(output)/\(name)") }
    } catch {
      throw ToolFailure(.failure, "'\(output)' cannot be written: \(error.reason)")
    }
  }

  private func model(_ path: String) throws -> GenerationModel {
    let (model, diagnostics) = GenerationReader().read(try FileBytes.read(path), path: path)
    try report(diagnostics)
    return model ?? GenerationModel()
  }

  private func report(_ diagnostics: [Diagnostic]) throws {
    guard !diagnostics.isEmpty else { return }
    Console.printError(diagnostics.map(\.description).joined(separator: "\n"))
    throw ExitCode.failure
  }
}
