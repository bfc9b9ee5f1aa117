import EndpointDefinition
import Foundation

/// Reads and writes files, with failures for maintainers.
enum FileBytes {
  static func read(_ path: String) throws(ToolFailure) -> [UInt8] {
    if isFolder(path) {
      throw ToolFailure(.failure, "'\(path)' is a folder, not a file; rename it")
    }
    do {
      return Array(try Data(contentsOf: URL(filePath: path).resolvingSymlinksInPath()))
    } catch {
      throw ToolFailure(.failure, "'\(path)' cannot be read: \(error.reason)")
    }
  }

  /// Replaces a file atomically. Symbolic links are followed.
  static func write(_ text: String, to path: String) throws(ToolFailure) {
    do {
      let file = URL(filePath: path).resolvingSymlinksInPath()
      try Data(text.utf8).write(to: file, options: .atomic)
    } catch {
      throw ToolFailure(.failure, "'\(path)' cannot be written: \(error.reason)")
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
      && isFolder.boolValue
  }
}
