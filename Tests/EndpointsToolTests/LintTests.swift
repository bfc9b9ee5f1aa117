import Foundation
import TestSupport
import Testing

@Suite("endpoints lint")
struct LintTests {
  private let mistake = (old: "type=\"Kind\" required", new: "type=\"Kin\" required")

  @Test("has no output for valid definitions")
  func clean() async throws {
    try await Zoo.run { zoo in
      let result = try await zoo.run("lint", zoo.path)
      #expect(result.status == 0)
      #expect(result.output == "")
      #expect(result.error == "")
    }
  }

  @Test("is suggested for a misspelled command")
  func misspelt() async throws {
    try await Zoo.run { zoo in
      let result = try await zoo.run("lnt", zoo.path)
      #expect(result.status == 2)
      #expect(result.error.hasPrefix("error: unknown command 'lnt'; known are: lint, "))
      #expect(result.error.hasSuffix("did you mean 'lint'?\n"))
    }
  }

  @Test("prints errors as compilers do and exits with 1")
  func text() async throws {
    try await Zoo.run(replacing: mistake.old, with: mistake.new) { zoo in
      let result = try await zoo.run("lint", zoo.path)
      #expect(result.status == 1)
      #expect(result.output == "")
      #expect(
        result.error.hasPrefix(
          "zoo/animals.xml:43:30: error: unknown type 'Kin'; did you mean 'Kind'?\n"))
    }
  }

  @Test("fails for warnings only if it is asked to")
  func warnings() async throws {
    try await Zoo.run(replacing: "\n      summary=\"Adds an animal.\"", with: "") { zoo in
      let lenient = try await zoo.run("lint", zoo.path)
      #expect(lenient.status == 0)
      #expect(lenient.error.contains("animals.xml:21:3: warning: "))
      let strict = try await zoo.run("lint", zoo.path, "--warnings-as-errors")
      #expect(strict.status == 1)
      #expect(strict.error == lenient.error)
    }
  }

  @Test("writes JSON to standard output")
  func json() async throws {
    try await Zoo.run(replacing: "\"AddAnimal\"", with: "\"ListAnimals\"") { zoo in
      let result = try await zoo.run("lint", zoo.path, "--format", "json")
      #expect(result.status == 1)
      #expect(result.error == "")
      let report = try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
      #expect(report.errors == report.diagnostics.count { $0.severity == "error" })
      let problem = try #require(report.diagnostics.first)
      #expect((problem.file, problem.line, problem.column) == ("zoo/animals.xml", 21, 19))
      #expect(problem.notes?.first?.line == 4)
    }
  }

  private struct Report: Decodable {
    struct Problem: Decodable {
      var severity, message, file: String
      var line, column: Int
      var notes: [Problem]?
    }
    var errors, warnings: Int
    var diagnostics: [Problem]
  }

  @Test("writes SARIF with a rule, a level, and a location for each problem")
  func sarif() async throws {
    try await Zoo.run(replacing: "\"AddAnimal\"", with: "\"ListAnimals\"") { zoo in
      try zoo.write(Zoo.api, to: "a b.xml")
      let result = try await zoo.run("lint", zoo.path, "--format", "sarif")
      #expect(result.status == 1)
      let log = try JSONDecoder().decode(SARIF.self, from: Data(result.output.utf8))
      #expect(log.version == "2.1.0")
      let run = try #require(log.runs.first)
      let rules = run.tool.driver.rules.map(\.id)
      #expect(run.results.count >= 2)
      for problem in run.results {
        #expect(rules.contains(problem.ruleId))
        #expect(["error", "warning"].contains(problem.level))
        #expect(problem.message.text != "")
        let place = try #require(problem.locations.first?.physicalLocation)
        #expect(place.region.startLine >= 1 && place.region.startColumn >= 1)
      }
      let twice = try #require(run.results.first { $0.message.text.contains("'ListAnimals'") })
      #expect(twice.locations[0].physicalLocation.artifactLocation.uri == "zoo/animals.xml")
      #expect(twice.locations[0].physicalLocation.region == .init(startLine: 21, startColumn: 19))
      #expect(twice.relatedLocations?.first?.physicalLocation.region.startLine == 4)
      #expect(twice.relatedLocations?.first?.message?.text != "")
      let uris = run.results.map { $0.locations[0].physicalLocation.artifactLocation.uri }
      let related = run.results.flatMap { $0.relatedLocations ?? [] }
        .map(\.physicalLocation.artifactLocation.uri)
      #expect((uris + related).contains("zoo/a%20b.xml"))
    }
  }

  private struct SARIF: Decodable {
    struct Message: Decodable { var text: String }
    struct Region: Decodable, Equatable { var startLine, startColumn: Int }
    struct Artifact: Decodable { var uri: String }
    struct Place: Decodable {
      var artifactLocation: Artifact
      var region: Region
    }
    struct Location: Decodable {
      var message: Message?
      var physicalLocation: Place
    }
    struct Result: Decodable {
      var ruleId, level: String
      var message: Message
      var locations: [Location]
      var relatedLocations: [Location]?
    }
    struct Rule: Decodable { var id: String }
    struct Driver: Decodable { var rules: [Rule] }
    struct Tool: Decodable { var driver: Driver }
    struct Run: Decodable {
      var tool: Tool
      var results: [Result]
    }
    var version: String
    var runs: [Run]
  }

  @Test(
    "exits with 2 for wrong usage",
    arguments: [
      ["lint"], ["lint", "nowhere"], ["lint", "zoo", "--format", "xml"], ["lint", "zoo/api.xml"],
      ["lnit", "zoo"],
    ])
  func usage(arguments: [String]) async throws {
    try await Zoo.run { zoo in
      let result = try await zoo.tool.run(arguments, in: zoo.folder.url)
      #expect(result.status == 2)
      #expect(result.output == "")
      #expect(result.error != "")
    }
  }
}
