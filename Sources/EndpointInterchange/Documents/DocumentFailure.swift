package import EndpointDefinition

/// The reason why a document cannot be read.
package struct DocumentFailure: Error, Sendable {
  /// The problem with its location.
  package var diagnostic: Diagnostic

  init(_ message: String, file: String, position: DocumentNode.Position = .init()) {
    let location = SourceLocation(
      file: file, line: max(1, Int(position.line)), column: max(1, Int(position.column)))
    diagnostic = Diagnostic(.error, message, at: location)
  }
}
