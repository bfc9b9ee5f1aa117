import EndpointRuntime

/// A small API of the kind that definitions describe.
enum FuzzAPI: EndpointAPI {
  static let descriptor = APIDescriptor(
    name: "Fuzz", baseURL: "https://api.example.com/v1",
    parameters: [.query("envelope", "Bool", default: "false")],
    envelope: EnvelopeRule(switchParameter: "envelope", status: "status", content: "content"),
    pagination: PaginationRule(
      pageParameter: "pageNum", sizeParameter: "itemsPerPage", countParameter: nil,
      items: "results", total: "totalCount", defaultSize: 100, maximumSize: 500),
    error: ErrorRule(
      code: "errorCode", detail: "detail", reason: "reason", parameters: "parameters"))

  static let groups: [EndpointGroup] = []
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
    name: "GetThing", group: "Things", method: "GET", path: "/thing", responseType: "Thing")

  func encode(into request: inout EndpointRequest) throws {}
}

struct ListThings: PaginatedEndpoint {
  typealias API = FuzzAPI
  typealias Item = Thing

  static let descriptor = EndpointDescriptor(
    name: "ListThings", group: "Things", method: "GET", path: "/things", responseType: "Thing",
    isPaginated: true)

  var page = PageRequest()

  func encode(into request: inout EndpointRequest) throws {}
}

struct PutThing: Endpoint {
  typealias API = FuzzAPI
  typealias Response = JSON

  static let descriptor = EndpointDescriptor(
    name: "PutThing", group: "Things", method: "PUT", path: "/thing", bodyType: "JSON",
    responseType: "JSON")

  func encode(into request: inout EndpointRequest) throws {
    try request.setBody(JSON.null)
  }
}
