import EndpointDefinition
import Testing

/// One change to the sample, and what must be said about it.
struct Mutation: CustomTestStringConvertible, Sendable {
  var old: String
  var new: String
  var expected: [String]

  init(_ old: String, _ new: String, _ expected: String...) {
    self.old = old
    self.new = new
    self.expected = expected
  }

  var testDescription: String { "\(old) → \(new)" }
}

@Suite("A mistake in a definition")
struct DiagnosticTests {
  static let mutations: [Mutation] = [
    Mutation(
      "    <path-param name=\"CAGE-ID\" type=\"ObjectID\"/>\n", "",
      "animals.xml:2:58: error: path has {CAGE-ID} but no <path-param name=\"CAGE-ID\">; add it"),
    Mutation(
      "{CAGE-ID}", "{CAGE}",
      """
      animals.xml:2:58: error: path has {CAGE} but its <path-param> is 'CAGE-ID'; write the same name
      animals.xml:4:23: note: the <path-param> is here
      """),
    Mutation(
      "type=\"Kind\"/>", "type=\"Kin\"/>",
      "animals.xml:16:30: error: unknown type 'Kin'; did you mean 'Kind'?"),
    Mutation(
      "required=\"true\"", "requierd=\"true\"",
      "animals.xml:15:38: error: unknown attribute 'requierd' on <field>; did you mean 'required'?"),
    Mutation(
      "<case value=\"dog\"/>", "<cas value=\"dog\"/>",
      "animals.xml:21:5: error: unknown element <cas> in <enum>; did you mean 'case'?"),
    Mutation(
      "<case value=\"dog\"/>", "<case value=\"cat\"/>",
      """
      animals.xml:21:18: error: the value 'cat' is declared twice; remove one
      animals.xml:20:5: note: the first one is here
      """),
    Mutation(
      "method=\"GET\"", "method=\"get\"",
      "animals.xml:2:40: error: unknown method 'get'; write one of DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT; did you mean 'GET'?"
    ),
    Mutation(
      "status=\"201 200\"", "status=\"201 404\"",
      "animals.xml:12:27: error: '404' is not a status of success; write numbers from 200 to 299 with spaces between them, 2xx, or 102 for one that comes later"
    ),
    Mutation(
      "default=\"cat\"", "default=\"cow\"",
      "animals.xml:5:51: error: the default 'cow' is not a Kind: write one of its cases"
    ),
    Mutation(
      "name=\"kind\" type=\"Kind\" default", "name=\"page\" type=\"Kind\" default",
      "animals.xml:5:24: error: a paginated endpoint has 'page' already; remove this <query-param>"),
    Mutation(
      "name=\"kind\" type=\"Kind\" default", "name=\"pretty\" type=\"Kind\" default",
      "animals.xml:5:24: error: every endpoint of the API has 'pretty' as an optional Bool; only its default can differ"
    ),
    Mutation(
      "name=\"AddAnimal\"", "name=\"ListAnimals\"",
      """
      animals.xml:8:19: error: the name 'ListAnimals' is declared twice; rename one or remove it
      animals.xml:2:3: note: the first one is here
      """),
    Mutation(
      "method=\"POST\"", "method=\"GET\"",
      """
      animals.xml:8:3: error: 'AddAnimal' has the same method and path as 'ListAnimals'; remove one
      animals.xml:2:3: note: 'ListAnimals' is declared here
      """),
    Mutation(
      "method=\"POST\"", "method=\"HEAD\"",
      "animals.xml:11:5: error: a HEAD request has no body; remove it or choose another method"),
    Mutation(
      "type=\"[Animal]\"/>\n  </struct>", "type=\"Animal\"/>\n  </struct>",
      "animals.xml:17:31: error: 'Animal' contains itself (Animal → Animal); break the cycle, make this a list, or add indirect=\"true\""
    ),
    Mutation(
      "</struct>", "</field>",
      """
      animals.xml:18:3: error: </field> does not close <struct>; write </struct>
      animals.xml:14:3: note: <struct> starts here
      """),
    Mutation(
      "method=\"POST\" path", "method=\"POST\n    path",
      "animals.xml:8:30: error: the value of 'method' is not closed; add the closing quote"),
    Mutation(
      "<case value=\"dog\"/>\n", "<case value=\"dog\"/\n",
      "animals.xml:21:22: error: the tag is not closed; write '/>'"),
    Mutation(
      "</endpoint>\n  <struct", "</endpoint>\n  <!-- </x> -->\n  </endpoint>\n  <struct",
      "animals.xml:15:3: error: no <endpoint> is open here; remove </endpoint>"),
    Mutation(
      "<pagination page", "<paginations page",
      "api.xml:4:3: error: unknown element <paginations> in <api>; did you mean 'pagination'?"),
    Mutation(
      "Lists animals.", "Lists cats & dogs.",
      "animals.xml:3:25: error: '&' begins a character reference; write '&amp;' for the character itself"
    ),
    Mutation(
      "base-url=\"https://zoo.example.com/v1\"", "base-url=\"https://zoo.example.com/v1/\"",
      "api.xml:1:62: error: the base URL must be absolute, by http or https, without a query and without a slash at its end"
    ),
    Mutation(
      "switch=\"pretty\"", "switch=\"prety\"",
      "api.xml:3:21: error: the envelope's switch 'prety' is not a <query-param> of the <api>; declare it; did you mean 'pretty'?"
    ),
    Mutation(
      "urn:endpoint-definitions:1\" tag", "urn:endpoints\" tag",
      "animals.xml:1:1: error: <endpoints> is not in the namespace of definitions; add xmlns=\"urn:endpoint-definitions:1\""
    ),
    Mutation(
      "    <summary>Adds an animal.</summary>\n", "",
      "animals.xml:8:3: warning: the endpoint has no summary; add summary=\"…\""),
  ]

  @Test("is reported at its location with its fix", arguments: mutations)
  func mutation(_ mutation: Mutation) {
    let result = Samples.read(replacing: mutation.old, with: mutation.new)
    #expect(result.diagnostics.map(\.description) == mutation.expected)
    let hasError = result.diagnostics.contains { $0.severity == .error }
    #expect((result.model == nil) == hasError)
  }

  @Test("does not hide a mistake in another file")
  func allFiles() {
    let result = DefinitionReader().read(files: [
      "api.xml": Array(Samples.api.replacing("name=\"Zoo\"", with: "").utf8),
      "animals.xml": Array(
        Samples.animals.replacing("type=\"Animal\"", with: "type=\"Anima\"")
          .replacing("[Animal]", with: "[Anima]").utf8),
    ])
    #expect(
      result.diagnostics.map { "\($0.location)" } == [
        "animals.xml:6:35", "animals.xml:11:17", "animals.xml:12:38",
        "animals.xml:17:32", "api.xml:1:1",
      ])
  }

  @Test("has a location in characters rather than bytes")
  func columns() {
    let result = Samples.read(
      replacing: "<error code=\"code\"", with: "<error code=\"Ä€𝄞\" cod=\"x\"")
    #expect(result.diagnostics.map { "\($0.location)" } == ["api.xml:5:21"])
  }
}
