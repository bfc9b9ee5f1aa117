import ArgumentParser
@_spi(Generated) import AtlasAdmin
@_spi(Generated) import EndpointRuntime
import EndpointModel
import Foundation

/// Lists all endpoints.
struct EndpointListCommand: ParsableCommand {
  /// The output format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "endpoints", abstract: "List the endpoints and their parameters.")

  @Option(help: "The version of the API.")
  var api: AtlasAPI = .v2

  @Option(help: "The output format.")
  var format: Format = .text

  func run() throws {
    let catalog = api.catalog
    let listings = catalog.endpoints.map { EndpointListing($0, of: catalog.api) }
    switch format {
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(listings), as: UTF8.self))
    case .text:
      let width = listings.map(\.name.count).max() ?? 0
      for listing in listings {
        let name = listing.name.padding(toLength: width, withPad: " ", startingAt: 0)
        let method = listing.method.padding(toLength: 6, withPad: " ", startingAt: 0)
        print("\(name)  \(method)  \(listing.path)")
      }
    }
  }
}
