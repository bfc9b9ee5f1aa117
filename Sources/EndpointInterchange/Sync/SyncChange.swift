package import EndpointDefinition

/// A change that a synchronization makes to definitions.
package struct SyncChange: Hashable, Sendable, CustomStringConvertible {
  /// The part of the definitions that changes.
  package enum Part: String, CaseIterable, Sendable {
    case endpoint, parameter, body, response, type, field, variant
    case value = "case"
    case headerField = "header-field"
    case file
  }

  /// What happens to the part.
  package enum Action: String, CaseIterable, Sendable {
    case added, changed, deprecated, removed
  }

  package var part: Part
  package var action: Action
  /// The name of the part, such as `ListClusters` or `Cluster.name`.
  package var subject: String
  /// The difference, in half a sentence.
  package var detail: String
  /// The location in the resulting definitions; of a part that is removed, in the former ones.
  package var location: SourceLocation

  /// The kind of the change, such as `field-added`.
  package var kind: String { "\(part.rawValue)-\(action.rawValue)" }

  /// The change in the form of compilers: `file:line:column: subject detail [kind]`.
  package var description: String { "\(location): \(subject) \(detail) [\(kind)]" }
}

/// Definitions that have been brought up to date.
package struct SyncResult: Sendable {
  /// The texts of new and changed files by their relative paths.
  package var written: [String: [UInt8]] = [:]
  /// The relative paths of files that have nothing left.
  package var removed: [String] = []
  /// The changes, sorted by location.
  package var changes: [SyncChange] = []
  /// What the document says, to be kept beside the definitions.
  package var facts: DocumentFacts
  /// What of the document could not be expressed.
  package var leftOut: [ImportDiagnostic]
  /// All files of the resulting definitions.
  package var files: [String: [UInt8]]
}
