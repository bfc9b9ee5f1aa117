import Foundation
import PackagePlugin

/// Generates a target's requests and models from its definitions, in every build.
///
/// The definitions of a target `Name` are the XML files below `Definitions/Name/` in the package's
/// folder or below `Definitions/` in the target's own.
@main
struct EndpointGenerator: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let candidates = [
      context.package.directoryURL.appending(path: "Definitions/\(target.name)"),
      target.directoryURL.appending(path: "Definitions"),
    ]
    guard let folder = candidates.first(where: { FileManager.default.fileExists(atPath: $0.path) })
    else {
      Diagnostics.error(
        "target '\(target.name)' uses the plugin EndpointGenerator but has no definitions: put XML "
          + "files into \(candidates[0].path)")
      return []
    }
    let definitions = Self.definitions(in: folder)
    let output = context.pluginWorkDirectoryURL
    return [
      .buildCommand(
        displayName: "Generating \(target.name) from \(definitions.count) definition files",
        executable: try context.tool(named: "endpoint-generator").url,
        arguments: [folder.path, "--output", output.path],
        inputFiles: definitions.map { folder.appending(path: $0) },
        outputFiles: definitions.map { output.appending(path: Self.outputName(for: $0)) }
      )
    ]
  }

  /// The relative paths of the definition files below a folder, sorted.
  private static func definitions(in folder: URL) -> [String] {
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { path in
      path.hasSuffix(".xml") && !path.split(separator: "/").contains { $0.hasPrefix(".") }
    }.sorted()
  }

  /// The name that the generator gives to the Swift file of a definition file.
  private static func outputName(for definition: String) -> String {
    definition.dropLast(4).split(separator: "/").joined(separator: "_") + ".generated.swift"
  }
}
