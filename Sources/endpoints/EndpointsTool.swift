import ArgumentParser
import EndpointDefinition
import Foundation

/// The maintainers' tool for definitions.
@main
struct EndpointsTool: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "endpoints",
    abstract: "Check, format, generate code from, and exchange endpoint definitions.",
    discussion: """
      Begin with 'lint DIR', which reports problems of definitions, or with 'import OPENAPI --output \
      DIR', which turns an OpenAPI document into definitions. 'endpoints help COMMAND' explains a \
      command.

      Exit status: 0 for success, 1 if the definitions have errors or a file cannot be read or \
      written, 2 for wrong usage.
      """,
    version: "0.1.0",
    subcommands: [
      LintCommand.self, FormatCommand.self, ListCommand.self, ExplainCommand.self,
      NewCommand.self, GenerateCommand.self, IndexCommand.self, SchemaCommand.self,
      ImportCommand.self, SyncCommand.self, ExportCommand.self, DiffCommand.self,
      PreviewCommand.self,
    ]
  )

  /// Runs the command of the arguments. Usage errors exit with 2; ArgumentParser's status is 64.
  static func main() {
    do {
      try checkName(CommandLine.arguments.dropFirst().first)
      var command = try parseAsRoot()
      try command.run()
    } catch let failure as ToolFailure {
      Console.printError("error: \(failure.message)")
      exit(withError: ExitCode(failure.status.rawValue))
    } catch {
      let code = exitCode(for: error)
      guard code == .validationFailure else { exit(withError: error) }
      Console.printError(fullMessage(for: error))
      exit(withError: ExitCode(ToolFailure.Status.usage.rawValue))
    }
  }

  /// Checks the name of the subcommand, since ArgumentParser suggests none.
  private static func checkName(_ word: String?) throws {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
    guard let word, !word.hasPrefix("-"), !names.contains(word) else { return }
    throw ToolFailure(
      .usage,
      "unknown command '\(word)'; known are: \(names.joined(separator: ", "))"
        + Suggestion.among(names, for: word))
  }
}
