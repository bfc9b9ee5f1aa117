import EndpointDefinition
import EndpointGeneration
import Foundation
import Testing

/// One change to a good set of definitions, and what must be said about it.
///
/// `Mistakes/mistakes.txt` has one for each paragraph: the file, the text that is replaced, what it
/// is replaced with, and the diagnostics line for line.
struct Mistake: CustomTestStringConvertible, Sendable {
  var file: String
  var old: String
  var new: String
  var diagnostics: [String]

  var testDescription: String { "\(file): \(old) → \(new)" }

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Mistakes")

  static let all: [Mistake] = {
    let text = try? String(contentsOf: folder.appending(path: "mistakes.txt"), encoding: .utf8)
    return (text ?? "").split(separator: "\n\n").compactMap { paragraph in
      let lines = paragraph.split(separator: "\n").map(String.init)
      guard lines.count > 3 else { return nil }
      return Mistake(
        file: String(lines[0].dropFirst(3)), old: String(lines[1].dropFirst(2)),
        new: String(lines[2].dropFirst(2)), diagnostics: Array(lines[3...]))
    }
  }()
}

@Suite("A mistake in a definition's meaning")
struct MistakeTests {
  private func read(_ mistake: Mistake?) throws -> ReadResult {
    var files: [String: [UInt8]] = [:]
    for name in ["api.xml", "errors.xml", "orders.xml"] {
      var text = try String(contentsOf: Mistake.folder.appending(path: name), encoding: .utf8)
      if let mistake, mistake.file == name {
        try #require(text.contains(mistake.old))
        text = text.replacing(mistake.old, with: mistake.new, maxReplacements: 1)
      }
      files[name] = Array(text.utf8)
    }
    return DefinitionReader().read(files: files).checkedForSwift()
  }

  @Test("is reported at its location with its fix", arguments: Mistake.all)
  func mistakes(_ mistake: Mistake) throws {
    let result = try read(mistake)
    let lines = result.diagnostics.flatMap {
      $0.description.split(separator: "\n").map(String.init)
    }
    #expect(lines == mistake.diagnostics)
    #expect((result.model == nil) == result.diagnostics.contains { $0.severity == .error })
  }

  @Test("includes files whose Swift files would have the same name")
  func fileNames() {
    let types = Array("<types xmlns=\"urn:endpoint-definitions:1\"/>".utf8)
    let api = "<api xmlns=\"urn:endpoint-definitions:1\" name=\"A\" base-url=\"https://a.b\"/>"
    let result = DefinitionReader().read(files: [
      "api.xml": Array(api.utf8), "a/b.xml": types, "A_b.xml": types,
    ]).checkedForSwift()
    #expect(
      result.diagnostics.map(\.description) == [
        "a/b.xml:1:1: error: 'a/b.xml' and 'A_b.xml' would both be 'a_b.generated.swift'; rename one"
      ])
  }

  @Test(
    "excludes a discriminator's field in a struct that is used outside of the union",
    arguments: [
      (
        "<struct name=\"Box\">", "<struct name=\"Box\"><field name=\"kind\" type=\"String\"/>", true
      ),
      (
        "<struct name=\"Box\">",
        "<struct name=\"Box\"><field name=\"in\" type=\"Box\" indirect=\"true\"/><field name=\"kind\" type=\"String\"/>",
        false
      ),
      (
        "<field name=\"name\" type=\"String\" required=\"true\"/>",
        "<field name=\"name\" type=\"String\" required=\"true\"/><field name=\"kind\" type=\"String\"/>",
        false
      ),
    ])
  func discriminators(old: String, new: String, isReported: Bool) throws {
    let result = try read(Mistake(file: "orders.xml", old: old, new: new, diagnostics: []))
    #expect(result.model != nil)
    #expect(result.diagnostics.count == (isReported ? 1 : 0))
  }

  @Test("is not reported for the unchanged definitions")
  func none() throws {
    #expect(Mistake.all.count > 80)
    #expect(try read(nil).diagnostics.map(\.description) == [])
  }
}
