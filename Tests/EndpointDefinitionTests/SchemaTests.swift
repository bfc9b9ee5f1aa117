import CLibXML2
import EndpointDefinition
import Foundation
import Testing

@Suite("The schema")
struct SchemaTests {
  /// Whether a document is valid by the schema that the tool writes.
  private func isValid(_ text: String) throws -> Bool {
    let source = try #require(Self.document(DefinitionSchema.xsd))
    defer { xmlFreeDoc(source) }
    let parser = xmlSchemaNewDocParserCtxt(source)
    defer { xmlSchemaFreeParserCtxt(parser) }
    let schema = try #require(xmlSchemaParse(parser), "the schema is none")
    defer { xmlSchemaFree(schema) }
    guard let document = Self.document(text) else { return false }
    defer { xmlFreeDoc(document) }
    let context = xmlSchemaNewValidCtxt(schema)
    defer { xmlSchemaFreeValidCtxt(context) }
    xmlSchemaSetValidStructuredErrors(context, { _, _ in }, nil)
    return xmlSchemaValidateDoc(context, document) == 0
  }

  private static func document(_ text: String) -> xmlDocPtr? {
    xmlReadMemory(text, Int32(text.utf8.count), "", nil, Int32(XML_PARSE_NOERROR.rawValue))
  }

  /// All definition files of this package.
  private static let files: [URL] = {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return ["Definitions", "Tests", "Examples"].flatMap { folder in
      let folder = root.appending(path: folder)
      let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
      return (paths ?? []).filter {
        $0.hasSuffix(".xml") && !$0.contains(".build") && !$0.hasSuffix("earlier.xml")
      }.sorted()
        .map { folder.appending(path: $0) }
    }
  }()

  @Test("accepts every definition that the reader accepts", arguments: files)
  func valid(file: URL) throws {
    #expect(try isValid(String(contentsOf: file, encoding: .utf8)))
  }

  @Test(
    "rejects what the grammar rejects",
    arguments: [
      ("name=\"AddAnimal\"", "nmae=\"AddAnimal\""), ("method=\"POST\"", "method=\"SEND\""),
      ("<body type=\"Animal\"/>", "<bdy type=\"Animal\"/>"), ("<body type=\"Animal\"/>", "<body/>"),
      ("paginated=\"true\"", "paginated=\"yes\""), ("<case value=\"dog\"/>", "<case value=\"\"/>"),
      ("<summary>Adds an animal.</summary>", "<summary/>"),
      ("<summary>Adds an animal.</summary>", "text"),
      ("urn:endpoint-definitions:1", "urn:endpoint-definitions:2"),
      ("<path-param", "<field"),
    ])
  func invalid(old: String, new: String) throws {
    let text = Samples.animals.replacing(old, with: new, maxReplacements: 1)
    try #require(text != Samples.animals)
    #expect(Samples.read(replacing: old, with: new).model == nil)
    #expect(try !isValid(text))
  }

  @Test("is found by editors through attributes of the root")
  func metadata() throws {
    let text = Samples.animals.replacing(
      "<endpoints ",
      with: """
        <endpoints xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
            xsi:schemaLocation="urn:endpoint-definitions:1 definitions.xsd" xml:lang="en"
            xml:space="default" xml:base="a/" 
        """)
    let files = ["api.xml": Array(Samples.api.utf8), "animals.xml": Array(text.utf8)]
    let result = DefinitionReader().read(files: files)
    #expect(result.diagnostics.map(\.description) == [])
    #expect(try isValid(text))
    let formatted = try DefinitionFormatter().format(Array(text.utf8), path: "animals.xml")
    for name in ["xmlns:xsi", "xsi:schemaLocation", "xml:lang", "xml:space", "xml:base"] {
      #expect(formatted.contains(" \(name)=\""))
    }
    #expect(try DefinitionFormatter().format(Array(formatted.utf8), path: "a.xml") == formatted)
    let inside = text.replacing("<response ", with: #"<response xml:lang="en" "#)
    #expect(
      DefinitionReader().read(files: ["animals.xml": Array(inside.utf8)]).diagnostics.contains {
        $0.message == "unknown attribute 'xml:lang' on <response>"
      })
  }

  @Test("rejects nothing that the reader accepts", arguments: DiagnosticTests.mutations)
  func agreement(_ mutation: Mutation) throws {
    guard Samples.animals.contains(mutation.old) else { return }
    let text = Samples.animals.replacing(mutation.old, with: mutation.new, maxReplacements: 1)
    let result = Samples.read(replacing: mutation.old, with: mutation.new)
    if try !isValid(text) { #expect(result.model == nil) }
  }
}

@Suite("The reference of the language")
struct ReferenceTests {
  @Test("ends with the tables of the grammar")
  func tables() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(
      contentsOf: root.appending(path: "Definitions/README.md"), encoding: .utf8)
    #expect(
      readme.hasSuffix("\n## Elements\n\n" + DefinitionReference.markdown),
      "run 'endpoints schema --format markdown' and replace the section 'Elements'")
  }
}
