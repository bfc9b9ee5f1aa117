import ArgumentParser
import EndpointDefinition

/// Lists endpoints.
struct ListCommand: ParsableCommand {
  /// How the list is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the endpoints that definitions declare.")

  @Argument(help: "The folder with the definitions.")
  var folder: String

  @Option(help: "How to write the list.")
  var format: Format = .text

  func run() throws {
    let api = try Definitions(folder: folder).model()
    let listings = api.files.flatMap { file in
      file.endpoints.map { EndpointListing($0, in: file.group ?? "", of: api) }
    }
    switch format {
    case .json: try Console.print(json: listings)
    case .text:
      var table = TextTable()
      for listing in listings {
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

/// What is listed of an endpoint.
struct EndpointListing: Encodable {
  /// What is listed of a parameter.
  struct Parameter: Encodable {
    var name: String
    var type: String
    var required: Bool
    var `default`: String?
  }

  var name: String
  var group: String
  var summary: String
  var method: String
  var path: String
  var url: String
  var pathParams: [String]
  var queryParams: [Parameter]
  var headerParams: [Parameter]
  var bodyType: String?
  var responseType: String?
  var paginated: Bool
  var deprecated: Bool
  var file: String
  var line: Int

  init(_ endpoint: EndpointModel, in group: String, of api: APIModel) {
    func parameters(_ location: ParameterModel.Location) -> [Parameter] {
      api.parameters(of: endpoint).filter { $0.parameterLocation == location }.map {
        Parameter(
          name: $0.name, type: $0.type.description, required: $0.isRequired,
          default: $0.defaultValue)
      }
    }
    name = endpoint.name
    self.group = group
    summary = endpoint.documentation.summary ?? ""
    method = endpoint.method
    path = endpoint.path.description
    url = api.url(of: endpoint)
    pathParams = endpoint.path.placeholders
    queryParams = parameters(.query)
    headerParams = parameters(.header)
    bodyType = endpoint.body?.payload.typeDescription
    responseType = endpoint.responses.lazy.compactMap { $0.payload?.typeDescription }.first
    paginated = endpoint.isPaginated
    deprecated = endpoint.documentation.isDeprecated
    file = endpoint.location.file
    line = endpoint.location.line
  }
}
