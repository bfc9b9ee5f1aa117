import Foundation
import Testing

@Suite("The code in the documentation")
struct DocumentationTests {
  @Test("is identical to a compiled example", arguments: Documentation.pages)
  func blocks(page: URL) throws {
    let examples = try Documentation.examples.map(CodeLines.init(contentsOf:))
    for block in try Documentation.blocks(of: page) {
      let isFound = examples.contains { $0.contains(block) }
      #expect(isFound, "no file of Examples has this:\n\(block.text)")
    }
  }

  @Test("is on every handwritten page")
  func pages() throws {
    #expect(Documentation.pages.count > 2)
    for page in Documentation.pages {
      #expect(try !Documentation.blocks(of: page).isEmpty, "\(page.lastPathComponent)")
    }
  }

  @Test("is compared line by line, regardless of indentation")
  func comparison() {
    let example = CodeLines("struct A {\n  func f() {\n\n    g {\n      h()\n    }\n  }\n}")
    #expect(example.contains(CodeLines("g {\n  h()\n\n}")))
    #expect(!example.contains(CodeLines("g {\nh()\n}")))
    #expect(!example.contains(CodeLines("g {\n}")))
    #expect(!example.contains(CodeLines("g {\n  i()\n}")))
    #expect(!example.contains(CodeLines("  }\n}\n}")))
  }
}

/// Where the documentation and its examples are.
private enum Documentation {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
  private static let root = folder.appending(path: "../../..").standardizedFileURL
  private static let catalogs = ["AtlasAdmin", "AtlasAdminV2", "EndpointRuntime"]
    .map { root.appending(path: "Sources/\($0)/\($0).docc") }

  /// The pages of the catalogs and README.md.
  static let pages =
    catalogs.flatMap { files(in: $0, extension: "md") } + [root.appending(path: "README.md")]

  /// The files that the code must be in.
  static var examples: [URL] {
    files(in: folder, extension: "swift")
      + files(in: root.appending(path: "Tests/AtlasAdminV2Tests/Examples"), extension: "swift")
  }

  private static func files(in folder: URL, extension: String) -> [URL] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix("." + `extension`) }.sorted()
      .map { folder.appending(path: $0) }
  }

  /// The blocks of Swift on a page that are programs.
  ///
  /// A block that begins with a period, such as `.package(…)`, is part of a manifest and is left out.
  static func blocks(of page: URL) throws -> [CodeLines] {
    let parts = try String(contentsOf: page, encoding: .utf8).split(
      separator: "```", omittingEmptySubsequences: false)
    // Every other part is between two fences.
    try #require(parts.count % 2 == 1, "a block has no end")
    return stride(from: 1, to: parts.count, by: 2).map { parts[$0] }
      .filter { $0.hasPrefix("swift\n") }
      .map { CodeLines($0.dropFirst("swift\n".count)) }
      .filter { $0.lines.first?.hasPrefix(".") == false }
  }
}

/// Lines of Swift without those that are empty, and without imports, which are elsewhere in a file.
private struct CodeLines {
  let lines: [String]

  init(_ text: some StringProtocol) {
    lines = text.split(whereSeparator: \.isNewline).map { String($0) }
      .filter { !$0.allSatisfy(\.isWhitespace) && !$0.hasPrefix("import ") }
  }

  init(contentsOf file: URL) throws { self.init(try String(contentsOf: file, encoding: .utf8)) }

  /// The lines without the indentation that all of them have.
  var text: String { Self.unindented(lines[...]).joined(separator: "\n") }

  /// Whether other lines are here one after the other, perhaps further to the right.
  func contains(_ other: CodeLines) -> Bool {
    guard !other.lines.isEmpty else { return true }
    let wanted = Self.unindented(other.lines[...])
    return lines.indices.dropLast(wanted.count - 1).contains { start in
      Self.unindented(lines[start..<start + wanted.count]) == wanted
    }
  }

  private static func unindented(_ lines: ArraySlice<String>) -> [String] {
    let indentation = lines.map { $0.prefix { $0 == " " }.count }.min() ?? 0
    return lines.map { String($0.dropFirst(indentation)) }
  }
}
