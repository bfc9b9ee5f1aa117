import ArgumentParser
import EndpointDefinition

/// Checks definitions.
struct LintCommand: ParsableCommand {
  /// The output format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json, sarif
  }

  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Report all problems of all definition files.",
    discussion: """
      As text, problems go to standard error as path:line:column: error: message; as JSON or SARIF \
      they go to standard output.
      """)

  @Argument(help: "The folder of the definitions.")
  var folder: String

  @Option(help: "The output format.")
  var format: Format = .text

  @Flag(help: "Fail if there are warnings.")
  var warningsAsErrors = false

  func run() throws {
    let diagnostics = try Definitions(folder: folder).read().diagnostics
    switch format {
    case .text: Console.printError(diagnostics)
    case .json: try Console.print(json: DiagnosticReport(diagnostics))
    case .sarif: try Console.print(json: SARIFLog(diagnostics))
    }
    let fails = diagnostics.contains { $0.severity == .error || warningsAsErrors }
    if fails { throw ExitCode.failure }
  }
}
