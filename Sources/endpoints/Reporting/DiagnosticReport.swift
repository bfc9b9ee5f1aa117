import EndpointDefinition

/// Diagnostics as JSON.
struct DiagnosticReport: Encodable {
  /// One diagnostic.
  struct Problem: Encodable {
    var severity: String
    var message: String
    var file: String
    var line: Int
    var column: Int
    var notes: [Problem]

    init(_ diagnostic: Diagnostic) {
      severity = diagnostic.severity.rawValue
      message = diagnostic.message
      file = diagnostic.location.file
      line = diagnostic.location.line
      column = diagnostic.location.column
      notes = diagnostic.notes.map(Problem.init)
    }
  }

  var errors: Int
  var warnings: Int
  var diagnostics: [Problem]

  init(_ diagnostics: [Diagnostic]) {
    errors = diagnostics.count { $0.severity == .error }
    warnings = diagnostics.count { $0.severity == .warning }
    self.diagnostics = diagnostics.map(Problem.init)
  }
}
