import EndpointDefinition
import EndpointInterchange
import Foundation
import Testing

/// Each folder of `Tests/Sync` has a former and a newer document, definitions that follow the former
/// one and that people have edited, the expected definitions, and the expected changes.
///
/// `RECORD_SYNC=1` writes what is expected, and fails.
@Suite("Synchronizing definitions")
struct SyncTests {
  @Test("follows changes of the document", arguments: SyncFixture.names)
  func followsDocument(_ name: String) throws {
    let fixture = try SyncFixture(name)
    let result = try fixture.synchronized(fixture.files, base: fixture.base)
    let changes = result.changes.map { $0.description + "\n" }.joined()
    try fixture.expect(changes, in: "changes.txt")
    for path in Set(result.files.keys).union(fixture.expectedFiles) where path != "api.xml" {
      let text = result.files[path].map { String(decoding: $0, as: UTF8.self) }
      try fixture.expect(text ?? "", in: "expected-\(path)")
    }
    #expect(result.files["api.xml"] == fixture.files["api.xml"])
  }

  @Test("leaves definitions that compile", arguments: SyncFixture.names)
  func leavesValidDefinitions(_ name: String) throws {
    let fixture = try SyncFixture(name)
    let result = try fixture.synchronized(fixture.files, base: fixture.base)
    let errors = DefinitionReader().read(files: result.files).diagnostics
      .filter { $0.severity == .error }.map(\.description)
    // What the waiter of the definitions waits for is gone.
    #expect(errors.count == (name == "type-removed" ? 1 : 0), "\(errors)")
  }

  @Test("changes nothing a second time", arguments: SyncFixture.names)
  func isIdempotent(_ name: String) throws {
    let fixture = try SyncFixture(name)
    let once = try fixture.synchronized(fixture.files, base: fixture.base)
    guard DefinitionReader().read(files: once.files).model != nil else { return }
    let facts = DocumentFacts(once.facts.text)
    #expect(facts == once.facts)
    let twice = try fixture.synchronized(once.files, base: facts)
    #expect(twice.changes.isEmpty, "\(twice.changes.map(\.description))")
    #expect(twice.files == once.files)
  }

  @Test("keeps each line that no change is about", arguments: SyncFixture.names)
  func keepsOtherLines(_ name: String) throws {
    let fixture = try SyncFixture(name)
    let result = try fixture.synchronized(fixture.files, base: fixture.base)
    let before = try #require(fixture.files["items.xml"]).split(separator: 0x0A)
    let after = Set((result.files["items.xml"] ?? []).split(separator: 0x0A))
    let comments = before.filter { $0.contains(subsequence: "<!--") && $0.first == 0x3C }
    #expect(comments.allSatisfy(after.contains))
    if result.changes.isEmpty { #expect(result.files == fixture.files) }
  }

  @Test("has an example of each kind of change")
  func coversKinds() throws {
    var kinds: Set<String> = []
    for name in SyncFixture.names {
      let text = try String(
        contentsOfFile: Project.path("Tests/Sync/\(name)/changes.txt"), encoding: .utf8)
      for match in text.matches(of: /\[([a-z-]+)\]\n/) { kinds.insert(String(match.1)) }
    }
    let expected = [
      "endpoint-added", "endpoint-changed", "endpoint-deprecated", "endpoint-removed",
      "parameter-added", "parameter-changed", "parameter-deprecated", "parameter-removed",
      "body-added", "body-changed", "body-removed", "response-added", "response-changed",
      "header-field-added", "header-field-changed", "header-field-removed", "type-added",
      "type-changed", "type-deprecated", "type-removed", "field-added", "field-changed",
      "field-deprecated", "field-removed", "case-added", "case-removed", "variant-added",
      "variant-removed", "file-added",
    ]
    #expect(Set(expected).subtracting(kinds).isEmpty)
  }

  @Test("without a former document, keeps more precise types and follows the document else")
  func worksWithoutBase() throws {
    let fixture = try SyncFixture("edits-kept")
    let result = try fixture.synchronized(fixture.files, base: nil)
    let text = String(decoding: result.files["items.xml"] ?? [], as: UTF8.self)
    #expect(text.contains(#"<field name="id" type="ObjectID" required="true""#))
    #expect(text.contains(#"type="Int64" maximum="80" swift-name="count""#))
    #expect(text.contains(#"<response status="200 202" type="Thing"/>"#))
    for gone in ["undocumented", "PINK", "CountItems"] {
      #expect(!text.contains("=\"\(gone)\""))
    }
    let kinds = Set(result.changes.map(\.kind))
    #expect(
      kinds == [
        "endpoint-removed", "field-changed", "field-removed", "case-removed", "parameter-added",
        "parameter-changed",
      ])
    let twice = try fixture.synchronized(result.files, base: nil)
    #expect(twice.changes.isEmpty, "\(twice.changes.map(\.description))")
  }

