package import EndpointDefinition

/// Collects what of an OpenAPI document cannot be expressed.
struct ImportReport {
  private(set) var findings: [Finding] = []

  /// A part of the document that is left out.
  struct Finding: Hashable {
    /// The same for all findings of a kind.
    var message: String
    var position: DocumentNode.Position
  }

  mutating func add(_ message: String, at node: DocumentNode) {
    findings.append(Finding(message: message, position: node.position))
  }

  /// Returns the findings once each with their JSON pointers, sorted by location.
  func diagnostics(of document: OpenAPIDocument) -> [ImportDiagnostic] {
    let unique = Set(findings)
    let pointers = document.pointers(to: Set(unique.map(\.position)))
    return unique.map { finding in
      ImportDiagnostic(
        message: finding.message, pointer: pointers[finding.position] ?? "#",
        location: SourceLocation(
          file: document.file, line: max(1, Int(finding.position.line)),
          column: max(1, Int(finding.position.column))))
    }.sorted { ($0.location, $0.message) < ($1.location, $1.message) }
  }
}

/// A part of an OpenAPI document that definitions cannot express, so that it is left out.
package struct ImportDiagnostic: Hashable, Sendable {
  /// The reason, which is the same for all parts of one kind.
  package var message: String
  /// The JSON pointer of the part.
  package var pointer: String
  /// The location of the part.
  package var location: SourceLocation

  /// The diagnostic in the form of compilers.
  package var diagnostic: Diagnostic {
    Diagnostic(.warning, "\(message) (\(pointer))", at: location)
  }
}
