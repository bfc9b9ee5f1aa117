import ArgumentParser
import EndpointDefinition
import EndpointGeneration
import EndpointInterchange
import Foundation

/// Brings definitions to a newer OpenAPI document.
struct SyncCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync",
    abstract: "Bring definitions to a newer OpenAPI document.",
    discussion: """
      Adds, changes, deprecates, and removes endpoints, parameters, fields, cases, and types where \
      the document has changed, and prints each change with its location. Endpoints are matched by \
      method and path, types by their uses. What a document does not say stays as it is: \
      summaries, Swift names, waiters, examples, roles, error codes, comments, order, and layout. \
      A comment 'sync: keep' above an element, or after it on its line, excludes the element.

      'import' and 'sync' record what the document said in the file .openapi-facts of the folder. \
      With it, an edit of the definitions stays until the document changes the same part. \
      Without it, name the former document by --since; without both, the newer document takes \
      precedence, except over types that describe a value more precisely.

      Exit status 1 if the resulting definitions have errors, such as an example without a new \
      required field; they are written nevertheless.
      """)

  @Argument(help: "The folder of the definitions.")
  var folder: String

  @Option(help: ArgumentHelp("The newer OpenAPI document.", valueName: "openapi"))
  var from: String

  @Option(
    help: ArgumentHelp(
      "The OpenAPI document that the definitions follow so far. Defaults to the recorded one.",
      valueName: "openapi"))
  var since: String?

  @Option(
    help: ArgumentHelp("The file of names for what is added, as of 'import'.", valueName: "file"))
  var names: String?

  @Flag(help: "Print the changes without writing anything.")
  var dryRun = false

  @Flag(help: "Report each part of the document that definitions cannot express.")
  var all = false

  func run() throws {
    let definitions = try Definitions(folder: folder)
    _ = try definitions.model()
    let record = definitions.location(of: DocumentFacts.fileName)
    let files = try definitions.paths.reduce(into: [String: [UInt8]]()) { files, path in
      files[path] = try FileBytes.read(definitions.location(of: path))
    }
    guard let model = DefinitionReader().read(files: files).model else { throw ExitCode.failure }
    let result: SyncResult
    do {
      let list =
        try names.map { path in
          try NameList(String(decoding: FileBytes.read(path), as: UTF8.self), file: path)
        } ?? .init()
      let base = try since.map { path in
        try Synchronizer.facts(of: FileBytes.read(path), named: path, names: list, for: model)
      }
      let former = try base ?? recorded(in: record)
      if former == nil {
        Console.printError(
          "\(record) is not there, so that the document takes precedence; to keep what was edited, "
            + "name the former document by --since")
      }
      result = try Synchronizer.synchronize(
        files: files, model: model, with: FileBytes.read(from), named: from, names: list,
        base: former)
    } catch let failure as DocumentFailure {
      Console.printError([failure.diagnostic])
      throw ExitCode.failure
    }
    report(result, definitions)
    if !dryRun { try write(result, definitions, record: record) }
    try check(result, definitions)
  }

  /// Returns what the document said at the last import; `nil` if that is not recorded.
  private func recorded(in file: String) throws -> DocumentFacts? {
    guard FileManager.default.fileExists(atPath: file) else { return nil }
    return DocumentFacts(String(decoding: try FileBytes.read(file), as: UTF8.self))
  }

  private func report(_ result: SyncResult, _ definitions: Definitions) {
    if all {
      ImportReporter(showsAll: true).print(result.leftOut)
    } else if !result.leftOut.isEmpty {
      Console.printError(
        "\(result.leftOut.count) part\(result.leftOut.count == 1 ? " of the document is" : "s of the document are") left out; --all shows each"
      )
    }
    for change in result.changes {
      var change = change
      change.location.file = definitions.location(of: change.location.file)
      Console.print(change.description)
    }
    let files = result.written.count + result.removed.count
    Console.print(
      result.changes.isEmpty
        ? "the definitions are up to date"
        : "\(result.changes.count) change\(result.changes.count == 1 ? "" : "s") in \(files) "
          + "file\(files == 1 ? "" : "s")" + (dryRun ? ", none of which is written" : ""))
  }

  private func write(_ result: SyncResult, _ definitions: Definitions, record: String) throws {
    for (path, bytes) in result.written {
      try FileBytes.write(
        String(decoding: bytes, as: UTF8.self), to: definitions.location(of: path))
    }
    for path in result.removed {
      let location = definitions.location(of: path)
      do { try FileManager.default.removeItem(atPath: location) } catch {
        throw ToolFailure(
          .failure, "'\(location)' cannot be removed: \(error.localizedDescription)")
      }
    }
    let text = result.facts.text
    let former = try? String(contentsOfFile: record, encoding: .utf8)
    if former != text { try FileBytes.write(text, to: record) }
  }

  /// Checks the resulting definitions as a build would.
  private func check(_ result: SyncResult, _ definitions: Definitions) throws {
    let files = Dictionary(
      uniqueKeysWithValues: result.files.map { (definitions.location(of: $0.key), $0.value) })
    let errors = DefinitionReader().read(files: files).checkedForSwift().diagnostics
      .filter { $0.severity == .error }
    guard errors.isEmpty else {
      Console.printError(errors)
      throw ToolFailure(
        .failure, "the definitions need edits beside those of the document; see above")
    }
  }
}
