import Foundation
import PackagePlugin

/// The folder with the definitions of a target.
struct DefinitionFolder {
  let url: URL

  /// The folders that can have the definitions of a target: `Definitions/Name/` in the folder of the
  /// package, or `Definitions/` in that of the target.
  static func candidates(for target: any Target, in package: Package) -> [URL] {
    [
      package.directoryURL.appending(path: "Definitions/\(target.name)"),
      target.directoryURL.appending(path: "Definitions"),
    ]
  }

  /// The first of the folders that exists; `nil` if none does.
  init?(of target: any Target, in package: Package) {
    let candidates = Self.candidates(for: target, in: package)
    guard let url = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) })
    else { return nil }
    self.url = url
  }

  /// Creates a folder.
  init(url: URL) { self.url = url }

  /// The relative paths of the definition files, sorted.
  var files: [String] {
    let paths = FileManager.default.enumerator(atPath: url.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { path in
      path.hasSuffix(".xml") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }
}