  @Test("reads facts as they were written, whatever names consist of")
  func keepsFacts() throws {
    let document = """
      {"openapi": "3.1.0", "servers": [{"url": "https://shop.example.com"}], "paths": {"/a b": null,
      "/a": {"get": {"parameters": [{"name": "a\\tb=\\\\n c", "in": "query", "schema": {"type": "string",
      "pattern": "^\\\\t\\\\\\\\ =$", "default": "#x\\ty"}}], "responses": {"200": {"description": "",
      "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Big Thing"}}}}}}}},
      "components": {"schemas": {"Big Thing": {"type": "object", "properties": {"#": {"type": "string",
      "enum": ["a b", "=", "\\\\"]}, " ": {"type": "integer"}}}}}}
      """
    let result = try OpenAPIImporter(name: "Shop").importing(
      Array(document.utf8), file: "shop.json")
    #expect(result.facts.text.split(separator: "\n").count > 5)
    #expect(DocumentFacts(result.facts.text) == result.facts)
  }

  @Test("removes a file that nothing is left in")
  func removesFile() throws {
    let fixture = try SyncFixture("endpoint-of-new-tag-added")
    let added = try fixture.synchronized(fixture.files, base: fixture.base)
    #expect(added.files.keys.contains("carts.xml"))
    let model = try #require(DefinitionReader().read(files: added.files).model)
    let result = try Synchronizer.synchronize(
      files: added.files, model: model, with: Array(fixture.old.utf8), named: "old.yaml",
      base: added.facts)
    #expect(result.removed == ["carts.xml"])
    #expect(result.files == fixture.files)
    #expect(
      result.changes.map(\.kind) == ["file-removed", "endpoint-removed", "type-removed"])
  }
}

/// A folder of `Tests/Sync`.
struct SyncFixture {
  static let names: [String] = {
    let root = Project.path("Tests/Sync")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return names.filter { FileManager.default.fileExists(atPath: "\(root)/\($0)/new.yaml") }
      .sorted()
  }()

  let name: String
  let files: [String: [UInt8]]
  let old: String
  let new: String

  init(_ name: String) throws {
    self.name = name
    func read(_ path: String) throws -> [UInt8] { try Project.bytes("Tests/Sync/\(path)") }
    files = ["api.xml": try read("api.xml"), "items.xml": try read("\(name)/items.xml")]
    old = String(decoding: try read("\(name)/old.yaml"), as: UTF8.self)
    new = String(decoding: try read("\(name)/new.yaml"), as: UTF8.self)
  }

  var base: DocumentFacts {
    get throws {
      try Synchronizer.facts(
        of: Array(old.utf8), named: "old.yaml",
        for: #require(DefinitionReader().read(files: files).model))
    }
  }

  func synchronized(_ files: [String: [UInt8]], base: DocumentFacts?) throws -> SyncResult {
    let read = DefinitionReader().read(files: files)
    let model = try #require(read.model, "\(read.diagnostics.map(\.description))")
    return try Synchronizer.synchronize(
      files: files, model: model, with: Array(new.utf8), named: "new.yaml", base: base)
  }

  /// The definition files that are expected.
  var expectedFiles: [String] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: Project.path("Tests/Sync/\(name)"))
    return (names ?? []).filter { $0.hasPrefix("expected-") }
      .map { String($0.dropFirst("expected-".count)) }
  }

  /// Expects the text of a file of the fixture. A file of definitions that stay is not there.
  func expect(_ text: String, in file: String) throws {
    let path = Project.path("Tests/Sync/\(name)/\(file)")
    let isUnchanged =
      file == "expected-items.xml"
      && text == String(decoding: files["items.xml"] ?? [], as: UTF8.self)
    if ProcessInfo.processInfo.environment["RECORD_SYNC"] != nil {
      if !isUnchanged { try text.write(toFile: path, atomically: true, encoding: .utf8) }
      Issue.record("recorded \(file)")
      return
    }
    let expected = try? String(contentsOfFile: path, encoding: .utf8)
    if isUnchanged, expected == nil { return }
    #expect(text == expected ?? "nothing", "\(name)/\(file)")
  }
}

extension Collection where Element == UInt8 {
  fileprivate func contains(subsequence text: String) -> Bool {
    firstRange(of: Array(text.utf8)) != nil
  }
}
