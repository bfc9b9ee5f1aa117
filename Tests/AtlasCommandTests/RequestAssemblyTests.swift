import EndpointModel
@_spi(Generated) import EndpointRuntime
import Foundation
import HTTPTypes
import Testing

@testable import atlas_admin

@Suite("The assembly of a request")
struct RequestAssemblyTests {
  private let api = APIDescriptor(
    name: "Zoo", baseURL: "https://zoo.example.com",
    parameters: [.query("pretty", .bool, default: "false")])

  private let endpoint = EndpointDescriptor(
    name: "SendPhoto", tag: "Photos", method: "POST", path: "/{HOST}:{PORT}/photos",
    bodyContentType: "image/png",
    parameters: [
      .path("HOST", .string), .path("PORT", .int),
      .query("tags", .list(.string), list: .commaSeparated),
      .query("sizes", .list(.int), list: .repeated),
      .query("since", .date, unit: .seconds), .query("until", .date),
      .query("days", .date, unit: .days), .query("kind", .named("Kind"), cases: ["CAT", "DOG"]),
      .query("owner", .objectID), .query("keeper", .objectID),
      .query("when", .list(.date), list: .repeated, unit: .milliseconds),
      .query("weight", .double, constraints: .init(maximum: 9)),
      .query("size", .string, constraints: .init(values: ["small", "large"])),
      .query("event", .named("Event"), cases: (1...50).map { "EVENT_NUMBER_\($0)" }),
      .header("X-Camera", .string, required: true),
      .header("X-Lens", .list(.int), list: .commaSeparated),
    ], body: .data)

  private func assemble(_ arguments: RequestAssembly.Arguments) throws -> RequestBuilder {
    try RequestAssembly(api: api, endpoint: endpoint).request(with: arguments)
  }

  private func assignments(_ texts: String...) throws -> [Assignment] {
    try texts.map(Assignment.init(parsing:))
  }

