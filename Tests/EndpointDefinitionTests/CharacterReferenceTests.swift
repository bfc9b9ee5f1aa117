import EndpointDefinition
import EndpointModel
import Testing

@Suite("References to characters in attributes")
struct CharacterReferenceTests {
  /// The spellings of characters with their values.
  static let spellings = [
    ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"),
    ("&#38;", "&"), ("&#x26;", "&"), ("&#60;", "<"), ("&#x20AC;", "€"), ("&#38;amp;", "&amp;"),
    ("&amp;#38;", "&#38;"), ("&amp;&amp;", "&&"),
  ]

  private func definition(_ text: String) -> String {
    """
    <endpoints xmlns="urn:endpoint-definitions:1" tag="Items">
      <endpoint name="ListItems" method="GET" path="/items" summary="Lists x\(text)y.">
        <query-param name="q" type="String" pattern="^x\(text)y$" summary="\(text)"/>
        <response status="200"/>
      </endpoint>
    </endpoints>

    """
  }

  @Test("are read as the characters", arguments: spellings)
  func reads(spelling: String, value: String) throws {
    let result = DefinitionReader().read(files: [
      "api.xml": Array(
        #"<api xmlns="urn:endpoint-definitions:1" name="Shop" base-url="https://shop.example.com"/>"#
          .utf8), "items.xml": Array(definition(spelling).utf8),
    ])
    let endpoint = try #require(result.model?.endpoints.first, "\(result.diagnostics)")
    #expect(endpoint.documentation.summary == "Lists x\(value)y.")
    #expect(endpoint.parameters.first?.constraints.pattern == "^x\(value)y$")
    #expect(endpoint.parameters.first?.documentation.summary == value)
    #expect(spelling.replacingReferences == value)
  }

  @Test("are written by the formatter as they were", arguments: spellings)
  func formats(spelling: String, value: String) throws {
    let text = definition(spelling)
    #expect(try DefinitionFormatter().format(Array(text.utf8), path: "items.xml") == text)
  }

  @Test("cannot name entities that a file declares")
  func rejectsEntities() {
    let text = """
      <!DOCTYPE api [<!ENTITY name SYSTEM "file:///etc/hostname">]>
      <api xmlns="urn:endpoint-definitions:1" name="&name;" base-url="https://example.com"/>
      """
    let result = DefinitionReader().read(files: ["api.xml": Array(text.utf8)])
    #expect(
      result.diagnostics.map(\.description) == [
        "api.xml:1:1: error: a definition must not have a document type; remove the <!DOCTYPE …>"
      ])
  }

  @Test("cannot name entities that no file declares")
  func rejectsUnknownNames() {
    let result = DefinitionReader().read(files: [
      "api.xml": Array(
        #"<api xmlns="urn:endpoint-definitions:1" name="&name;" base-url="https://example.com"/>"#
          .utf8)
    ])
    #expect(result.model == nil)
    #expect(result.diagnostics.contains { $0.message.contains("'&'") })
  }
}
