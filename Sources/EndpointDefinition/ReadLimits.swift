/// How much a reader takes on, so that no file can make it slow or large.
package struct ReadLimits: Sendable {
  /// How deep elements may be nested.
  package var depth = 32
  /// How many bytes a file may have.
  package var fileSize = 4 << 20
  /// How many files a folder may have.
  package var files = 4_096
  /// How many problems are reported at most.
  package var diagnostics = 1_000

  /// Limits that no sensible definition reaches.
  package init() {}
}
