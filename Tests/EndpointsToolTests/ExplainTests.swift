import EndpointDefinition
import EndpointModel
import Foundation
import TestSupport
import Testing
@testable import endpoints

@Suite("endpoints explain and list")
struct ExplainTests {
  @Test("explain requests and responses")
  func endpoint() async throws {
    try await Zoo.run { zoo in
      let result = try await zoo.run("explain", "addanimal", "--definitions", zoo.path)
      #expect(result.status == 0)
      #expect(
        result.output == """
          AddAnimal, an endpoint of Animals
          zoo/animals.xml:21:3

          Adds an animal.

          Deprecated: There are enough. Use ListAnimals instead.

          Request
            POST https://zoo.example.com/v1/cages/{CAGE-ID}/animals
            Accept: application/vnd.zoo.2026-01-01+json
            Content-Type: application/vnd.zoo.2026-01-01+json
            Authorization: Digest …

          Path
            CAGE-ID  ObjectID    The identifier of the cage.

          Query
            pretty    Bool      default false  Whether JSON is indented.
            view      Kind                     The kind of animals to show.
            asOf      Date      in seconds     The time of the state to return.
            maxAge    Duration  in minutes     The maximum age of the state to return.
            envelope  Bool      default false  Whether the response has an envelope with its status.

          Body: Animal
            {
              "_id": "5e2f0a1b9c8d7e6f5a4b3c2d",
              "kind": "BIG_CAT"
            }

          Success
            200, 201: Animal
            {
              "_id": "5e2f0a1b9c8d7e6f5a4b3c2d",
              "kind": "BIG_CAT"
            }
            with envelope=true: {"status": …, "content": …}

          """)
    }
  }

  @Test("mention the envelope for JSON only")
  func envelope() async throws {
    for (response, hasEnvelope) in [
      (#"<response status="200 201" type="Animal"/>"#, true), (#"<response status="204"/>"#, true),
      (#"<response status="200" content-type="application/gzip" stream="true"/>"#, false),
    ] {
      try await Zoo.run(
        replacing: #"<response status="200 201" type="Animal"/>"#, with: response
      ) { zoo in
        let result = try await zoo.run("explain", "AddAnimal", "--definitions", zoo.path)
        #expect(result.status == 0, "\(result.error)")
        #expect(result.output.contains("with envelope=true: ") == hasEnvelope)
      }
    }
  }

  @Test("explain pages and roles")
  func paginated() async throws {
    try await Zoo.run { zoo in
      let result = try await zoo.run("explain", "ListAnimals", "--definitions", zoo.path)
      #expect(result.output.contains("\nRoles\n  one of Keeper, Visitor\n"))
      #expect(result.output.contains("\n  bornAfter     Date      required\n"))
      #expect(
        result.output.contains("\n  itemsPerPage  Int       default 100    The number of items"))
      #expect(result.output.contains("\n  200: a page of Animal\n  {\n    \"results\": [\n"))
      #expect(result.output.contains("  CAGE-ID  ObjectID    The identifier of the cage.\n"))
    }
  }

  @Test("explain types")
  func types() async throws {
    try await Zoo.run { zoo in
      let animal = try await zoo.run("explain", "Animal", "--definitions", zoo.path)
      #expect(
        animal.output.hasPrefix("Animal, a JSON object\nzoo/animals.xml:41:3\n\nAn animal.\n"))
      #expect(animal.output.contains("\n  youngIds   [ObjectID]\n"))
      #expect(
        animal.output.contains("\nUsed by\n  ListAnimals returns it\n  AddAnimal sends and"))
      let kind = try await zoo.run("explain", "Kind", "--definitions", zoo.path)
      #expect(kind.output.hasSuffix("\nValues\n  BIG_CAT\n  in\n  2legs\n"))
    }
  }

  @Test("explain everything that this package defines", arguments: Zoo.packageFolders)
  func everything(folder: URL) throws {
    let api = try #require(DefinitionReader().read(folder: folder.path).model)
    #expect(!api.endpoints.isEmpty)
    for file in api.files {
      for endpoint in file.endpoints {
        let lines = EndpointExplanation(api: api, endpoint: endpoint, tag: file.tag ?? "").lines
        let first = "  \(endpoint.method) https://"
        #expect(
          lines.contains { $0.hasPrefix(first) && $0.hasSuffix(endpoint.path.description) },
          "\(endpoint.name)")
      }
    }
  }

  @Test("report errors but no warnings")
  func diagnostics() async throws {
    try await Zoo.run(replacing: "\n      summary=\"Adds an animal.\"", with: "") { zoo in
      let warned = try await zoo.run("list", zoo.path)
      #expect(warned.status == 0)
      #expect(warned.error == "")
      #expect(try await zoo.run("generate", zoo.path, "--output", "out").error.contains("warning"))
    }
    try await Zoo.run(replacing: "type=\"Kind\"", with: "type=\"Kin\"") { zoo in
      let failed = try await zoo.run("explain", "Animal", "--definitions", zoo.path)
      #expect(failed.status == 1)
      #expect(failed.output == "")
      #expect(failed.error.contains("error: unknown type 'Kin'"))
    }
  }

  @Test("suggest names for unknown ones")
  func unknown() async throws {
    try await Zoo.run { zoo in
      let result = try await zoo.run("explain", "AddAnimals", "--definitions", zoo.path)
      #expect(result.status == 2)
      #expect(
        result.error == "error: unknown name 'AddAnimals'; did you mean 'AddAnimal'?\n")
    }
  }

  @Test("find the only folder in Definitions")
  func defaultFolder() async throws {
    try await Zoo.run { zoo in
      let missing = try await zoo.run("explain", "Kind")
      #expect(missing.status == 2)
      #expect(missing.error.contains("--definitions"))
      for name in ["api.xml", "animals.xml"] {
        try zoo.folder.write(zoo.read(name), to: "Definitions/Zoo/\(name)")
      }
      #expect(try await zoo.run("explain", "Kind").status == 0)
      try zoo.folder.write(Zoo.api, to: "Definitions/Other/api.xml")
      let ambiguous = try await zoo.run("explain", "Kind")
      #expect(ambiguous.status == 2)
      #expect(ambiguous.error.contains("one of Other, Zoo"))
    }
  }

  @Test("list endpoints with their URLs and parameters")
  func list() async throws {
    try await Zoo.run { zoo in
      let json = try await zoo.run("list", zoo.path, "--format", "json")
      #expect(json.status == 0)
      let listed = try JSONDecoder().decode([Listing].self, from: Data(json.output.utf8))
      #expect(listed.map(\.name) == ["ListAnimals", "AddAnimal", "ReplaceAnimal", "FreeAnimals"])
      #expect(listed[0].tag == "Animals")
      #expect(listed[0].url == "https://zoo.example.com/v1/cages/{CAGE-ID}/animals")
      #expect(listed[0].pathParams == ["CAGE-ID"])
      let names = ["bornAfter", "kind", "default", "pageNum", "itemsPerPage", "includeCount"]
      let shared = ["pretty", "view", "asOf", "maxAge", "envelope"]
      #expect(listed[0].queryParams.map(\.name) == names + shared)
      #expect(listed[0].queryParams.filter(\.required).map(\.name) == ["bornAfter"])
      #expect(listed[0].queryParams[4].default == "100")
      #expect(listed[0].paginated && !listed[0].deprecated && listed[1].deprecated)
      #expect(listed[0].bodyType == nil && listed[1].bodyType == "Animal")
      #expect(listed[0].responseType == "Animal")
      let text = try await zoo.run("list", zoo.path)
      #expect(
        text.output == """
          ListAnimals    GET     /cages/{CAGE-ID}/animals                paginated
          AddAnimal      POST    /cages/{CAGE-ID}/animals                deprecated
          ReplaceAnimal  PUT     /cages/{CAGE-ID}/animals/{HOST}:{PORT}  deprecated
          FreeAnimals    DELETE  /animals

          """)
    }
  }

  private struct Listing: Decodable {
    struct Parameter: Decodable {
      var name, type: String
      var required: Bool
      var `default`: String?
    }
    var name, tag, method, url: String
    var pathParams: [String]
    var queryParams: [Parameter]
    var bodyType, responseType: String?
    var paginated, deprecated: Bool
  }
}
