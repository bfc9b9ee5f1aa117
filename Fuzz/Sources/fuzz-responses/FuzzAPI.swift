import EndpointModel
@_spi(Generated) import EndpointRuntime

/// A small API of the kind that definitions describe.
enum FuzzAPI: EndpointAPI {
  static let descriptor = APIDescriptor(
    name: "Fuzz", baseURL: "https://api.example.com/v1",
    parameters: [.query("envelope", .bool, default: "false")],
    envelope: Envelope(switchParameter: "envelope", status: "status", content: "content"),
    pagination: Pagination(
      pageParameter: "pageNum", sizeParameter: "itemsPerPage", countParameter: nil,
      items: "results", total: "totalCount", defaultSize: 100, maximumSize: 500),
    error: ErrorShape(
      code: "errorCode", detail: "detail", reason: "reason", parameters: "parameters"))

  static let shared = SharedAPI(descriptor)

  static let tags: [EndpointTag] = []
}

struct Thing: Codable, Hashable, Sendable {
  var id: String
  var count: Int?
  var state: JSON?
}

struct GetThing: Endpoint {
  typealias API = FuzzAPI
  typealias Response = Thing

  static let descriptor = EndpointDescriptor(
    name: "GetThing", tag: "Things", method: "GET", path: "/thing",
    responses: [.json(.named("Thing"))])

  func encode(into request: inout RequestBuilder) throws {}
}

struct ListThings: PaginatedEndpoint {
  typealias API = FuzzAPI
  typealias Item = Thing

  static let descriptor = EndpointDescriptor(
    name: "ListThings", tag: "Things", method: "GET", path: "/things",
    responses: [.json(.named("Thing"))],
    isPaginated: true)

  var page = PageRequest()

  func encode(into request: inout RequestBuilder) throws {}
}

struct PutThing: Endpoint {
  typealias API = FuzzAPI
  typealias Response = JSON

  static let descriptor = EndpointDescriptor(
    name: "PutThing", tag: "Things", method: "PUT", path: "/thing", body: .json(.json),
    responses: [.json(.json)])

  func encode(into request: inout RequestBuilder) throws {
    try request.setBody(JSON.null)
  }
}
