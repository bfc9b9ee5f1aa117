import ArgumentParser
import EndpointDefinition
import EndpointGeneration
import Foundation

/// Begins the definition of an endpoint.
struct NewCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Begin the definition of an endpoint.",
    discussion: """
      Prints an <endpoint> with a <path-param> for every placeholder, or adds it to the end of a \
      file, which it begins if there is none. Types and summaries of placeholders that other \
      endpoints have are taken from there.
      """)

  @Argument(help: "The name of the endpoint: a verb and its object, such as CancelRestoreJob.")
  var name: String

  @Option(help: "The HTTP method.")
  var method: String

  @Option(help: "The path, with {PLACEHOLDERS}.")
  var path: String

  @Option(help: ArgumentHelp("The folder of the definitions.", valueName: "folder"))
  var definitions: String?

  @Option(help: ArgumentHelp("The definition file for the endpoint.", valueName: "file"))
  var file: String?

  func run() throws {
    let definitions = try folder()
    let known = definitions.flatMap { DefinitionReader().read(folder: $0.folder).model }
    let scaffold = EndpointScaffold(
      name: name, method: method.uppercased(), path: path, known: known)
    var sources = try definitions?.sources() ?? [:]
    let text = try scaffold.text()
    guard let file else {
      sources[EndpointScaffold.file] = Array(scaffold.document.utf8)
      if definitions == nil { sources["api.xml"] = Array(EndpointScaffold.api.utf8) }
      try check(sources)
      Console.print(text)
      return
    }
    let extended = try DefinitionFile(path: file).adding(text)
    guard let definitions, let path = definitions.relativePath(of: file) else {
      throw ToolFailure(.usage, "'\(file)' is not in the folder of definitions")
    }
    sources[definitions.location(of: path)] = Array(extended.utf8)
    try check(sources)
    try FileBytes.write(extended, to: file)
    Console.print("added \(name) to \(file)")
  }

  /// The folder of the definitions: that of the option, that of the file, or the default; `nil` if
  /// there is none.
  private func folder() throws -> Definitions? {
    if definitions == nil, let file { return try Definitions(containing: file) }
    return definitions == nil ? try? Definitions(option: nil) : try Definitions(option: definitions)
  }

  /// Checks the definitions together with the new endpoint.
  private func check(_ sources: [String: [UInt8]]) throws {
    let errors = DefinitionReader().read(files: sources).checkedForSwift().diagnostics
      .filter { $0.severity == .error }
    guard errors.isEmpty else {
      let messages = errors.map { diagnostic in
        diagnostic.location.file == EndpointScaffold.file
          ? (["error: \(diagnostic.message)"] + diagnostic.notes.map(\.description))
            .joined(separator: "\n") : diagnostic.description
      }
      Console.printError(messages.joined(separator: "\n"))
      throw ExitCode.failure
    }
  }
}
