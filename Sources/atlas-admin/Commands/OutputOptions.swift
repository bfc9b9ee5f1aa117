import ArgumentParser
import EndpointModel
import EndpointRuntime
import JSONPath

/// The options of the output.
struct OutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "The format of the result. Defaults to json; to jsonl with --all, and to table with --columns.",
      discussion: "The items of a list are the lines of jsonl, table, csv, and text."))
  var output: OutputFormat?

  @Option(
    help: ArgumentHelp(
      "The columns of table and csv, such as name,regions[0].name.", valueName: "paths"))
  var columns: String?

  @Option(
    help: ArgumentHelp(
      "Select a part of the result by a JSONPath (RFC 9535), such as '$.results[*].name'.",
      discussion: "With --all it is applied to the array of all items.", valueName: "path"))
  var filter: String?

  @Option(
    help: ArgumentHelp(
      "The file for the result. Defaults to standard output.", valueName: "file"),
    completion: .file())
  var outputFile: String?

  @Flag(help: "Print the status line and the header fields before the body.")
  var include = false

  @Option(help: "The format of errors on standard error.")
  var errorFormat: ErrorFormat = .text

  func validate() throws {
    if outputFile == "" { throw ValidationError("--output-file needs a file name.") }
    if include, outputFile != nil {
      throw ValidationError("--include prints to standard output; leave out --output-file.")
    }
    if columns != nil, ![nil, .table, .csv].contains(output) {
      throw ValidationError("--columns needs --output table or --output csv.")
    }
  }

  /// The format of the options; `nil` for the default.
  var format: OutputFormat? { output ?? (columns == nil ? nil : .table) }

  /// Whether the response is printed as it was received.
  var isUnchanged: Bool { filter == nil && (format ?? .json) == .json }

  /// Returns the parsed columns.
  func columnPaths() throws -> [FieldPath] {
    try (columns?.split(separator: ",") ?? []).map { try FieldPath(String($0)) }
  }

  /// Returns the parsed filter.
  func jsonPath() throws -> JSONPath? {
    guard let filter else { return nil }
    do {
      return try JSONPath(filter)
    } catch {
      throw CommandFailure(.usage, "--filter '\(filter)': \(error)")
    }
  }
}
