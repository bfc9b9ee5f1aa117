/// A problem in a definition with its location.
///
/// The description has the form that `swift build`, Xcode, and VS Code recognize:
/// `path:line:column: error: message`.
package struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// The severity of a diagnostic.
  package enum Severity: String, Sendable {
    /// No code can be generated.
    case error
    /// Code can be generated, but it is probably not what the author intended.
    case warning
    /// A second location of the preceding diagnostic.
    case note
  }

  /// The severity.
  package var severity: Severity
  /// The problem and its fix, as one sentence without a full stop.
  package var message: String
  /// The location.
  package var location: SourceLocation
  /// Further locations, such as that of a first declaration.
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

  /// The diagnostic in the form of compilers, with a line for each note.
  package var description: String {
    ([("\(location): \(severity.rawValue): \(message)")] + notes.map(\.description))
      .joined(separator: "\n")
  }
}
