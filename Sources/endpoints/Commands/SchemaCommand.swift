import ArgumentParser
import EndpointDefinition

/// Prints the definition language as an XML Schema.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the definition language as an XML Schema or as tables in Markdown.",
    discussion: """
      Save the schema as endpoint-definitions.xsd and point your editor at it for the namespace \
      urn:endpoint-definitions:1; it then completes, explains and checks while you type.
      """)

  /// The form of the output.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    /// An XML Schema.
    case xsd
    /// The tables of the reference.
    case markdown
  }

  @Option(help: "The form of the output.")
  var format: Format = .xsd

  func run() {
    switch format {
    case .xsd: print(DefinitionSchema.xsd, terminator: "")
    case .markdown: print(DefinitionReference.markdown, terminator: "")
    }
  }
}
