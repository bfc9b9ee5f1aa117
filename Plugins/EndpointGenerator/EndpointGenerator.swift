import Foundation
import PackagePlugin

/// Generates the requests and models of a target from its definitions, in every build.
///
/// The definitions of a target `Name` are the XML files below `Definitions/Name/` in the folder of the
/// package or below `Definitions/` in that of the target.
@main
struct EndpointGenerator: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard target is any SourceModuleTarget else { return [] }
    guard let folder = DefinitionFolder(of: target, in: context.package) else {
      let expected = DefinitionFolder.candidates(for: target, in: context.package)[0].path
      Diagnostics.error(
        "target '\(target.name)' uses the plugin EndpointGenerator but has no definitions; put XML "
          + "files into \(expected)")
      return []
    }
    let files = folder.files
    let output = context.pluginWorkDirectoryURL
    return [
      .buildCommand(
        displayName: "Generating \(target.name) from \(files.count) definition files",
        executable: try context.tool(named: "endpoint-generator").url,
        arguments: [folder.url.path, "--output", output.path],
        inputFiles: files.map { folder.url.appending(path: $0) },
        outputFiles: files.map { output.appending(path: Self.outputName(for: $0)) })
    ]
  }

  /// The name that the generator gives to the Swift file of a definition file.
  private static func outputName(for definition: String) -> String {
    definition.dropLast(4).split(separator: "/").joined(separator: "_") + ".generated.swift"
  }
}
