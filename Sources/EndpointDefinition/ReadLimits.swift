/// The limits of a reader, so that no file can make it slow or large.
package struct ReadLimits: Sendable {
  /// The maximum nesting of elements.
  package var depth = 32
  /// The maximum size of a file in bytes.
  package var fileSize = 4 << 20
  /// The maximum number of files in a folder.
  package var files = 4_096
  /// The maximum number of reported problems.
  package var diagnostics = 1_000

  /// Limits that no realistic definition reaches.
  package init() {}
}
