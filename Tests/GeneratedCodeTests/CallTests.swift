import EndpointRuntime
import Foundation
import HTTPTypes
import Testing
@_spi(Generated) import Zoo

@Suite("A generated endpoint")
struct CallTests {
  /// Responds to every request alike and keeps what was asked.
  private actor Server: HTTPTransport {
    private(set) var requests: [HTTPRequest] = []
    private let response: HTTPResponse
    private let body: Data

    init(json: String) { self.init(200, "application/json", json) }

    init(_ status: Int, _ contentType: String, _ body: String) {
      response = HTTPResponse(
        status: .init(code: status), headerFields: [.contentType: contentType])
      self.body = Data(body.utf8)
    }

    func send(_ request: HTTPRequest, body: HTTPBody?, timeout: Duration?) async throws
      -> TransportResponse
    {
      requests.append(request)
      return TransportResponse(head: response, body: HTTPBody(self.body))
    }
  }

  private func zoo(_ server: Server, at baseURL: String? = nil) throws -> EndpointClient<ZooAPI> {
    EndpointClient(baseURL: try baseURL.map { try BaseURL($0) }, transport: server)
  }

  @Test(
    "returns what the status and the media type indicate",
    arguments: [
      (200, "application/vnd.zoo.2026-01-01+json", #"{"2026":[]}"#, .json(["2026": []])),
      (200, "text/csv; charset=utf-8", "a,b", .csv("a,b")),
      (200, "Application/ZIP", "PK", .zip(Data("PK".utf8))),
      (202, "application/json", "", .later),
    ] as [(Int, String, String, ExportVisits.Response)])
  func kinds(status: Int, type: String, body: String, expected: ExportVisits.Response) async throws
  {
    let zoo = try zoo(Server(status, type, body))
    #expect(try await zoo.send(ExportVisits(format: "any")) == expected)
  }

  @Test("returns Void if the status has no type")
  func optional() async throws {
    let visit = Visit(id: 1, guide: Guide(name: "Ann"), checked: nil)
    let change = ChangeVisit(visitID: 1, body: visit)
    #expect(try await zoo(Server(204, "", "")).send(change) == nil)
    #expect(try await zoo(Server(200, "application/json", "")).send(change) == nil)
    let text = #"{"id":1,"guide":{"name":"Ann"},"checked":null}"#
    #expect(try await zoo(Server(200, "application/json", text)).send(change) == visit)
  }

  @Test("streams bytes, and decodes text")
  func bytes() async throws {
    let video = try await zoo(Server(200, "application/gzip", "frames")).send(
      DownloadVideo(visitID: 1))
    #expect(try await video.prefix(bytes: 100).data == Data("frames".utf8))
    let text = try await zoo(Server(201, "text/plain", "stored")).send(
      UploadPhoto(visitID: 1, body: Data()))
    #expect(text == "stored")
  }

  @Test(
    "uses its own base path, for every base URL",
    arguments: [
      (nil, "zoo.example.com", "/v3/beta/visits/7"),
      ("http://127.0.0.1:81/proxy/v1", "127.0.0.1:81", "/proxy/v3/beta/visits/7"),
      ("http://127.0.0.1:81/", "127.0.0.1:81", "/v3/beta/visits/7"),
    ])
  func basePaths(baseURL: String?, authority: String, path: String) async throws {
    let server = Server(json: #"{"id":7,"guide":{"name":"Ann"},"checked":null}"#)
    _ = try await zoo(server, at: baseURL).send(GetVisit(visitID: 7))
    let request = try #require(await server.requests.first)
    #expect(request.authority == authority)
    #expect(request.path == path)
    #expect(request.headerFields[.accept] == "application/vnd.zoo.2026-01-01+json")
  }

  @Test("sends shared dates and durations in their units")
  func sharedUnits() async throws {
    let server = Server(json: #"{"id":7,"guide":{"name":"Ann"},"checked":null}"#)
    var options = RequestOptions<ZooAPI>(
      view: .bigCat, asOf: Date(timeIntervalSince1970: 1_601_156_656), maxAge: .seconds(90))
    #expect(options.asOf == Date(timeIntervalSince1970: 1_601_156_656))
    #expect(options.maxAge == .seconds(90))
    options.maxAge = .seconds(120)
    _ = try await zoo(server).send(GetVisit(visitID: 7), options: options)
    let path = await server.requests.first?.path
    #expect(path?.hasSuffix("?view=BIG_CAT&asOf=1601156656&maxAge=2") == true)
  }

  @Test(
    "rejects invalid arguments",
    arguments: [
      (FindVisits(year: 1899, xVisitor: "Zoe"), "year", "is less than the minimum 1900"),
      (FindVisits(year: 2101, xVisitor: "Zoe"), "year", "is greater than the maximum 2100"),
      (FindVisits(year: 2000, xVisitor: "Z"), "X-Visitor", "is shorter than 2 characters"),
      (FindVisits(year: 2000, xVisitor: "Z\r\nA: b"), "X-Visitor", "contains a line break"),
      (
        FindVisits(year: 2000, xVisitor: "Zoe", tags: ["ok", "much too long"]), "tags",
        "is longer than 10 characters"
      ),
      (FindVisits(year: 2000, xVisitor: "Zoe", tags: ["a,b"]), "tags", "contains a comma in 'a,b'"),
      (FindVisits(year: 2000, xVisitor: "Zoe", longest: .seconds(60 * 601)), "longest", "600"),
      (FindVisits(year: 2000, xVisitor: "Zoe", price: 0.25), "price", "minimum 0.5"),
      (FindVisits(year: 2000, xVisitor: "Zoe", page: "p"), "page", "pattern ^p[0-9]+$"),
      (FindVisits(year: 2000, xVisitor: "Zoe", size: "huge"), "size", "is not one of small, large"),
    ])
  func constraints(request: FindVisits, parameter: String, reason: String) async throws {
    let server = Server(json: "{}")
    await #expect {
      try await zoo(server).send(request)
    } throws: { error in
      guard case EndpointError.invalidRequest(let name, let text) = error else { return false }
      return name == parameter && text.contains(reason)
    }
    #expect(await server.requests.isEmpty)
  }

  @Test("has the error code of the status for a response without one")
  func statusCodes() async throws {
    await #expect {
      try await zoo(Server(507, "text/html", "<h1>full</h1>")).send(FreeAnimals())
    } throws: { error in
      guard case EndpointError.api(let response) = error else { return false }
      return response.code == .hungry && response.hint == "Feed it."
    }
  }

  @Test("rejects deeply nested documents")
  func depth() async throws {
    func visit(depth: Int) -> String {
      let guide =
        String(repeating: #"{"name":"[{\"","guide":"#, count: depth) + #"{"name":"A"}"#
        + String(repeating: "}", count: depth)
      return #"{"id":1,"checked":null,"guide":\#(guide)}"#
    }
    let request = GetVisit(visitID: 1)
    let deep = try await zoo(Server(json: visit(depth: 60))).send(request)
    #expect(deep.guide.guide?.name == #"[{""#)
    for depth in [64, 500, 100_000] {
      do {
        try await zoo(Server(json: visit(depth: depth))).send(request)
        Issue.record("\(depth) levels were accepted")
      } catch EndpointError.decoding(let failure) {
        #expect("\(failure)".contains("nested deeper than 64 levels"))
      }
    }
  }

  @Test("has the waiters of its definition")
  func waiters() {
    let over = DeletionWaiter<GetVisit>.over
    #expect(over.waiter.success.map(\.values) == [["Zoe"]])
    #expect(over.waiter.failure.map(\.values) == [["Nobody", "Ann"]])
    #expect(over.waiter.success.map(\.field) == ["guide.name"])
    #expect(over.statuses == [404])
    var visit = Visit(id: 1, guide: Guide(name: "Ann"), checked: nil)
    #expect(over.waiter.success[0].text(visit) == "Ann")
    #expect(Waiter<GetVisit>.rated.success[0].text(visit) == nil)
    visit.rating = .value(.good)
    visit.isPaid = true
    #expect(Waiter<GetVisit>.rated.success[0].text(visit) == "good")
    #expect(Waiter<GetVisit>.paid.success[0].text(visit) == "true")
    #expect(DeletionWaiter<GetVisit>.deleted.statuses == [404])
    #expect(DeletionWaiter<GetVisit>.deleted.codes == ["GONE"])
  }

  @Test(
    "has waiters on the fields that all variants share",
    arguments: [
      (#"{"id":1,"day":"Monday","state":"USED"}"#, true),
      (#"{"id":1,"year":2026,"currentStatus":"WORN"}"#, true),
      (#"{"id":1,"year":2026,"usedAt":"2026-01-01T00:00:00Z"}"#, true),
      (#"{"id":1,"year":2026,"stamps":["a"]}"#, true),
      (#"{"id":1,"year":2026,"stamps":[]}"#, false),
      (#"{"id":1,"year":2026,"state":"USED"}"#, false),
      (#"{"id":1,"state":"USED"}"#, false),
    ])
  func sharedFields(text: String, isDone: Bool) throws {
    let ticket = try JSONCoding.decode(Ticket.self, from: Data(text.utf8))
    let meets = Waiter<GetTicket>.used.success.contains { condition in
      condition.text(ticket).map { condition.values?.contains($0) ?? true } ?? false
    }
    #expect(meets == isDone)
  }
}
