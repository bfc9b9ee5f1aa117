import PackagePlugin

/// Generates a sample request of each endpoint for the tests `NameTests` of a module `Name`.
@main
struct SampleGenerator: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let module = target.name.replacing(/Tests$/, with: "")
    let folder = DefinitionFolder(
      url: context.package.directoryURL.appending(path: "Definitions/\(module)"))
    let output = context.pluginWorkDirectoryURL
    return [
      .buildCommand(
        displayName: "Generating samples of \(module)",
        executable: try context.tool(named: "endpoint-generator").url,
        arguments: [folder.url.path, "--output", output.path, "--kind", "samples"],
        inputFiles: folder.files.map { folder.url.appending(path: $0) },
        outputFiles: [output.appending(path: "Samples.generated.swift")])
    ]
  }
}
