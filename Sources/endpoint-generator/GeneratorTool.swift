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

  @Option(help: "The code to generate: the API, or a sample request of each endpoint for tests.")
  var kind: Kind = .api

  /// The code to generate.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case api, samples
  }

  func run() throws {
    let result = DefinitionReader().read(folder: definitions).checkedForSwift()
    for diagnostic in result.diagnostics { FileHandle.standardError.write(line: diagnostic) }
    guard let api = result.model else { throw ExitCode.failure }
    do {
      _ = try OutputFolder(path: output).write(files(for: api), removingOthers: false)
    } catch {
      FileHandle.standardError.write(line: "error: \(error.reason)")
      throw ExitCode.failure
    }
  }

  private func files(for api: APIModel) -> [GeneratedFile] {
    switch kind {
    case .api: SwiftGenerator().files(for: api)
    case .samples: [SampleGenerator().file(for: api)]
    }
  }
}

extension FileHandle {
  fileprivate func write(line: some CustomStringConvertible) {
    write(Data("\(line)\n".utf8))
  }
}
