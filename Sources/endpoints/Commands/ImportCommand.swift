import ArgumentParser
import EndpointDefinition
import EndpointGeneration
import EndpointInterchange
import Foundation

/// Imports an OpenAPI document.
struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn an OpenAPI document into definitions.",
    discussion: """
      Reads OpenAPI 3.0 and 3.1, in JSON or YAML, and writes one file for each tag, types.xml for \
      types that several tags use, and api.xml for what all endpoints share. What definitions \
      cannot express is left out and reported at its location in the document.

      The file of names has a line for each name that differs from the derived one: operation, \
      schema or tag, the name in the document, and the name in the definitions.
      """)

  @Argument(help: ArgumentHelp("The OpenAPI document.", valueName: "openapi"))
  var document: String

  @Option(help: "The folder of definitions to write; it must be empty or not exist.")
  var output: String

  @Option(help: ArgumentHelp("The file of names.", valueName: "file"))
  var names: String?

  @Option(help: "The name of the API. Defaults to the name of the output folder.")
  var name: String?

  @Option(
    name: .customLong("base-url"),
    help: ArgumentHelp(
      "The absolute URL of the server. Defaults to the document's.", valueName: "url"))
  var baseURL: String?

  @Flag(help: "Report every part that is left out, not only the first ones of each kind.")
  var all = false

  func run() throws {
    let output = URL(filePath: output).standardizedFileURL.path
    let existing = (try? FileManager.default.contentsOfDirectory(atPath: output)) ?? []
    guard !existing.contains(where: { $0.hasSuffix(".xml") }) else {
      throw ToolFailure(
        .usage, "'\(self.output)' has definitions; choose another folder or use 'sync'")
    }
    let name = try apiName(output)
    let result: OpenAPIImporter.Result
    do {
      let list = try names.map { path in
        try NameList(String(decoding: FileBytes.read(path), as: UTF8.self), file: path)
      }
      let importer = OpenAPIImporter(name: name, baseURL: baseURL, names: list ?? .init())
      result = try importer.importing(FileBytes.read(document), file: document)
    } catch let failure as DocumentFailure {
      Console.printError([failure.diagnostic])
      throw ExitCode.failure
    }
    ImportReporter(showsAll: all).print(result.diagnostics)
    try write(result.files, to: output)
    try FileBytes.write(result.facts.text, to: output + "/" + DocumentFacts.fileName)
    Console.print(
      "wrote \(result.endpointCount) endpoints and \(result.typeCount) types in "
        + "\(result.files.count) files to \(self.output)")
    try check(result.files)
  }

  private func apiName(_ output: String) throws -> String {
    let name = name ?? URL(filePath: output).lastPathComponent
    guard name.wholeMatch(of: /[A-Z][A-Za-z0-9]*/) != nil else {
      throw ToolFailure(
        .usage,
        "'\(name)' is not a name for an API: it must begin with a capital and contain only letters and digits; use --name"
      )
    }
    return name
  }

  private func write(_ files: [String: String], to folder: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw ToolFailure(.failure, "'\(folder)' cannot be created: \(error.localizedDescription)")
    }
    for (path, text) in files { try FileBytes.write(text, to: folder + "/" + path) }
  }

  /// Checks what was written as a build would.
  private func check(_ files: [String: String]) throws {
    let errors = DefinitionReader().read(files: files.mapValues { Array($0.utf8) })
      .checkedForSwift().diagnostics.filter { $0.severity == .error }
    guard errors.isEmpty else {
      Console.printError(errors)
      throw ExitCode.failure
    }
  }
}
