/// A Swift file that was generated in memory.
package struct GeneratedFile: Hashable, Sendable {
  /// The file's name.
  package var name: String
  /// The file's text.
  package var contents: String

  /// Creates a file.
  package init(name: String, contents: String) {
    self.name = name
    self.contents = contents
  }

  /// The name of the Swift file that belongs to a definition file.
  ///
  /// The build-tool plugin must know it before anything is read, so it follows from the path alone:
  /// `backups/restore-jobs.xml` becomes `backups_restore-jobs.generated.swift`.
  ///
  /// - Parameter definition: The definition's path relative to the folder of definitions.
  package static func name(forDefinition definition: String) -> String {
    let stem = definition.hasSuffix(".xml") ? String(definition.dropLast(4)) : definition
    return stem.split(separator: "/").joined(separator: "_") + ".generated.swift"
  }
}
