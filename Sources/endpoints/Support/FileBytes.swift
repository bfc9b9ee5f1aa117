import EndpointDefinition
import Foundation

/// The bytes of files, with failures that say what a maintainer can do.
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

  /// Replaces a file, or that which a symbolic link leads to, at once.
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
