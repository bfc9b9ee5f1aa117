/// A version by Semantic Versioning, without pre-release and build parts.
package struct SemanticVersion: Hashable, Sendable, CustomStringConvertible {
  package var major: Int
  package var minor: Int
  package var patch: Int

  /// Parses a version such as `1.4.0`.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0) }.filter { $0 >= 0 }
    guard parts.count == 3, numbers.count == 3 else { return nil }
    (major, minor, patch) = (numbers[0], numbers[1], numbers[2])
  }

  package var description: String { "\(major).\(minor).\(patch)" }

  /// Returns the version of a release with an effect. Before 1.0.0, breaking changes raise the minor
  /// number and others the patch.
  package func next(after effect: ChangeEffect?) -> SemanticVersion {
    var version = self
    switch effect {
    case .breaking where major > 0:
      version.major += 1
      (version.minor, version.patch) = (0, 0)
    case .breaking,
      .compatible where major > 0:
      version.minor += 1
      version.patch = 0
    case .compatible, .documentation: version.patch += 1
    case nil: break
    }
    return version
  }
}
