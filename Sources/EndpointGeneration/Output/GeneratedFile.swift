/// A generated Swift file.
package struct GeneratedFile: Hashable, Sendable {
  /// The name of the file.
  package var name: String
  /// The text of the file.
  package var contents: String

  /// Creates a file.
  package init(name: String, contents: String) {
    self.name = name
    self.contents = contents
  }

  /// Returns the name of the Swift file for a definition file.
  ///
  /// It depends only on the path, since the build-tool plugin needs it before the file is read:
  /// `backups/restore-jobs.xml` becomes `backups_restore-jobs.generated.swift`.
  ///
  /// - Parameters:
  ///   - definition: The path relative to the folder of definitions.
  ///   - suffix: The end of the name.
  package static func name(
    forDefinition definition: String, suffix: String = ".generated.swift"
  ) -> String {
    let stem = definition.hasSuffix(".xml") ? String(definition.dropLast(4)) : definition
    return stem.split(separator: "/").joined(separator: "_") + suffix
  }
}
