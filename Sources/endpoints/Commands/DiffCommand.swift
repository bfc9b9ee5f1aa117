import ArgumentParser
import EndpointDefinition
import EndpointInterchange
import Foundation

/// Compares two versions of definitions.
struct DiffCommand: ParsableCommand {
  /// The output format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, markdown, json
  }

  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Show what changes for clients between two versions of definitions.",
    discussion: """
      Compares two folders, or a folder with its state in a Git commit: 'endpoints diff Definitions \
      --against v1.2.0'. Of each change: its location, whether it breaks code or requests, why, and \
      how to adapt. Exit status 1 if there are breaking changes.
      """)

  @Argument(help: "The folder of the old definitions; with --against, of the new ones.")
  var old: String

  @Argument(help: "The folder of the new definitions.")
  var new: String?

  @Option(
    help: ArgumentHelp("The Git commit, tag, or branch of the old definitions.", valueName: "ref"))
  var against: String?

  @Option(help: "The output format.")
  var format: Format = .text

  @Option(help: "The version of the old definitions, to suggest the next one.")
  var version: String?

  @Flag(help: "Include changes of documentation and examples.")
  var documentation = false

  func validate() throws {
    guard (new == nil) != (against == nil) else {
      throw ValidationError("name a second folder, or a commit by --against")
    }
    if let version, SemanticVersion(version) == nil {
      throw ValidationError("'\(version)' is not a version such as 1.4.0")
    }
  }

  func run() throws {
    let (before, after) = try models()
    var changes = ModelComparison.changes(from: before, to: after)
    if !documentation { changes.removeAll { $0.kind.rule.effect == .documentation } }
    let report = ChangeReport(changes, version: version.flatMap(SemanticVersion.init))
    switch format {
    case .text: Console.print(report.text)
    case .markdown: Console.print(report.markdown)
    case .json: try Console.print(json: report)
    }
    if report.effect == .breaking { throw ExitCode.failure }
  }

  private func models() throws -> (APIModel, APIModel) {
    if let against {
      let result = DefinitionReader().read(files: try GitFolder(old).files(at: against))
      guard let before = result.model else {
        Console.printError(result.diagnostics)
        throw ToolFailure(.failure, "the definitions at '\(against)' have errors")
      }
      return (before, try Definitions(folder: old).model())
    }
    return (try Definitions(folder: old).model(), try Definitions(folder: new ?? "").model())
  }
}
