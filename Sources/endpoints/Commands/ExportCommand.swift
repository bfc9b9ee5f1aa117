import ArgumentParser
import EndpointDefinition
import EndpointInterchange
import Foundation

/// Exports definitions as an OpenAPI document.
struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Turn definitions into an OpenAPI 3.1 document.",
    discussion: """
      The document has everything that the definitions say; what OpenAPI has no word for is in \
      members that begin with x-. 'endpoints import' of the document yields the same definitions.
      """)

  @Argument(help: "The folder of the definitions.")
  var folder: String

  @Option(
    help:
      "The notation: \(DocumentWriter.Format.allCases.map(\.rawValue).joined(separator: " or ")).")
  var format: DocumentWriter.Format = .json

  @Option(help: "The output file. Defaults to standard output.")
  var output: String?

  func run() throws {
    let exporter = OpenAPIExporter(try Definitions(folder: folder).model())
    let text = DocumentWriter.text(of: exporter.document, as: format)
    guard let output else { return Console.print(text) }
    try FileBytes.write(text, to: output)
    Console.print("wrote \(output)")
  }
}

extension DocumentWriter.Format: ExpressibleByArgument {}
