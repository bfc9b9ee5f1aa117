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

  private func assemble(_ arguments: [String], body: Data? = Data("x".utf8)) throws
    -> RequestBuilder
  {
    let catalog = EndpointCatalog(
      api: api, tags: [.init(name: "Photos", summary: "", endpoints: [endpoint])])
    let flags = EndpointFlags(endpoint, in: catalog)
    let values = try FlagParser(endpoint: endpoint.name, flags: flags).parse(arguments)
    return try RequestAssembly(endpoint: endpoint, flags: flags).request(with: values, body: body)
  }

  private let required = ["--host", "a", "--port", "1", "--x-camera", "a"]

  @Test("sets path, query, header fields, and body")
  func everything() throws {
    let body = Data([0x89, 0xFF, 0x0A])
    let request = try assemble(
      [
        "--host", "a=b", "--PORT=1", "--tags", "x", "--sizes", "1", "--tags=y", "--sizes", "2",
        "--pretty", "--x-camera=Old one", "--X-Lens", "35", "--x-lens", "50",
      ], body: body)
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
      ("--since=2020-09-26T21:44:16Z", "since=1601156656"),
      ("--since=1601156656", "since=1601156656"),
      ("--since=2020-09-26T23:44:16+0200", "since=1601156656"), ("--days=1970-01-03", "days=2"),
      ("--query-until=2020-09-26T21:44:16Z", "until=2020-09-26T21:44:16Z"),
      ("--kind=DOG", "kind=DOG"),
      ("--query-until=2020-09-26 23:44:16+02:00", "until=2020-09-26T21:44:16Z"),
      ("--when=1970-01-01T00:00:01Z", "when=1000"), ("--when=-5", "when=-5"),
    ])
  func dates(typed: String, sent: String) throws {
    let request = try assemble(required + [typed])
    #expect(request.query.map { "\($0.name)=\($0.value)" } == [sent])
  }

  @Test(
    "reads switches with and without a value",
    arguments: [
      (["--pretty"], "true"), (["--pretty", "false"], "false"), (["--pretty=true"], "true"),
      (["--no-pretty"], "false"), (["--pretty", "--kind", "DOG"], "true"),
    ])
  func switches(arguments: [String], sent: String) throws {
    let request = try assemble(required + arguments)
    #expect(request.query.first { $0.name == "pretty" }?.value == sent)
  }

  @Test(
    "accepts any spelling of a parameter's name",
    arguments: ["X-Camera", "x-camera", "xCamera", "x_camera", "XCAMERA"])
  func spelling(name: String) throws {
    let request = try assemble(["--host=a", "--port=1", "--\(name)", "b"])
    #expect(try request.headerFields[#require(HTTPField.Name("X-Camera"))] == "b")
  }

  @Test(
    "separates the words of a name by hyphens",
    arguments: [
      ("groupId", "group-id"), ("GROUP-ID", "group-id"), ("itemsPerPage", "items-per-page"),
      ("awsIAMType", "aws-iam-type"), ("nIndexes", "n-indexes"), ("X-Camera", "x-camera"),
      ("pointInTimeUTCSeconds", "point-in-time-utc-seconds"), ("m", "m"), ("_id", "id"),
      ("x509Type", "x509-type"), ("sourceProjectID", "source-project-id"),
    ])
  func hyphens(name: String, flag: String) {
    #expect(name.hyphenated == flag)
  }

  @Test("gives every endpoint of both APIs flags of distinct names", arguments: AtlasAPI.allCases)
  func distinctNames(api: AtlasAPI) {
    let catalog = api.catalog
    for endpoint in catalog.endpoints {
      let flags = EndpointFlags(endpoint, in: catalog)
      let names = flags.flags.map { String($0.name.dropFirst(2)) }
      #expect(Set(names).count == names.count, "\(endpoint.name)")
      #expect(Set(names).isDisjoint(with: EndpointFlags.reservedNames), "\(endpoint.name)")
      for flag in flags.flags {
        #expect(flags.find(String(flag.name.dropFirst(2)))?.name == flag.name)
        #expect(flag.summary != nil, "\(endpoint.name) \(flag.name)")
      }
    }
  }

  @Test("reserves the names of the options of call")
  func reservedNames() throws {
    let call = try #require(
      CommandOutline.root?.subcommands?.first { $0.commandName == "call" })
    let names = (call.arguments ?? []).flatMap { $0.names ?? [] }.filter { $0.kind == "long" }
    #expect(Set(names.map(\.name)) == EndpointFlags.reservedNames)
  }

  @Test(
    "validates arguments by the definition",
    arguments: [
      (["--host=a", "--x-camera=a"], "SendPhoto needs --port (Int)"),
      (["--host=a", "--port=b", "--x-camera=a"], "--port must be of type Int, not 'b'"),
      (["--host=a", "--port=1"], "SendPhoto needs --x-camera (String)"),
      (["--sizes=x"], "--sizes must be of type Int"),
      (["--x-lens=x"], "--x-lens must be of type Int"),
      (["--host=a", "--HOST=b"], "--host is given twice; remove one of them"),
      (["--query-until=x"], "--query-until must be a date such as"),
      (
        ["--since=yesterday"],
        "--since must be a date such as 2026-01-31T12:00:00Z, or a number of seconds since 1970"
      ),
      (["--kind=COW"], "--kind must be one of CAT, DOG, not 'COW'"),
      (
        ["--owner= 5e2f0a1b9c8d7e6f5a4b3c2d"],
        "--owner must be an identifier of 24 hexadecimal digits"
      ),
      (["--owner", "xyz"], "24 hexadecimal digits, not 'xyz'"),
      // Digits of full width have three bytes each.
      (["--owner=" + String(repeating: "\u{FF11}", count: 8)], "24 hex"),
      (["--since=nan"], "or a number of seconds since 1970, not 'nan'"),
      (["--when=0x10"], "or a number of milliseconds since 1970"),
      (["--weight=inf"], "--weight must be a number, not 'inf'"),
      (["--weight=10"], "weight '10' is greater than the maximum 9"),
      (["--kind=Dgo"], "one of CAT, DOG, not 'Dgo'"),
      (["--size=smal"], "large, not 'smal'; did you mean 'small'?"),
      (
        ["--event=EVENT_NUMBR_7"],
        "lists, not 'EVENT_NUMBR_7'; did you mean 'EVENT_NUMBER_7'?"
      ),
      (["--sizes=1,2"], "not '1,2'; give --sizes once for each value"),
      (["--host= a"], "--host must be a name without white space around it"),
      (["--host="], "--host must be a name without white space around it"),
      (["--owner"], "--owner needs a value (ObjectID)"),
      (["--owner", "--kind"], "if '--kind' is the value, write --owner=--kind"),
      (["--onwer", "x"], "SendPhoto has no parameter '--onwer'; did you mean '--owner'?"),
      (["x"], "unexpected argument 'x'"), (["-x"], "unexpected argument '-x'"),
      (["--no-kind"], "SendPhoto has no parameter '--no-kind'"),
    ])
  func mistakes(arguments: [String], message: String) throws {
    #expect {
      try assemble(arguments)
    } throws: { error in
      guard let failure = error as? CommandFailure else { return false }
      return failure.status == .usage && failure.message.contains(message)
    }
  }

  @Test("needs a body unless it is optional")
  func body() {
    #expect {
      try assemble(required, body: nil)
    } throws: { error in
      (error as? CommandFailure)?.message
        == "SendPhoto needs image/png: give --body FILE or --body -"
    }
  }
}
