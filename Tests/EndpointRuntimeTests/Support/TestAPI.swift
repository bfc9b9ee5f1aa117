import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation

/// A small API of the kind that definitions describe.
enum TestAPI: EndpointAPI {
  static let descriptor = APIDescriptor(
    name: "Test", baseURL: "https://api.example.com/v1",
    parameters: [
      .query("pretty", .bool, default: "false"), .query("envelope", .bool, default: "false"),
    ],
    envelope: Envelope(switchParameter: "envelope", status: "status", content: "content"),
    pagination: Pagination(
      pageParameter: "pageNum", sizeParameter: "itemsPerPage", countParameter: "includeCount",
      items: "results", total: "totalCount", defaultSize: 100, maximumSize: 500),
    error: ErrorShape(
      code: "errorCode", detail: "detail", reason: "reason", parameters: "parameters"),
    errorHints: [
      "IP_ADDRESS_NOT_ON_ACCESS_LIST": "Add this address to the key's access list.",
      "USER_UNAUTHORIZED": "Give the key a role.",
    ])

  static let shared = SharedAPI(descriptor)

  static let tags = [
    EndpointTag(
      name: "Things", summary: "Things.",
      endpoints: [GetThing.self, ListThings.self, DeleteThing.self, Search.self])
  ]
}

struct Thing: Codable, Hashable, Identifiable, Sendable {
  var id: String
}

struct GetThing: Endpoint {
  typealias API = TestAPI
  typealias Response = Thing

  static let descriptor = EndpointDescriptor(
    name: "GetThing", tag: "Things", method: "GET", path: "/things/{ID}",
    parameters: [.path("ID", .string)], responses: [.json(.named("Thing"))])

  var id = "1"

  func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("ID", to: id)
  }
}

struct ListThings: PaginatedEndpoint {
  typealias API = TestAPI
  typealias Item = Thing

  static let descriptor = EndpointDescriptor(
    name: "ListThings", tag: "Things", method: "GET", path: "/things",
    responses: [.json(.named("Thing"))],
    isPaginated: true)

  var page = PageRequest()

  func encode(into request: inout RequestBuilder) throws {}
}

struct DeleteThing: Endpoint {
  typealias API = TestAPI
  typealias Response = Void

  static let descriptor = EndpointDescriptor(
    name: "DeleteThing", tag: "Things", method: "DELETE", path: "/things/{ID}",
    parameters: [.path("ID", .string)], successStatuses: [200, 202, 204])

  var id = "1"

  func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("ID", to: id)
  }
}

/// An endpoint with a query, a body and a response of any shape.
struct Search: Endpoint {
  typealias API = TestAPI
  typealias Response = JSON

  static let descriptor = EndpointDescriptor(
    name: "Search", tag: "Things", method: "POST", path: "/hosts/{HOST}:{PORT}/search",
    parameters: [
      .path("HOST", .string), .path("PORT", .int), .query("q", .string, required: true),
    ], body: .json(.json), responses: [.json(.json)])

  var host = "db"
  var port = 27017
  var query: String? = "x"
  var body: JSON?

  func encode(into request: inout RequestBuilder) throws {
    request.setPathParameter("HOST", to: host)
    request.setPathParameter("PORT", to: port)
    request.setQueryParameter("q", to: query)
    try request.setBody(body)
  }
}

extension RequestOptions {
  static var envelope: Self {
    var options = Self()
    options[parameter: "envelope"] = "true"
    return options
  }
}

extension RequestBuilder {
  /// A request with a body that can be read once.
  static func upload() throws -> RequestBuilder {
    var request = RequestBuilder(Search.descriptor)
    try Search().encode(into: &request)
    request.setBody(HTTPBody(Chunks([Data("ab".utf8), Data("c".utf8)])))
    return request
  }
}
