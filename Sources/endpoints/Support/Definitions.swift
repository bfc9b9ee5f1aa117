import ArgumentParser
import EndpointDefinition
import EndpointGeneration
import Foundation

/// A folder of definitions.
struct Definitions {
  let folder: String

  /// Creates the folder with a path.
  ///
  /// - Throws: A usage failure if there is no such folder.
  init(folder: String) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: folder, isDirectory: &isFolder),
      isFolder.boolValue
    else { throw ToolFailure(.usage, "there is no folder '\(folder)'") }
    self.folder = folder
  }

  /// Returns the folder of an option, otherwise `Definitions`, or its only subfolder.
  init(option: String?) throws {
    if let option {
      try self.init(folder: option)
      return
    }
    let root = "Definitions"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    if names.contains(where: { $0.hasSuffix(".xml") }) {
      try self.init(folder: root)
      return
    }
    let modules = names.filter { name in
      FileManager.default.fileExists(atPath: "\(root)/\(name)/api.xml")
    }.sorted()
    guard let module = modules.first, modules.count == 1 else {
      let choice = modules.isEmpty ? "" : ": one of \(modules.joined(separator: ", ")) in \(root)"
      throw ToolFailure(.usage, "name the folder of definitions by --definitions\(choice)")
    }
    try self.init(folder: "\(root)/\(module)")
  }

  /// Reads and checks the definitions.
  func read() -> ReadResult {
    DefinitionReader().read(folder: folder).checkedForSwift()
  }

  /// Returns the model.
  ///
  /// - Parameter showsWarnings: Whether warnings are printed if there are no errors.
  /// - Throws: After printing all problems, if one is an error.
  func model(showsWarnings: Bool = false) throws -> APIModel {
    let result = read()
    if showsWarnings || result.model == nil { Console.printError(result.diagnostics) }
    guard let model = result.model else { throw ExitCode.failure }
    return model
  }

  /// The relative paths of the definition files, sorted.
  var paths: [String] {
    let all = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return all.filter { path in
      path.hasSuffix(".xml") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }
}
