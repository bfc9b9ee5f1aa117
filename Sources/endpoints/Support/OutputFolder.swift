import EndpointGeneration
import Foundation

/// A folder of a source tree that generated files are written to.
struct OutputFolder {
  let path: String

  /// The files that were written and removed.
  struct Changes {
    var written: [String] = []
    var removed: [String] = []
  }

  /// Writes files, leaving those untouched that would not change, and removes what an earlier run
  /// wrote for definitions that are gone.
  func write(_ files: [GeneratedFile]) throws -> Changes {
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
    let names = Set(files.map(\.name))
    for name in try FileManager.default.contentsOfDirectory(atPath: path).sorted()
    where !names.contains(name) && isGenerated(folder.appending(path: name)) {
      try FileManager.default.removeItem(at: folder.appending(path: name))
      changes.removed.append(name)
    }
    return changes
  }

  /// Whether a file is one that the generator writes, by its name and its first line.
  private func isGenerated(_ url: URL) -> Bool {
    guard url.lastPathComponent.hasSuffix(".generated.swift"),
      let text = try? String(contentsOf: url, encoding: .utf8)
    else { return false }
    return text.hasPrefix("// Generated from ")
  }
}
