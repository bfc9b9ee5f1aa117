import Foundation

/// The folder with the definitions of a target.
struct DefinitionFolder {
  let url: URL

  /// Creates a folder.
  init(url: URL) { self.url = url }

  /// Returns the first folder that exists; `nil` if none does.
  init?(firstOf candidates: [URL]) {
    guard let url = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) })
    else { return nil }
    self.url = url
  }

  /// The relative paths of the definition files, sorted.
  var files: [String] {
    let paths = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { path in
      path.hasSuffix(".xml") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }

  /// The folders that can have the definitions of a target: `Definitions/Name/` in the folder of the
  /// package, or `Definitions/` in that of the target.
  static func candidates(for target: String, in folder: URL, package: URL) -> [URL] {
    [package.appending(path: "Definitions/\(target)"), folder.appending(path: "Definitions")]
  }
}
