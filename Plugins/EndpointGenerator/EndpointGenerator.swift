import Foundation
import PackagePlugin

/// Generates the requests and models of a target from its definitions, in every build.
///
/// The definitions of a target `Name` are the XML files below `Definitions/Name/` in the folder of the
/// package or below `Definitions/` in that of the target. The file `generation.xml` in the target's
/// folder can name others, and what is generated from them.
@main
struct EndpointGenerator: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard target is any SourceModuleTarget else { return [] }
    let file = GenerationFile(in: target.directoryURL)
    let own = DefinitionFolder.candidates(
      for: target.name, in: target.directoryURL, package: context.package.directoryURL)
    var candidates = own
    if let file, let name = file.definitions {
      guard let package = package(file.package, context.package) else { return [] }
      candidates = [package.directoryURL.appending(path: "Definitions/\(name)")]
    }
    return try commands(
      target: target.name, file: file, candidates: candidates,
      tool: context.tool(named: "endpoint-generator").url, output: context.pluginWorkDirectoryURL)
  }

  /// Returns the package with a name among a package and its dependencies; reports an error if there
  /// is none.
  private func package(_ name: String?, _ root: Package) -> Package? {
    guard let name else { return root }
    let packages = [root] + root.dependencies.map(\.package)
    let found = packages.first { [$0.id.lowercased(), $0.displayName].contains(name) }
    if found == nil {
      Diagnostics.error(
        "generation.xml: '\(root.displayName)' does not depend on the package '\(name)'; known are: "
          + packages.map(\.id).joined(separator: ", "))
    }
    return found
  }
}

extension EndpointGenerator {
  /// Returns the command that generates the code of a target.
  ///
  /// - Parameter candidates: The folders that can have the definitions.
  private func commands(
    target: String, file: GenerationFile?, candidates: [URL], tool: URL, output: URL
  ) throws -> [Command] {
    guard let folder = DefinitionFolder(firstOf: candidates) else {
      Diagnostics.error(
        "target '\(target)' uses the plugin EndpointGenerator but has no definitions; put XML "
          + "files into \(candidates[0].path)")
      return []
    }
    let files = folder.files
    let outputs = file?.outputs(for: files) ?? GenerationFile.outputs(for: files)
    return [
      .buildCommand(
        displayName: "Generating \(target) from \(files.count) definition files",
        executable: tool,
        arguments: [folder.url.path, "--output", output.path]
          + (file.map { ["--generation", $0.url.path] } ?? []),
        inputFiles: files.map { folder.url.appending(path: $0) } + (file.map { [$0.url] } ?? []),
        outputFiles: outputs.map { output.appending(path: $0) })
    ]
  }
}

#if canImport(XcodeProjectPlugin)
  import XcodeProjectPlugin

  extension EndpointGenerator: XcodeBuildToolPlugin {
    func createBuildCommands(
      context: XcodePluginContext, target: XcodeTarget
    ) throws -> [Command] {
      let project = context.xcodeProject.directoryURL
      let folder =
        target.inputFiles.map(\.url).first { $0.lastPathComponent == "generation.xml" }?
        .deletingLastPathComponent() ?? project.appending(path: target.displayName)
      let file = GenerationFile(in: folder)
      let candidates =
        file?.definitions.map { [project.appending(path: "Definitions/\($0)")] }
        ?? DefinitionFolder.candidates(for: target.displayName, in: folder, package: project)
      if let package = file?.package {
        Diagnostics.error(
          "a target of an Xcode project cannot use the definitions of the package '\(package)'; move "
            + "generation.xml to a target of a local package")
        return []
      }
      return try commands(
        target: target.displayName, file: file, candidates: candidates,
        tool: context.tool(named: "endpoint-generator").url,
        output: context.pluginWorkDirectoryURL)
    }
  }
#endif
