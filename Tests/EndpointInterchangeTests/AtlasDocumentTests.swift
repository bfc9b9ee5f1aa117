import EndpointDefinition
import EndpointInterchange
import Foundation
import Testing

@Suite("The export of API v2")
struct AtlasDocumentTests {
  /// An operation of Atlas's OpenAPI document. The document is too large to be kept.
  private struct Operation: Codable {
    var operation: String
    var facts: [String]
  }

  private static let folder = "Tests/AtlasDocument"
  private static let environment = ProcessInfo.processInfo.environment

  /// What Atlas's document says.
  ///
  /// `ATLAS_OPENAPI=FILE` records it anew.
  private static func recorded() throws -> [String: Set<String>] {
    let file = URL(filePath: Project.path("\(folder)/operations.jsonl"))
    if let path = environment["ATLAS_OPENAPI"] {
      let document = try DocumentReader.read(
        Array(try Data(contentsOf: URL(filePath: path))), file: path)
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      let lines = try DocumentOutline(document).operations.sorted { $0.key < $1.key }.map {
        try encoder.encode(Operation(operation: $0.key, facts: $0.value.sorted())) + Data("\n".utf8)
      }
      try Data(lines.joined()).write(to: file)
    }
    let operations = try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(Operation.self, from: $0)
    }
    return Dictionary(uniqueKeysWithValues: operations.map { ($0.operation, Set($0.facts)) })
  }

  @Test("has the operations of Atlas's document, each once")
  func coverage() throws {
    let model = try #require(
      DefinitionReader().read(folder: Project.path("Definitions/AtlasAdminV2")).model)
    let exported = DocumentOutline(OpenAPIExporter(model).document).operations
    #expect(try Self.recorded().count == 514)
    #expect(try Set(exported.keys) == Set(Self.recorded().keys))
    // Two operations also respond as CSV, each by an endpoint of its own.
    #expect(model.endpoints.count == 516)
  }

  @Test("says what Atlas's document says, apart from listed exceptions")
  func equality() throws {
    let model = try #require(
      DefinitionReader().read(folder: Project.path("Definitions/AtlasAdminV2")).model)
    let exported = DocumentOutline(OpenAPIExporter(model).document).operations
    var differences: [String] = []
    for (operation, facts) in try Self.recorded() {
      let own = exported[operation] ?? []
      differences += facts.subtracting(own).filter { !own.accepts($0) }
        .map { "- \(operation) \($0)" }
      differences += own.subtracting(facts).filter { !$0.contains(" = ") }
        .map { "+ \(operation) \($0)" }
    }
    let exceptions = try ExpectedDifferences(
      String(decoding: Project.bytes("\(Self.folder)/exceptions.txt"), as: UTF8.self))
    let unexpected = differences.filter { !exceptions.contain($0) }.sorted()
    #expect(unexpected == [])
    #expect(exceptions.unused(in: differences) == [])
  }
}

/// Differences that definitions have on purpose: lines with `*` for any text, each paragraph below a
/// line that says why.
private struct ExpectedDifferences {
  private let patterns: [String]

  init(_ text: String) {
    patterns = text.split(separator: "\n").map(String.init).filter { !$0.hasPrefix("#") }
  }

  func contain(_ difference: String) -> Bool { patterns.contains { difference.matches($0) } }

  /// The patterns that none of the differences has.
  func unused(in differences: [String]) -> [String] {
    patterns.filter { pattern in !differences.contains { $0.matches(pattern) } }
  }
}

extension Set<String> {
  /// Whether a string with a known value can be any string.
  fileprivate func accepts(_ fact: String) -> Bool {
    guard let range = fact.firstRange(of: " = ") else { return false }
    return fact[range.upperBound...] == "*" || contains(fact[..<range.upperBound] + "*")
  }
}

extension String {
  /// Whether the string has the form of a pattern.
  fileprivate func matches(_ pattern: String) -> Bool {
    let parts = pattern.split(separator: "*", omittingEmptySubsequences: false)
    guard parts.count > 1 else { return self == pattern }
    guard hasPrefix(parts[0]) else { return false }
    var rest = dropFirst(parts[0].count)
    for part in parts.dropFirst().dropLast() {
      guard let range = rest.firstRange(of: part) else { return false }
      rest = rest[range.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }
}
