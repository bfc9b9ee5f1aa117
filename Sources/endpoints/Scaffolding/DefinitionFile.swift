import EndpointDefinition
import EndpointModel
import Foundation

/// A definition file that an endpoint is added to.
struct DefinitionFile {
  let path: String

  /// Returns the text of the file with an element before the closing tag of its root. If the file
  /// does not exist, it is begun.
  func adding(_ element: String) throws -> String {
    guard FileManager.default.fileExists(atPath: path) else { return try beginning(with: element) }
    let bytes = try FileBytes.read(path)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw ToolFailure(.failure, "'\(path)' is not UTF-8; save it as UTF-8")
    }
    guard let end = text.ranges(of: /<\/endpoints\s*>/).last else {
      throw ToolFailure(.usage, "'\(path)' has no </endpoints>; name a file of endpoints")
    }
    var start = text[..<end.lowerBound]
    while start.last?.isWhitespace == true { start.removeLast() }
    let result = start + "\n\n" + element + text[end.lowerBound...]
    // A canonical file stays canonical: the element can share a parameter with another one.
    return formatted(text) == text ? formatted(result) ?? result : result
  }

  private func formatted(_ text: String) -> String? {
    try? DefinitionFormatter().format(Array(text.utf8), path: path)
  }

  /// Returns the text of a new file, whose tag is the name of the file.
  private func beginning(with element: String) throws -> String {
    let url = URL(filePath: path)
    let tag = url.deletingPathExtension().lastPathComponent
      .split { !$0.isASCII || !($0.isLetter || $0.isNumber) }
      .map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined()
    guard url.pathExtension == "xml", !tag.isEmpty else {
      throw ToolFailure(.usage, "'\(path)' is not the name of a definition file; end it in .xml")
    }
    guard FileManager.default.fileExists(atPath: url.deletingLastPathComponent().path) else {
      throw ToolFailure(.usage, "there is no folder for '\(path)'; create it first")
    }
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <endpoints xmlns="urn:endpoint-definitions:1" tag="\(tag)"
          summary="TODO: one sentence about the purpose of these endpoints.">
      \(element)</endpoints>

      """
  }
}

extension Definitions {
  /// The folder of the definitions that the file belongs to: the nearest one with an `api.xml`.
  init(containing file: String) throws {
    var folder = URL(filePath: file).absoluteURL.standardizedFileURL.deletingLastPathComponent()
    while folder.path != "/" {
      if FileManager.default.fileExists(atPath: folder.appending(path: "api.xml").path) {
        try self.init(folder: folder.path)
        return
      }
      folder = folder.deletingLastPathComponent()
    }
    throw ToolFailure(.usage, "no folder around '\(file)' has an api.xml; give --definitions")
  }

  /// Returns the contents of all definition files by path.
  func sources() throws -> [String: [UInt8]] {
    var sources: [String: [UInt8]] = [:]
    for path in paths.map(location) {
      sources[path] = try FileBytes.read(path)
    }
    return sources
  }

  /// Returns the path of a definition file that begins with that of the folder.
  func location(of path: String) -> String {
    folder.hasSuffix("/") ? folder + path : "\(folder)/\(path)"
  }

  /// Returns the path of a file relative to the folder; `nil` if it is elsewhere.
  func relativePath(of file: String) -> String? {
    func absolute(_ path: String) -> String {
      URL(filePath: path).absoluteURL.standardizedFileURL.path
    }
    let root = absolute(folder)
    let prefix = root.hasSuffix("/") ? root : root + "/"
    let path = absolute(file)
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }
}
