import EndpointDefinition
import EndpointInterchange
import Testing

@Suite("Comparing versions of definitions")
struct ChangeTests {
  @Test("finds each kind of change", arguments: ChangeCase.all)
  func findsKind(_ example: ChangeCase) throws {
    let (shop, edited) = (try model(Shop.files), try model(example.applied(to: Shop.files)))
    let changes =
      example.isReversed
      ? ModelComparison.changes(from: edited, to: shop)
      : ModelComparison.changes(from: shop, to: edited)
    let expected = Set([example.kind] + example.also)
    let kinds = Set(changes.map(\.kind))
    #expect(
      kinds == expected,
      "\(changes.map { "\($0.location): \($0.subject) \($0.detail) [\($0.kind.rawValue)]" })")
    for change in changes {
      #expect(!change.subject.isEmpty && !change.detail.isEmpty)
      #expect(change.location.file.hasSuffix(".xml"))
    }
  }

  @Test("has an example of each kind", arguments: ChangeKind.allCases)
  func coversKind(_ kind: ChangeKind) {
    #expect(ChangeCase.all.contains { $0.kind == kind })
  }

  @Test("explains each kind", arguments: ChangeKind.allCases)
  func explainsKind(_ kind: ChangeKind) {
    let rule = kind.rule
    #expect(rule.reason.hasSuffix("."))
    #expect(rule.migration?.hasSuffix(".") ?? (rule.effect != .breaking))
  }

  @Test("finds nothing between equal definitions")
  func findsNothing() throws {
    let shop = try model(Shop.files)
    #expect(ModelComparison.changes(from: shop, to: shop).isEmpty)
  }

  @Test("lists breaking changes first")
  func sorts() throws {
    let after = try model(
      ChangeCase(
        .endpointAdded,
        ("items.xml", #"<struct name="Item""#, Shop.endpoint + #"<struct name="Item""#),
        ("items.xml", #" paginated="true""#, "")
      ).applied(to: Shop.files))
    let effects = ModelComparison.changes(from: try model(Shop.files), to: after)
      .map(\.kind.rule.effect)
    #expect(effects == [.breaking, .compatible])
  }

  @Test(
    "suggests the next version",
    arguments: [
      ("1.4.2", ChangeEffect.breaking, "2.0.0"), ("1.4.2", .compatible, "1.5.0"),
      ("1.4.2", .documentation, "1.4.3"), ("0.4.2", .breaking, "0.5.0"),
      ("0.4.2", .compatible, "0.4.3"), ("1.4.2", nil, "1.4.2"),
    ])
  func suggestsVersion(version: String, effect: ChangeEffect?, next: String) throws {
    let version = try #require(SemanticVersion(version))
    #expect(version.next(after: effect).description == next)
  }

  @Test("rejects what is not a version", arguments: ["1", "1.2", "1.2.x", "1.2.-3", "v1.2.3", ""])
  func rejectsVersion(_ text: String) { #expect(SemanticVersion(text) == nil) }

  private func model(_ files: [String: String]) throws -> APIModel {
    let result = DefinitionReader().read(files: files.mapValues { Array($0.utf8) })
    return try #require(
      result.model,
      "\(result.diagnostics.filter { $0.severity == .error }.map(\.description))")
  }
}

@Suite("Reporting changes")
struct ChangeReportTests {
  private let report = ChangeReport(
    [
      Change(
        .endpointRemoved, of: "ListItems", "is gone: GET /items",
        at: SourceLocation(file: "items.xml", line: 3, column: 5)),
      Change(
        .caseAdded, of: "Color.RED", "is a new value",
        at: SourceLocation(file: "items.xml", line: 9, column: 7)),
    ], version: SemanticVersion("1.4.0"))

  @Test("has a line for each change in the form of compilers")
  func writesText() {
    #expect(
      report.text == """
        items.xml:3:5: breaking: ListItems is gone: GET /items [endpoint-removed]
          The request type is gone. Use another endpoint, or send the request as a raw one while the server still accepts it.
        items.xml:9:7: compatible: Color.RED is a new value [case-added]
        1 breaking change, 1 compatible change; release as 2.0.0, after 1.4.0
        """)
  }

  @Test("has a section for each effect in Markdown")
  func writesMarkdown() {
    let lines = report.markdown.split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("## ") } == ["## Breaking", "## Compatible"])
    #expect(lines.contains { $0.hasPrefix("- `ListItems` is gone: GET /items (`items.xml:3:5`).") })
  }
}
