import ArgumentParser
import EndpointDefinition
import EndpointGeneration
import Foundation

/// The tool of the build plugin, which generates Swift from definitions.
@main
struct GeneratorTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "endpoint-generator",
    abstract: "Generates a Swift module from a folder of endpoint definitions.",
    discussion: """
      Every definition file gives one Swift file. Problems are printed as path:line:column, all of \
      them at once, and then nothing is written. Files whose contents would not change are left \
      untouched, so that a build recompiles only what an edit affects.
      """
  )

  @Argument(help: "The folder of the definitions.")
  var definitions: String

  @Option(help: "The output folder, which is created if it does not exist.")
  var output: String

  @Option(help: "The file that says what to generate. Defaults to everything, as a public API.")
  var generation: String?

  func run() throws {
    let generation = try self.generation.map { try read($0) } ?? GenerationModel()
    let result = DefinitionReader().read(folder: definitions).checkedForSwift()
    report(result.diagnostics)
    guard let api = result.model else { throw ExitCode.failure }
    let (slice, problems) = api.slice(generation.includes)
    report(problems)
    guard problems.isEmpty else { throw ExitCode.failure }
    do {
      let files = generation.outputs.flatMap { $0.files(for: slice, access: generation.access) }
      _ = try OutputFolder(path: output).write(files, removingOthers: false)
    } catch {
      FileHandle.standardError.write(line: "error: \(error.reason)")
      throw ExitCode.failure
    }
  }

  private func read(_ path: String) throws -> GenerationModel {
    guard let data = FileManager.default.contents(atPath: path) else {
      FileHandle.standardError.write(line: "error: '\(path)' cannot be read")
      throw ExitCode.failure
    }
    let (model, diagnostics) = GenerationReader().read(Array(data), path: path)
    report(diagnostics)
    guard let model else { throw ExitCode.failure }
    return model
  }

  private func report(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { FileHandle.standardError.write(line: diagnostic) }
  }
}

extension FileHandle {
  fileprivate func write(line: some CustomStringConvertible) {
    write(Data("\(line)\n".utf8))
  }
}
