import EndpointDefinition
import EndpointGeneration
import Foundation
import Testing

/// A feature of the language; see Tests/Language/README.md.
struct LanguageFeature: CustomTestStringConvertible, Sendable {
  var name: String

  var testDescription: String { name }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Language")

  static let all: [LanguageFeature] = {
    let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
    return (names ?? []).filter { !$0.contains(".") }.sorted().map(LanguageFeature.init)
  }()

  func url(_ file: String) -> URL { Self.folder.appending(path: "\(name)/\(file)") }

  func text(_ file: String) throws -> String {
    try String(contentsOf: url(file), encoding: .utf8)
  }

  /// Reads the definition with one text replaced by another.
  func read(replacing old: String = "", with new: String = "") throws -> ReadResult {
    let api = try Data(contentsOf: Self.folder.appending(path: "api.xml"))
    var definition = try text("definition.xml")
    if !old.isEmpty {
      try #require(definition.contains(old), "the definition has no '\(old)'")
      definition = definition.replacing(old, with: new, maxReplacements: 1)
    }
    return DefinitionReader().read(files: [
      "api.xml": Array(api), "definition.xml": Array(definition.utf8),
    ]).checkedForSwift()
  }
}

@Suite("A feature of the language")
struct LanguageTests {
  private static let isRecording =
    ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil

  @Test("generates the expected Swift", arguments: LanguageFeature.all)
  func generation(_ feature: LanguageFeature) throws {
    let result = try feature.read()
    #expect(result.diagnostics.map(\.description) == [])
    let files = SwiftGenerator().files(for: try #require(result.model))
    let file = try #require(files.first { $0.name == "definition.generated.swift" })
    if Self.isRecording {
      try Data(file.contents.utf8).write(to: feature.url("expected.swift"))
    }
    #expect(try file.contents == feature.text("expected.swift"))
  }

  @Test("reports mistakes at their locations with their fixes", arguments: LanguageFeature.all)
  func mistakes(_ feature: LanguageFeature) throws {
    var recorded: [String] = []
    for paragraph in try feature.text("mistakes.txt").split(separator: "\n\n") {
      let lines = paragraph.split(separator: "\n").map(String.init)
      let (old, new) = (String(lines[0].dropFirst(2)), String(lines[1].dropFirst(2)))
      let result = try feature.read(replacing: old, with: new)
      let reported = result.diagnostics.flatMap {
        $0.description.split(separator: "\n").map(String.init)
      }
      if Self.isRecording {
        recorded.append((lines[..<2] + reported).joined(separator: "\n"))
      } else {
        #expect(reported == Array(lines[2...]), "\(old) → \(new)")
        #expect(!reported.isEmpty, "\(old) → \(new)")
      }
    }
    if Self.isRecording {
      let text = recorded.joined(separator: "\n\n") + "\n"
      try Data(text.utf8).write(to: feature.url("mistakes.txt"))
    }
  }

  @Test("is written canonically", arguments: LanguageFeature.all)
  func formatting(_ feature: LanguageFeature) throws {
    let definition = try feature.text("definition.xml")
    for file in ["definition.xml", "earlier.xml"] {
      guard let text = try? feature.text(file) else { continue }
      let formatted = try DefinitionFormatter().format(Array(text.utf8), path: file)
      #expect(formatted == definition)
    }
  }
}
