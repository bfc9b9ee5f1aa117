import EndpointDefinition
import EndpointGeneration
import Foundation
import Testing

@Suite("Generated code")
struct GoldenTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Golden")

  /// The definitions that the module Zoo is generated from.
  private static let definitions = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Zoo/Definitions")

  private func generated() throws -> [GeneratedFile] {
    let result = DefinitionReader().read(folder: Self.definitions.path)
    #expect(result.diagnostics.map(\.description) == [])
    return SwiftGenerator().files(for: try #require(result.model))
  }

  /// The files that together use most of the language; the others add only endpoints of their kinds.
  private static let names = ["animals", "api", "errors", "long-names", "visits"].map {
    "\($0).generated.swift"
  }

  @Test("matches the golden files")
  func golden() throws {
    let files = try generated().filter { Self.names.contains($0.name) }
    #expect(files.map(\.name).sorted() == Self.names)
    for file in files {
      // Not ending in .swift, so that no tool takes it for a source of this package.
      let url = Self.folder.appending(path: file.name + ".txt")
      if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
        try Data(file.contents.utf8).write(to: url)
        Issue.record("\(file.name) was recorded; read the difference and run without RECORD_GOLDEN")
        continue
      }
      let expected = try String(contentsOf: url, encoding: .utf8)
      #expect(file.contents == expected, "\(file.name) differs from its golden file")
    }
  }

  @Test("is deterministic")
  func deterministic() throws {
    #expect(try generated() == generated())
  }

  @Test("has file names that depend on the definition's path only")
  func names() {
    #expect(GeneratedFile.name(forDefinition: "a/b-c.xml") == "a_b-c.generated.swift")
  }

  @Test("has no enum case with the name of an optional's case")
  func optionalNames() throws {
    let api = #"<api xmlns="urn:endpoint-definitions:1" name="A" base-url="https://a.b"/>"#
    let types = #"""
      <types xmlns="urn:endpoint-definitions:1">
        <enum name="Kind"><case value="NONE"/><case value="some"/><case value="x" swift-name="none"/></enum>
      </types>
      """#
    let result = DefinitionReader().read(files: [
      "api.xml": Array(api.utf8), "types.xml": Array(types.utf8),
    ])
    let text = SwiftGenerator().files(for: try #require(result.model)).map(\.contents).joined()
    #expect(text.contains("static var noneValue:") && text.contains("static var someValue:"))
    #expect(!text.contains("var none:") && !text.contains("var some:"))
  }
}
