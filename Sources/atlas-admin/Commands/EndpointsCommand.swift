import ArgumentParser
import AtlasAdmin
import Foundation

/// Lists all endpoints.
struct EndpointsCommand: ParsableCommand {
  /// How the list is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "endpoints", abstract: "List the endpoints and their parameters.")

  @Option(help: "How to write the list.")
  var format: Format = .text

  func run() throws {
    let listings = AtlasAdminAPI.endpoints.map {
      EndpointListing($0, of: AtlasAdminAPI.descriptor)
    }
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

/// What is listed of an endpoint.
struct EndpointListing: Encodable {
  /// What is listed of a parameter.
  struct Parameter: Encodable {
    var name: String
    var type: String
    var required: Bool
    var `default`: String?
    /// The unit of a numeric date or duration.
    var unit: String?
    /// The known values of an enum.
    var values: [String]

    /// An absent default is written as null.
    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: CodingKeys.self)
      try fields.encode(name, forKey: .name)
      try fields.encode(type, forKey: .type)
      try fields.encode(required, forKey: .required)
      try fields.encode(`default`, forKey: .default)
      try fields.encodeIfPresent(unit, forKey: .unit)
      if !values.isEmpty { try fields.encode(values, forKey: .values) }
    }

    private enum CodingKeys: String, CodingKey {
      case name, type, required, `default`, unit, values
    }
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

  init(_ endpoint: EndpointDescriptor, of api: APIDescriptor) {
    name = endpoint.name
    group = endpoint.group
    summary = endpoint.summary
    method = endpoint.method
    path = endpoint.path
    url = api.url(of: endpoint)
    pathParams = endpoint.parameters.filter { $0.location == .path }.map(\.name)
    func parameters(_ location: ParameterDescriptor.Location) -> [Parameter] {
      api.parameters(of: endpoint).filter { $0.location == location }.map {
        Parameter(
          name: $0.name, type: $0.type, required: $0.isRequired, default: $0.defaultValue,
          unit: $0.unit.map { "\($0)" },
          values: $0.constraints.values.isEmpty ? $0.cases : $0.constraints.values)
      }
    }
    queryParams = parameters(.query)
    headerParams = parameters(.header)
    bodyType = endpoint.bodyType
    responseType = endpoint.responseType
    paginated = endpoint.isPaginated
    deprecated = endpoint.isDeprecated
  }

  /// Every member is written, absent ones as null, so that tools find what they look for.
  func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(name, forKey: .name)
    try fields.encode(group, forKey: .group)
    try fields.encode(summary, forKey: .summary)
    try fields.encode(method, forKey: .method)
    try fields.encode(path, forKey: .path)
    try fields.encode(url, forKey: .url)
    try fields.encode(pathParams, forKey: .pathParams)
    try fields.encode(queryParams, forKey: .queryParams)
    try fields.encode(headerParams, forKey: .headerParams)
    try fields.encode(bodyType, forKey: .bodyType)
    try fields.encode(responseType, forKey: .responseType)
    try fields.encode(paginated, forKey: .paginated)
    try fields.encode(deprecated, forKey: .deprecated)
  }

  private enum CodingKeys: String, CodingKey {
    case name, group, summary, method, path, url, pathParams, queryParams, headerParams
    case bodyType, responseType, paginated, deprecated
  }
}
