import ArgumentParser
import EndpointDefinition

/// Prints the definition language as an XML Schema.
struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Print the XML Schema of the definition language, for editors.",
    discussion: """
      Save it as endpoint-definitions.xsd and point your editor at it for the namespace \
      urn:endpoint-definitions:1; it then completes, explains and checks while you type.
      """)

  func run() { print(DefinitionSchema.xsd, terminator: "") }
}
