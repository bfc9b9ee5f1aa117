import EndpointDefinition
import EndpointModel
import Testing

@Suite("A valid definition")
struct ModelTests {
  @Test("has no diagnostics")
  func noDiagnostics() throws {
    let result = Samples.read()
    #expect(result.diagnostics.map(\.description) == [])
    #expect(result.model != nil)
  }

  @Test("declares the API and its conventions")
  func conventions() throws {
    let api = try #require(Samples.read().model)
    #expect(api.name == "Zoo")
    #expect(api.path == "api.xml")
    #expect(api.baseURL == "https://zoo.example.com/v1")
    #expect(api.parameters.map(\.name) == ["pretty"])
    #expect(api.envelope?.switchParameter == "pretty")
    #expect(api.pagination?.maximumSize == 100)
    #expect(api.pagination?.firstPage == 1)
    #expect(api.error == ErrorShape(code: "code", detail: "message"))
    #expect(api.errorCodes?.codes.map(\.value) == ["GONE", "HUNGRY"])
    #expect(api.errorCodes?.codes.first?.hint == "Look elsewhere.")
    #expect(api.errorCodes?.statuses.map(\.value) == [503])
    #expect(api.errorCodes?.statuses.map(\.code) == ["HUNGRY"])
  }

  @Test("declares endpoints with parameters, bodies, and responses")
  func endpoints() throws {
    let api = try #require(Samples.read().model)
    let list = try #require(api.endpoints.first)
    #expect(list.name == "ListAnimals")
    #expect(list.path.placeholders == ["CAGE-ID"])
    #expect(list.parameters.map(\.name) == ["CAGE-ID", "kind"])
    #expect(list.parameters.map(\.isRequired) == [true, false])
    #expect(list.responses.map(\.payload) == [.json(.named("Animal"))])
    #expect(list.isPaginated)
    let add = try #require(api.endpoints.last)
    #expect(add.body?.payload == .json(.named("Animal")))
    #expect(add.responses.map(\.statuses) == [[200, 201]])
  }

  @Test("declares types")
  func types() throws {
    let api = try #require(Samples.read().model)
    #expect(api.types.map(\.name) == ["Animal", "Kind"])
    guard case .structure(let animal) = api.types[0] else {
      Issue.record("Animal is not a struct")
      return
    }
    #expect(
      animal.fields.map(\.type) == [
        .scalar(.string), .named("Kind"), .list(.named("Animal")),
      ])
  }

  @Test("can begin with a byte order mark and have CRLF line ends")
  func lineEnds() {
    let text = "\u{FEFF}" + Samples.api.replacing("\n", with: "\r\n")
    let result = DefinitionReader().read(files: [
      "api.xml": Array(text.utf8), "animals.xml": Array(Samples.animals.utf8),
    ])
    #expect(result.diagnostics.map(\.description) == [])
  }

  @Test(
    "has examples of dates in the unit of the field",
    arguments: [
      (#"unit="milliseconds""#, "1769860800000"), (#"unit="seconds""#, "1769860800"),
      (#"unit="minutes""#, "29497680"), (#"unit="hours""#, "491628"),
      (#"unit="days""#, "20484"), ("", #""2026-01-31T12:00:00Z""#),
    ])
  func units(unit: String, expected: String) throws {
    let result = Samples.read(
      replacing: #"<field name="name" type="String" required="true"/>"#,
      with: #"<field name="born" type="Date" \#(unit) required="true"/>"#)
    let model = try #require(result.model)
    #expect(ExampleMaker(model).example(of: .named("Animal")) == #"{"born":\#(expected)}"#)
  }
}
