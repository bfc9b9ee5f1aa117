import EndpointModel
import Testing

@Suite("A path template")
struct PathTemplateTests {
  @Test("separates fixed text from placeholders, several in a segment")
  func parts() {
    let template: PathTemplate = "/hosts/{HOST}:{PORT}/logs/{NAME}.gz"
    #expect(template.placeholders == ["HOST", "PORT", "NAME"])
    #expect(
      template.segments == [
        [.text("hosts")], [.placeholder("HOST"), .text(":"), .placeholder("PORT")],
        [.text("logs")], [.placeholder("NAME"), .text(".gz")],
      ])
    #expect(template.description == "/hosts/{HOST}:{PORT}/logs/{NAME}.gz")
  }

  @Test(
    "takes braces without a counterpart as fixed text, and keeps empty segments",
    arguments: [
      ("/a{b", [[PathTemplate.Part.text("a{b")]]), ("/a}b", [[.text("a}b")]]),
      ("/a//b/", [[.text("a")], [], [.text("b")], []]), ("/", [[]]), ("", []),
    ])
  func oddities(path: String, segments: [[PathTemplate.Part]]) {
    #expect(PathTemplate(path).segments == segments)
    #expect(PathTemplate(path).placeholders.isEmpty)
  }
}