  @Test("sets path, query, header fields, and body")
  func everything() throws {
    let body = Data([0x89, 0xFF, 0x0A])
    let request = try assemble(
      .init(
        path: try assignments("host=a=b", "PORT=1"),
        query: try assignments("tags=x", "sizes=1", "tags=y", "sizes=2", "pretty=true"),
        header: try assignments("x-camera=Old one", "X-Lens=35", "X-Lens=50"), body: body))
    #expect(request.pathValues == ["HOST": "a=b", "PORT": "1"])
    #expect(
      request.query.map { "\($0.name)=\($0.value)" } == [
        "tags=x,y", "sizes=1", "sizes=2", "pretty=true",
      ])
    #expect(try request.headerFields[#require(HTTPField.Name("X-Camera"))] == "Old one")
    #expect(try request.headerFields[#require(HTTPField.Name("X-Lens"))] == "35, 50")
    #expect(request.headerFields[.contentType] == "image/png")
    #expect(request.body?.data == body)
  }

  @Test(
    "converts dates to the unit of the parameter",
    arguments: [
      ("since=2020-09-26T21:44:16Z", "since=1601156656"), ("since=1601156656", "since=1601156656"),
      ("since=2020-09-26T23:44:16+0200", "since=1601156656"), ("days=1970-01-03", "days=2"),
      ("until=2020-09-26T21:44:16Z", "until=2020-09-26T21:44:16Z"), ("kind=DOG", "kind=DOG"),
      ("until=2020-09-26 23:44:16+02:00", "until=2020-09-26T21:44:16Z"),
      ("when=1970-01-01T00:00:01Z", "when=1000"), ("when=-5", "when=-5"),
    ])
  func dates(typed: String, sent: String) throws {
    let request = try assemble(
      .init(
        path: try assignments("HOST=a", "PORT=1"), query: try assignments(typed),
        header: try assignments("X-Camera=a"), body: Data("x".utf8)))
    #expect(request.query.map { "\($0.name)=\($0.value)" } == [sent])
  }

  @Test(
    "accepts any spelling of a parameter's name",
    arguments: ["GROUP-ID", "group-id", "groupId", "group_id", "groupid"])
  func spelling(name: String) throws {
    let endpoint = EndpointDescriptor(
      name: "GetGroup", tag: "Groups", method: "GET", path: "/groups/{GROUP-ID}",
      parameters: [.path("GROUP-ID", .objectID)])
    let request = try RequestAssembly(api: api, endpoint: endpoint)
      .request(with: .init(path: try assignments("\(name)=5e2f0a1b9c8d7e6f5a4b3c2d")))
    #expect(request.pathValues == ["GROUP-ID": "5e2f0a1b9c8d7e6f5a4b3c2d"])
  }

  @Test(
    "validates arguments by the definition",
    arguments: [
      (["HOST=a"], [], ["X-Camera=a"], "SendPhoto needs --param PORT=… (Int)"),
      (["HOST=a", "PORT=b"], [], ["X-Camera=a"], "--param PORT must be of type Int, not 'b'"),
      (["HOST=a", "PORT=1"], [], [], "SendPhoto needs --header X-Camera=… (String)"),
      (["HOST=a", "PORT=1"], ["sizes=x"], ["X-Camera=a"], "--query sizes must be of type Int"),
      (
        ["HOST=a", "PORT=1"], [], ["X-Camera=a", "X-Lens=x"], "--header X-Lens must be of type Int"
      ),
      (["HOST=a", "PORT=1"], [], ["X-Camera=a"], "SendPhoto needs image/png: give --body FILE"),
      (["HOST=a", "host=b", "PORT=1"], [], ["X-Camera=a"], "--param HOST is given twice"),
      (["HOST=a", "PORT=1"], ["until=x", "until=y"], [], "--query until must be a date such as"),
      (
        ["HOST=a", "PORT=1"], ["since=yesterday"], [],
        "--query since must be a date such as 2026-01-31T12:00:00Z, or a number of seconds since 1970"
      ),
      (["HOST=a", "PORT=1"], ["kind=COW"], [], "--query kind must be one of CAT, DOG, not 'COW'"),
      (
        ["HOST=a", "PORT=1"], ["owner= 5e2f0a1b9c8d7e6f5a4b3c2d"], [],
        "--query owner must be an identifier of 24 hexadecimal digits"
      ),
      (["HOST=a", "PORT=1"], ["owner=xyz"], [], "24 hexadecimal digits, not 'xyz'"),
      (["HOST=a", "PORT=1"], ["keeper=xyz"], [], "24 hexadecimal digits, not 'xyz'"),
      // Digits of full width have three bytes each.
      (["HOST=a", "PORT=1"], ["owner=" + String(repeating: "\u{FF11}", count: 8)], [], "24 hex"),
      (["HOST=a", "PORT=1"], ["since=nan"], [], "or a number of seconds since 1970, not 'nan'"),
      (["HOST=a", "PORT=1"], ["when=0x10"], [], "or a number of milliseconds since 1970"),
      (["HOST=a", "PORT=1"], ["weight=inf"], [], "--query weight must be a number, not 'inf'"),
      (["HOST=a", "PORT=1"], ["weight=10"], [], "weight '10' is greater than the maximum 9"),
      (["HOST=a", "PORT=1"], ["kind=Dgo"], [], "one of CAT, DOG, not 'Dgo'"),
      (["HOST=a", "PORT=1"], ["size=smal"], [], "large, not 'smal'; did you mean 'small'?"),
      (
        ["HOST=a", "PORT=1"], ["event=EVENT_NUMBR_7"], [],
        "lists, not 'EVENT_NUMBR_7'; did you mean 'EVENT_NUMBER_7'?"
      ),
      (["HOST=a", "PORT=1"], ["sizes=1,2"], [], "not '1,2'; give --query once for each value"),
      (["HOST= a", "PORT=1"], [], [], "--param HOST must be a name without white space around it"),
      (["HOST=", "PORT=1"], [], [], "--param HOST must be a name without white space around it"),
    ])
  func mistakes(path: [String], query: [String], header: [String], message: String) throws {
    #expect {
      try assemble(
        .init(
          path: path.map(Assignment.init(parsing:)), query: query.map(Assignment.init(parsing:)),
          header: header.map(Assignment.init(parsing:))))
    } throws: { error in
      guard let failure = error as? CommandFailure else { return false }
      return failure.status == .usage && failure.message.contains(message)
    }
  }
}
