import Foundation
import TestSupport

/// A folder with some definitions of the zoo and the tool that works on it.
struct Zoo {
  let folder: TemporaryFolder
  let tool = Command("endpoints")

  static let api = definition("api.xml")
  static let animals = definition("animals.xml")

  private static func definition(_ name: String) -> String {
    let file = root.appending(path: "Tests/Zoo/Definitions/\(name)")
    return (try? String(contentsOf: file, encoding: .utf8)) ?? ""
  }

  /// The path of the definitions, relative to the folder that the tool runs in.
  let path = "zoo"

  /// Runs the tool.
  func run(_ arguments: String...) async throws -> Command.Outcome { try await run(arguments) }

  /// Runs the tool.
  func run(_ arguments: [String]) async throws -> Command.Outcome {
    try await tool.run(arguments, in: folder.url)
  }

  /// The text of a definition file.
  func read(_ name: String) throws -> String { try folder.read("zoo/\(name)") }

  /// Writes a definition file.
  func write(_ text: String, to name: String) throws { try folder.write(text, to: "zoo/\(name)") }

  /// Runs a test in a zoo of its own, in whose animals one text is replaced by another.
  static func run(
    replacing old: String = "", with new: String = "", _ test: (Zoo) async throws -> Void
  ) async throws {
    let zoo = Zoo(folder: try TemporaryFolder())
    defer { zoo.folder.remove() }
    let changed = old.isEmpty ? animals : animals.replacing(old, with: new, maxReplacements: 1)
    try zoo.write(api, to: "api.xml")
    try zoo.write(changed, to: "animals.xml")
    try await test(zoo)
  }

  /// The folder of this package.
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// All folders of definitions in this package.
  static let packageFolders = ["Definitions/AtlasAdmin", "Tests/Zoo/Definitions"].map {
    root.appending(path: $0)
  }
}
