import EndpointGeneration
import Foundation

/// The folder that generated files are written to.
struct OutputFolder {
  var path: String

  /// Writes files, leaving those untouched that would not change.
  func write(_ files: [GeneratedFile]) throws {
    let folder = URL(filePath: path, directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for file in files {
      let url = folder.appending(path: file.name)
      let contents = Data(file.contents.utf8)
      if (try? Data(contentsOf: url)) != contents { try contents.write(to: url, options: .atomic) }
    }
  }
}
