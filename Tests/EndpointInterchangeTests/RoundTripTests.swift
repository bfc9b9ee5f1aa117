import EndpointDefinition
import EndpointInterchange
import EndpointModel
import Foundation
import Testing

@Suite("Exporting and importing definitions")
struct RoundTripTests {
  static let folders = [
    "Definitions/AtlasAdmin", "Definitions/AtlasAdminV2", "Tests/Zoo/Definitions",
    "Examples/Library/Definitions/Library",
  ]

  @Test("yields the same definitions", arguments: folders, DocumentWriter.Format.allCases)
  func keepsEverything(folder: String, format: DocumentWriter.Format) throws {
    let model = try #require(DefinitionReader().read(folder: Project.path(folder)).model)
    try expectRoundTrip(of: model, as: format)
  }

  @Test("yields the same definitions for each feature of the language", arguments: Project.features)
  func keepsFeature(_ feature: String) throws {
    var files: [String: [UInt8]] = [:]
    files["api.xml"] = try Project.bytes("Tests/Language/api.xml")
    files["definition.xml"] = try Project.bytes("Tests/Language/\(feature)/definition.xml")
    let model = try #require(DefinitionReader().read(files: files).model)
    try expectRoundTrip(of: model, as: .json)
  }

  @Test("keeps characters that XML escapes")
  func keepsEscapedCharacters() throws {
    let summary = #"Lists a &amp; b &lt; c &quot;d&quot; &#38; &#x26;."#
    let files = [
      "api.xml":
        #"<api xmlns="urn:endpoint-definitions:1" name="Shop" base-url="https://shop.example.com"/>"#,
      "items.xml": """
      <endpoints xmlns="urn:endpoint-definitions:1" tag="Items" summary="Items &amp; more.">
        <endpoint name="ListItems" method="GET" path="/items" summary="\(summary)">
          <query-param name="q" type="String" pattern="^[&amp;&lt;&quot;]$" summary="A &amp; B."/>
          <response status="200"/>
        </endpoint>
      </endpoints>
      """,
    ]
    let model = try #require(
      DefinitionReader().read(files: files.mapValues { Array($0.utf8) }).model)
    #expect(model.endpoints[0].documentation.summary == #"Lists a & b < c "d" & &."#)
    try expectRoundTrip(of: model, as: .json)
    try expectRoundTrip(of: model, as: .yaml)
  }

  private func expectRoundTrip(of model: APIModel, as format: DocumentWriter.Format) throws {
    let text = DocumentWriter.text(of: OpenAPIExporter(model).document, as: format)
    let result = try OpenAPIImporter(name: "Other").importing(
      Array(text.utf8), file: "export.\(format)")
    #expect(result.diagnostics.isEmpty)
    let read = DefinitionReader().read(files: result.files.mapValues { Array($0.utf8) })
    let errors = read.diagnostics.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.prefix(3).map(\.description))")
    let again = try #require(read.draft)
    let difference = firstDifference(describe(model), describe(again))
    #expect(difference == nil, "\(difference ?? "")")
  }

  private func firstDifference(_ a: [String], _ b: [String]) -> String? {
    for index in 0..<max(a.count, b.count) {
      let (one, other) = (
        index < a.count ? a[index] : "nothing", index < b.count ? b[index] : "nothing"
      )
      guard one != other else { continue }
      let before = a[max(0, index - 12)..<min(index, a.count)].joined(separator: "\n")
      return "expected \(one), found \(other), after\n\(before)"
    }
    return nil
  }
}

/// Returns a line for each part of a value other than locations in files.
func describe(_ value: Any, label: String = "model", into lines: inout [String]) {
  if value is EndpointDefinition.SourceLocation { return }
  let mirror = Mirror(reflecting: value)
  let isLeaf = mirror.children.isEmpty
  lines.append(isLeaf ? "\(label): \(value)" : "\(label)")
  for (index, child) in mirror.children.enumerated() {
    describe(child.value, label: child.label ?? "\(index)", into: &lines)
  }
}

private func describe(_ value: Any) -> [String] {
  var lines: [String] = []
  describe(value, into: &lines)
  return lines
}
