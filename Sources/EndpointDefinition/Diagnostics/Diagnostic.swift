/// Something to say to the author of a definition, at its place.
///
/// Its description has the form that `swift build`, Xcode and VS Code understand:
/// `path:line:column: error: message`.
public struct Diagnostic: Hashable, Sendable, CustomStringConvertible {
  /// How serious a diagnostic is.
  public enum Severity: String, Sendable {
    /// Nothing can be generated before it is fixed.
    case error
    /// Code can be generated, but the author probably meant something else.
    case warning
    /// Belongs to the diagnostic before it and points to a second place.
    case note
  }

  /// How serious it is.
  public var severity: Severity
  /// What is wrong and how to fix it, as one sentence without a full stop.
  public var message: String
  /// Where it is wrong.
  public var location: SourceLocation
  /// Further places that explain this one, such as a first declaration.
  public var notes: [Diagnostic]

  /// Creates a diagnostic.
  public init(
    _ severity: Severity, _ message: String, at location: SourceLocation, notes: [Diagnostic] = []
  ) {
    self.severity = severity
    self.message = message
    self.location = location
    self.notes = notes
  }

  /// The diagnostic as compilers print theirs, with a line for each note.
  public var description: String {
    ([("\(location): \(severity.rawValue): \(message)")] + notes.map(\.description))
      .joined(separator: "\n")
  }
}
