import ArgumentParser
import EndpointDefinition
import Foundation

/// Diagnostics in SARIF 2.1.0, for code-scanning services.
struct SARIFLog: Encodable {
  private let version = "2.1.0"
  private let schema = "https://json.schemastore.org/sarif-2.1.0.json"
  private let runs: [Run]

  init(_ diagnostics: [Diagnostic]) {
    runs = [Run(results: diagnostics.map(Result.init))]
  }

  private enum CodingKeys: String, CodingKey {
    case version, runs
    case schema = "$schema"
  }

  private struct Run: Encodable {
    let tool = Tool()
    /// Columns are counted in Unicode scalars.
    let columnKind = "unicodeCodePoints"
    let results: [Result]
  }

  private struct Tool: Encodable {
    let driver = Driver()
  }

  private struct Driver: Encodable {
    let name = "endpoints"
    let version = EndpointsTool.configuration.version
    let rules = Rule.allCases
  }

  /// The rules. Every result refers to one.
  private enum Rule: String, CaseIterable, Encodable {
    case error = "definition-error"
    case warning = "definition-warning"

    init(_ severity: Diagnostic.Severity) { self = severity == .error ? .error : .warning }

    private var summary: Message {
      switch self {
      case .error: Message(text: "No code can be generated.")
      case .warning: Message(text: "This is probably not what the author intended.")
      }
    }

    func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: Key.self)
      try fields.encode(rawValue, forKey: .id)
      try fields.encode(summary, forKey: .shortDescription)
    }

    private enum Key: String, CodingKey {
      case id, shortDescription
    }
  }

  private struct Message: Encodable {
    var text: String
  }

  private struct Result: Encodable {
    let ruleId: String
    let level: String
    let message: Message
    let locations: [Location]
    let relatedLocations: [Location]?

    init(_ diagnostic: Diagnostic) {
      ruleId = Rule(diagnostic.severity).rawValue
      level = diagnostic.severity.rawValue
      message = Message(text: diagnostic.message)
      locations = [Location(diagnostic.location)]
      let notes = diagnostic.notes.enumerated().map { index, note in
        Location(note.location, id: index, message: Message(text: note.message))
      }
      relatedLocations = notes.isEmpty ? nil : notes
    }
  }

  private struct Location: Encodable {
    let id: Int?
    let message: Message?
    let physicalLocation: PhysicalLocation

    init(_ location: SourceLocation, id: Int? = nil, message: Message? = nil) {
      self.id = id
      self.message = message
      physicalLocation = PhysicalLocation(
        artifactLocation: .init(uri: Self.uri(of: location.file)),
        region: .init(startLine: location.line, startColumn: location.column))
    }

    /// Absolute paths become `file:` URLs, and relative ones relative references.
    private static func uri(of path: String) -> String {
      let allowed = CharacterSet.urlPathAllowed.subtracting(CharacterSet(charactersIn: ":;"))
      let encoded = path.addingPercentEncoding(withAllowedCharacters: allowed) ?? path
      return path.hasPrefix("/") ? "file://" + encoded : encoded
    }
  }

  private struct PhysicalLocation: Encodable {
    struct ArtifactLocation: Encodable { var uri: String }
    struct Region: Encodable {
      var startLine: Int
      var startColumn: Int
    }

    let artifactLocation: ArtifactLocation
    let region: Region
  }
}
