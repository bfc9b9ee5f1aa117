import Foundation

/// The files of the project.
enum Project {
  /// Returns the path of a file or a folder.
  static func path(_ relative: String) -> String { root.appending(path: relative).path }

  /// Returns the bytes of a file.
  static func bytes(_ relative: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: relative)))
  }

  /// The features of the language that have a folder of their own.
  static var features: [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path("Tests/Language"))) ?? []
    return names.filter {
      FileManager.default.fileExists(atPath: path("Tests/Language/\($0)/definition.xml"))
    }
    .sorted()
  }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
