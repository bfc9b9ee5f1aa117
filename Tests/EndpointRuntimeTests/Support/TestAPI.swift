import EndpointRuntime
import Foundation

/// A small API of the kind that definitions describe.
enum TestAPI: EndpointAPI {
  static let descriptor = APIDescriptor(
    name: "Test", baseURL: "https://api.example.com/v1",
    parameters: [
      .query("pretty", "Bool", default: "false"), .query("envelope", "Bool", default: "false"),
    ],
    envelope: EnvelopeRule(switchParameter: "envelope", status: "status", content: "content"),
    pagination: PaginationRule(
      pageParameter: "pageNum", sizeParameter: "itemsPerPage", countParameter: "includeCount",
      items: "results", total: "totalCount", defaultSize: 100, maximumSize: 500),
    error: ErrorRule(
      code: "errorCode", detail: "detail", reason: "reason", parameters: "parameters",
      hints: [
        "IP_ADDRESS_NOT_ON_ACCESS_LIST": "Add this address to the key's access list.",
        "USER_UNAUTHORIZED": "Give the key a role.",
      ]))

  static let groups = [
    EndpointGroup(
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
    name: "GetThing", group: "Things", method: "GET", path: "/things/{ID}",
    parameters: [.path("ID", "String")], responseType: "Thing")

  var id = "1"

  func encode(into request: inout EndpointRequest) throws {
    request.setPath("ID", id)
  }
}

struct ListThings: PaginatedEndpoint {
  typealias API = TestAPI
  typealias Item = Thing

  static let descriptor = EndpointDescriptor(
    name: "ListThings", group: "Things", method: "GET", path: "/things", responseType: "Thing",
    isPaginated: true)

  var page = PageRequest()

  func encode(into request: inout EndpointRequest) throws {}
}

struct DeleteThing: Endpoint {
  typealias API = TestAPI
  typealias Response = Void

  static let descriptor = EndpointDescriptor(
    name: "DeleteThing", group: "Things", method: "DELETE", path: "/things/{ID}",
    parameters: [.path("ID", "String")], successStatuses: [200, 202, 204])

  var id = "1"

  func encode(into request: inout EndpointRequest) throws {
    request.setPath("ID", id)
  }
}

/// An endpoint with a query, a body and a response of any shape.
struct Search: Endpoint {
  typealias API = TestAPI
  typealias Response = JSON

  static let descriptor = EndpointDescriptor(
    name: "Search", group: "Things", method: "POST", path: "/hosts/{HOST}:{PORT}/search",
    parameters: [
      .path("HOST", "String"), .path("PORT", "Int"), .query("q", "String", required: true),
    ], bodyType: "JSON", responseType: "JSON")

  var host = "db"
  var port = 27017
  var query: String? = "x"
  var body: JSON?

  func encode(into request: inout EndpointRequest) throws {
    request.setPath("HOST", host)
    request.setPath("PORT", port)
    request.addQuery("q", query)
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

extension EndpointRequest {
  /// A request with a body that can be read once.
  static func upload() throws -> EndpointRequest {
    var request = EndpointRequest(Search.descriptor)
    try Search().encode(into: &request)
    request.setBody(HTTPBody(Chunks([Data("ab".utf8), Data("c".utf8)])))
    return request
  }
}
