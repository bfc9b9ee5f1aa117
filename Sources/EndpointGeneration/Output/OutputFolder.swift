import Foundation

/// A folder that generated files are written to.
package struct OutputFolder {
  private let path: String

  /// Creates a folder.
  package init(path: String) { self.path = path }

  /// The files that were written and removed.
  package struct Changes {
    package var written: [String] = []
    package var removed: [String] = []
  }

  /// Writes the files whose contents change.
  ///
  /// - Parameters:
  ///   - files: The files.
  ///   - removesOthers: Whether other generated files are removed, such as those of definitions that no
  ///     longer exist.
  package func write(_ files: [GeneratedFile], removingOthers removesOthers: Bool) throws -> Changes
  {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    var changes = Changes()
    for file in files {
      let url = folder.appending(path: file.name)
      let contents = Data(file.contents.utf8)
      guard (try? Data(contentsOf: url)) != contents else { continue }
      try contents.write(to: url, options: .atomic)
      changes.written.append(file.name)
    }
    guard removesOthers else { return changes }
    let names = Set(files.map(\.name))
    for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    where !names.contains(name) && isGenerated(folder.appending(path: name)) {
      try FileManager.default.removeItem(at: folder.appending(path: name))
      changes.removed.append(name)
    }
    return changes
  }

  /// Whether the generator wrote a file, by its name and first line.
  private func isGenerated(_ url: URL) -> Bool {
    guard
      [".generated.swift", ".catalog.swift"].contains(where: url.lastPathComponent.hasSuffix),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return false }
    return text.hasPrefix("// Generated from ")
  }
}
