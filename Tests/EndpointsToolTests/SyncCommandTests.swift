import Foundation
import TestSupport
import Testing

@Suite("endpoints import, sync and preview")
struct SyncCommandTests {
  private static let document = """
    openapi: 3.0.3
    info: {title: A shop., version: "1"}
    servers: [{url: https://shop.example.com/v1}]
    paths:
      /items:
        get:
          operationId: listItems
          tags: [Items]
          summary: Lists items.
          parameters: [{name: limit, in: query, schema: {type: integer, maximum: 50}}]
          responses:
            '200':
              description: Items.
              content:
                application/json:
                  schema: {type: array, items: {$ref: '#/components/schemas/Article'}}
    components:
      schemas:
        Article: {type: object, properties: {id: {type: string}}}

    """

  /// Runs a test in a folder with the document and definitions for it.
  private func run(
    names: String? = nil,
    _ test: (TemporaryFolder, ([String]) async throws -> Command.Outcome)
      async throws -> Void
  ) async throws {
    let folder = try TemporaryFolder()
    defer { folder.remove() }
    let tool = Command("endpoints")
    func run(_ arguments: [String]) async throws -> Command.Outcome {
      try await tool.run(arguments, in: folder.url)
    }
    try folder.write(Self.document, to: "old.yaml")
    if let names { try folder.write(names, to: "names") }
    let result = try await run(
      ["import", "old.yaml", "--output", "Shop"] + (names == nil ? [] : ["--names", "names"]))
    #expect(result.status == 0, "\(result.error)")
    #expect(result.output == "wrote 1 endpoints and 1 types in 2 files to Shop\n")
    try await test(folder, run)
  }

  private func text(_ folder: TemporaryFolder) throws -> [String: String] {
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.url.appending(path: "Shop").path)
    return try Dictionary(uniqueKeysWithValues: names.map { ($0, try folder.read("Shop/\($0)")) })
  }

  @Test("records what the document says, and finds nothing to do for the same document")
  func recordsFacts() async throws {
    try await run { folder, run in
      let before = try text(folder)
      #expect(before.keys.sorted() == [".openapi-facts", "api.xml", "items.xml"])
      let result = try await run(["sync", "Shop", "--from", "old.yaml"])
      #expect(result.status == 0)
      #expect(result.output == "the definitions are up to date\n")
      #expect(try text(folder) == before)
    }
  }

  @Test("prints what would change without writing, and then writes it")
  func writesOnlyIfAsked() async throws {
    try await run { folder, run in
      let before = try text(folder)
      try folder.write(
        Self.document.replacing("maximum: 50", with: "maximum: 80"), to: "new.yaml")
      let change =
        "Shop/items.xml:4:5: ListItems.limit has maximum '80' instead of '50' [parameter-changed]\n"
      let dry = try await run(["sync", "Shop", "--from", "new.yaml", "--dry-run"])
      #expect(dry.status == 0)
      #expect(dry.output == change + "1 change in 1 file, none of which is written\n")
      #expect(try text(folder) == before)
      let wet = try await run(["sync", "Shop", "--from", "new.yaml"])
      #expect(wet.output == change + "1 change in 1 file\n")
      #expect(
        try folder.read("Shop/items.xml")
          == before["items.xml"]?.replacing(#"maximum="50""#, with: #"maximum="80""#))
      let again = try await run(["sync", "Shop", "--from", "new.yaml"])
      #expect(again.output == "the definitions are up to date\n")
    }
  }

  @Test("takes the former document by its name")
  func takesFormerDocument() async throws {
    try await run { folder, run in
      let file = folder.url.appending(path: "Shop/.openapi-facts")
      try FileManager.default.removeItem(at: file)
      let edited = try folder.read("Shop/items.xml")
        .replacing(#"maximum="50""#, with: #"maximum="20""#)
      try folder.write(edited, to: "Shop/items.xml")
      let result = try await run(
        ["sync", "Shop", "--from", "old.yaml", "--since", "old.yaml"])
      #expect(result.output == "the definitions are up to date\n")
      #expect(try folder.read("Shop/items.xml") == edited)
      #expect(FileManager.default.fileExists(atPath: file.path))
    }
  }

  @Test("gives what is added the names of a file")
  func takesNames() async throws {
    let names = "schema Article Thing\noperation getItem FindItem\n"
    try await run(names: names) { folder, run in
      #expect(try folder.read("Shop/items.xml").contains(#"<struct name="Thing">"#))
      let added = """
          /items/{id}:
            get:
              operationId: getItem
              tags: [Items]
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'204': {description: Nothing.}}
        components:
        """
      try folder.write(
        Self.document.replacing("components:", with: added), to: "new.yaml")
      let result = try await run(
        ["sync", "Shop", "--from", "new.yaml", "--names", "names"])
      #expect(result.status == 0, "\(result.error)")
      #expect(
        result.output.contains("FindItem is added: GET /items/{id} [endpoint-added]"),
        "\(result.output)")
    }
  }

  @Test("fails for documents and definitions that it cannot read")
  func fails() async throws {
    try await run { folder, run in
      let missing = try await run(["sync", "Shop", "--from", "none.yaml"])
      #expect(missing.status == 1)
      #expect(missing.error.contains("'none.yaml' cannot be read"))
      let folderless = try await run(["sync", "None", "--from", "old.yaml"])
      #expect(folderless.status == 2)
      let optionless = try await run(["sync", "Shop"])
      #expect(optionless.status == 2)
      try folder.write("openapi: 2.0\n", to: "new.yaml")
      let invalid = try await run(["sync", "Shop", "--from", "new.yaml"])
      #expect(invalid.status == 1)
      #expect(invalid.error.hasPrefix("new.yaml:1:10: error: "), "\(invalid.error)")
    }
  }

  @Test("writes definitions that need an edit, reports it, and fails")
  func reportsNecessaryEdits() async throws {
    try await run { folder, run in
      let edited = try folder.read("Shop/items.xml").replacing(
        #"<response status="200" type="[Article]"/>"#,
        with: #"<response status="200" type="[Article]"><example>[{}]</example></response>"#)
      try folder.write(edited, to: "Shop/items.xml")
      try folder.write(
        Self.document.replacing("{type: object, prop", with: "{type: object, required: [id], prop"),
        to: "new.yaml")
      let result = try await run(["sync", "Shop", "--from", "new.yaml"])
      #expect(result.status == 1)
      #expect(result.output.contains("Article.id is required [field-changed]"))
      #expect(result.error.contains("has no 'id', which is required"))
      #expect(try folder.read("Shop/items.xml").contains(#"required="true""#))
    }
  }

  @Test("writes pages for a browser")
  func writesPreview() async throws {
    try await run { folder, run in
      let result = try await run(["preview", "Shop", "--output", "Pages/Shop"])
      #expect(result.status == 0)
      #expect(result.output == "wrote 2 pages; open Pages/Shop/index.html\n")
      #expect(try folder.read("Pages/Shop/items.html").contains("ListItems"))
    }
  }
}
