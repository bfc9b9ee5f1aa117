import ArgumentParser
import EndpointDefinition
import EndpointModel

/// Lists endpoints.
struct ListCommand: ParsableCommand {
  /// The output format.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the endpoints that definitions declare.")

  @Argument(help: "The folder of the definitions.")
  var folder: String

  @Option(help: "The output format.")
  var format: Format = .text

  func run() throws {
    let api = try Definitions(folder: folder).model()
    let types = TypeIndex(api)
    let descriptor = api.descriptor(types: types)
    let listings = api.files.flatMap { file in
      file.endpoints.map { endpoint in
        LocatedListing(
          listing: EndpointListing(
            api.descriptor(of: endpoint, tag: file.tag ?? "", types: types), of: descriptor),
          location: endpoint.location)
      }
    }
    switch format {
    case .json: try Console.print(json: listings)
    case .text:
      var table = TextTable()
      for listing in listings.map(\.listing) {
        let notes = [
          listing.paginated ? "paginated" : nil, listing.deprecated ? "deprecated" : nil,
        ]
        table.add(
          listing.name, listing.method, listing.path,
          notes.compactMap { $0 }.joined(separator: ", "))
      }
      Console.print(table.text)
    }
  }
}

/// The listing of an endpoint with the location of its definition.
struct LocatedListing: Encodable {
  var listing: EndpointListing
  var location: SourceLocation

  func encode(to encoder: any Encoder) throws {
    try listing.encode(to: encoder)
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(location.file, forKey: .file)
    try fields.encode(location.line, forKey: .line)
  }

  private enum CodingKeys: String, CodingKey { case file, line }
}
