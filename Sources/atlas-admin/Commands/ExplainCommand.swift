import ArgumentParser
import EndpointHelp
import EndpointModel
import EndpointRuntime
import Foundation

/// Explains an endpoint or a type.
struct ExplainCommand: AsyncParsableCommand {
  /// The output format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain what to send to an endpoint.",
    discussion: """
      It shows the parameters with their types, units, values, and defaults, the properties of the body, \
      the responses, the roles, and the states for --wait. With the name of a type, it shows the \
      properties of the type.

        atlas-admin explain CreateCluster
        atlas-admin explain CreateCluster --example > cluster.json
      """)

  @Argument(help: "The name of an endpoint or of a type.")
  var name: String

  @Option(help: "The version of the API.")
  var api: AtlasAPI = .v2

  @Flag(help: "Print a body to edit.")
  var example = false

  @Option(help: "The output format.")
  var output: Format = .text

  @Option(help: "The format of errors on standard error.")
  var errorFormat: ErrorFormat = .text

  func run() async throws { try await ResponseOutput().write(try text()) }

  private func text() throws -> String {
    let catalog = api.catalog
    let lookup = EndpointLookup(endpoints: catalog.endpoints)
    let type = catalog.types[name]
    guard lookup.endpoint(name) != nil || type == nil else {
      return try type.map { try text(of: $0, in: catalog) } ?? ""
    }
    let endpoint = try lookup.find(name)
    if example { return try bodyExample(of: endpoint, in: catalog) }
    let explanation = EndpointExplanation(
      of: endpoint, in: catalog, api: api, width: Self.width)
    return output == .json ? try explanation.json.document(pretty: true) + "\n" : explanation.text
  }

  private func bodyExample(
    of endpoint: EndpointDescriptor, in catalog: EndpointCatalog
  ) throws -> String {
    if let example = BodyExample(catalog: catalog, endpoint: endpoint).document { return example }
    throw CommandFailure(
      .usage,
      endpoint.body == nil
        ? "\(endpoint.name) has no body" : "the body of \(endpoint.name) is not JSON")
  }

  private func text(of type: TypeDescriptor, in catalog: EndpointCatalog) throws -> String {
    if example { throw CommandFailure(.usage, "--example needs the name of an endpoint") }
    if output == .json { return try type.json.document(pretty: true) + "\n" }
    var layout = TextLayout(width: Self.width)
    layout.line(type.name)
    layout.paragraph(type.documentation.summary ?? "", indentation: 2)
    if let text = type.documentation.details { layout.paragraphs(text, indentation: 2) }
    layout.line()
    for element in type.cases {
      layout.line("  \(element.value)")
      if let summary = element.documentation.summary { layout.paragraph(summary, indentation: 6) }
    }
    var outline = TypeOutline(types: catalog.types, direction: .response)
    outline.write(.named(type.name), to: &layout)
    return layout.text
  }

  /// The number of columns of the terminal, between 60 and 100.
  private static var width: Int {
    let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap { Int($0) } ?? 80
    return min(max(columns, 60), 100)
  }
}
