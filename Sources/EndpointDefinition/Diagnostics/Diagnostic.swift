/// A problem in a definition with its location.
///
/// Its description has the form that `swift build`, Xcode and VS Code understand:
/// `path:line:column: error: message`.
package struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// How serious a diagnostic is.
  package enum Severity: String, Sendable {
    /// Nothing can be generated before it is fixed.
    case error
    /// Code can be generated, but the author probably meant something else.
    case warning
    /// Belongs to the diagnostic before it and points to a second location.
    case note
  }

  /// How serious it is.
  package var severity: Severity
  /// The problem and its fix, as one sentence without a period.
  package var message: String
  /// Where it is wrong.
  package var location: SourceLocation
  /// Further places that explain this one, such as a first declaration.
  package var notes: [Diagnostic]

  /// Creates a diagnostic.
  package init(
    _ severity: Severity, _ message: String, at location: SourceLocation, notes: [Diagnostic] = []
  ) {
    self.severity = severity
    self.message = message
    self.location = location
    self.notes = notes
  }

  /// The diagnostic as compilers print theirs, with a line for each note.
  package var description: String {
    ([("\(location): \(severity.rawValue): \(message)")] + notes.map(\.description))
      .joined(separator: "\n")
  }
}
