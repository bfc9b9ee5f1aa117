import ArgumentParser
import EndpointModel
import Foundation

/// Lists endpoints.
struct EndpointListCommand: ParsableCommand {
  /// The output format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "endpoints", abstract: "List the endpoints, all or those with some words.",
    discussion: """
      A word is looked for in the name, the path, the tag, and the summary, regardless of case:

        atlas-admin endpoints restore
        atlas-admin endpoints --tag Clusters create
      """)

  @Argument(help: "Words, all of which an endpoint must have.")
  var words: [String] = []

  @Option(help: ArgumentHelp("Only the endpoints with a tag.", valueName: "tag"))
  var tag: String?

  @Option(help: "The version of the API.")
  var api: AtlasAPI = .v2

  @Option(name: [.long, .customLong("format")], help: "The output format.")
  var output: Format = .text

  @Option(help: "The format of errors on standard error.")
  var errorFormat: ErrorFormat = .text

  func run() throws {
    let catalog = api.catalog
    let endpoints = try selected(in: catalog)
    switch output {
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      let listings = endpoints.map { EndpointListing($0, of: catalog.api) }
      try ResponseOutput.write(try encoder.encode(listings) + Data("\n".utf8))
    case .text:
      let width = endpoints.map(\.name.count).max() ?? 0
      let lines = endpoints.map { endpoint in
        let name = endpoint.name.padding(toLength: width, withPad: " ", startingAt: 0)
        let method = endpoint.method.padding(toLength: 6, withPad: " ", startingAt: 0)
        return "\(name)  \(method)  \(endpoint.path)\n"
      }
      try ResponseOutput.write(Data(lines.joined().utf8))
    }
  }

  private func selected(in catalog: EndpointCatalog) throws -> [EndpointDescriptor] {
    var endpoints = catalog.endpoints
    if let tag {
      guard let known = catalog.tags.first(where: { $0.name.plainName == tag.plainName }) else {
        let names = catalog.tags.map(\.name)
        let suggestion =
          NearestName.find(tag, among: names).map { "did you mean '\($0)'?" }
          ?? "the tags are \(names.joined(separator: ", "))"
        throw CommandFailure(.usage, "unknown tag '\(tag)'; \(suggestion)")
      }
      endpoints = known.endpoints
    }
    let selected = endpoints.filter { endpoint in
      let text = [endpoint.name, endpoint.path.description, endpoint.tag, endpoint.summary]
        .joined(separator: "\n").lowercased()
      return words.allSatisfy { text.contains($0.lowercased()) }
    }
    guard !selected.isEmpty else {
      throw CommandFailure(.usage, "no endpoint has '\(words.joined(separator: "' and '"))'")
    }
    return selected
  }
}
