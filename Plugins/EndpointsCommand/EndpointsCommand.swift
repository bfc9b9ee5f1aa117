import Foundation
import PackagePlugin

/// Runs the tool `endpoints` for the definitions of a package's targets.
///
/// `swift package endpoints lint` checks the definitions of every target that has some, and
/// `--target NAME` those of one. `export`, `preview`, and `sync` take the definitions of one target
/// too, or a folder: `swift package endpoints export Definitions/NAME`. `swift package --allow-writing-to-package-directory endpoints
/// generate` writes each target's Swift into `Generated` in its folder, for those who commit it.
@main
struct EndpointsCommand: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    var extractor = ArgumentExtractor(arguments)
    let names = extractor.extractOption(named: "target")
    var arguments = extractor.remainingArguments
    let tool = try context.tool(named: "endpoints").url
    // The tool itself says what it thinks of any other command.
    guard let command = arguments.first, let form = Form(command: command, arguments.dropFirst())
    else { return try run(tool, arguments) }
    arguments.removeFirst()
    var modules = try modules(of: context.package, named: names)
    if form == .one {
      let products = modules.filter { !$0.isTest }
      modules = products.isEmpty ? modules : products
      guard modules.count == 1 else {
        let names = modules.map(\.name).joined(separator: ", ")
        throw Failure(description: "say which target by --target; one of \(names)")
      }
    }
    if command == "generate", !arguments.contains("--output") {
      for module in modules { try checkGenerated(module.name, in: context.package) }
    }
    for module in modules {
      try run(tool, [command] + module.arguments(for: command, arguments))
    }
  }

  /// The targets whose definitions a command takes.
  private enum Form {
    case each
    case one

    /// Returns the form of a command; `nil` if it takes none, or if its arguments have a folder.
    init?(command: String, _ arguments: ArraySlice<String>) {
      let namesFolder = arguments.first.map { !$0.hasPrefix("-") } ?? false
      let asksForHelp = arguments.contains("--help") || arguments.contains("-h")
      switch command {
      case _ where asksForHelp: return nil
      case "format", "generate", "index", "lint", "list": self = .each
      case "explain", "new": self = .one
      case "export", "preview", "sync":
        if namesFolder { return nil }
        self = .one
      default: return nil
      }
    }
  }

  /// A target with its definitions.
  private struct Module {
    var name: String
    var isTest: Bool
    var definitions: URL
    var generated: URL
    /// The target's `generation.xml`; `nil` if there is none.
    var generation: URL?

    func arguments(for command: String, _ arguments: [String]) -> [String] {
      switch command {
      case "explain", "new":
        let isNamed = arguments.contains("--definitions")
        return arguments + (isNamed ? [] : ["--definitions", definitions.path])
      case "generate":
        let output = arguments.contains("--output") ? [] : ["--output", generated.path]
        let isNamed = arguments.contains("--generation")
        let file = generation.map { isNamed ? [] : ["--generation", $0.path] } ?? []
        return [definitions.path] + arguments + output + file
      default: return [definitions.path] + arguments
      }
    }
  }

  /// The targets that have definitions, or those of them that were named.
  private func modules(of package: Package, named names: [String]) throws -> [Module] {
    let targets = names.isEmpty ? package.targets : try package.targets(named: names)
    let modules = targets.compactMap { target -> Module? in
      let candidates = DefinitionFolder.candidates(
        for: target.name, in: target.directoryURL, package: package.directoryURL)
      return DefinitionFolder(firstOf: candidates).map { folder in
        Module(
          name: target.name, isTest: (target as? any SourceModuleTarget)?.kind == .test,
          definitions: folder.url, generated: target.directoryURL.appending(path: "Generated"),
          generation: [target.directoryURL.appending(path: "generation.xml")]
            .first { FileManager.default.fileExists(atPath: $0.path) })
      }
    }
    guard !modules.isEmpty else {
      throw Failure(description: "no target has definitions in Definitions/<target>")
    }
    return modules
  }

  /// Checks that a target does not also use the build plugin, which would write the same files.
  private func checkGenerated(_ name: String, in package: Package) throws {
    let url = package.directoryURL.appending(path: "Package.swift")
    guard let text = try? String(contentsOf: url, encoding: .utf8) else { return }
    let lines = text.split(separator: "\n").filter { line in
      !line.drop(while: \.isWhitespace).hasPrefix("//")
    }
    let manifest = lines.joined(separator: "\n")
    let isPlugged = manifest.ranges(of: "name: \"\(name)\"").contains { range in
      let start = String(
        manifest[..<range.lowerBound].reversed().drop(while: \.isWhitespace).reversed())
      return start.hasSuffix("arget(")
        && Self.call(manifest[range.upperBound...]).contains("\"EndpointGenerator\"")
    }
    guard isPlugged else { return }
    throw Failure(
      description:
        "target '\(name)' uses the plugin EndpointGenerator, which generates the same files "
        + "in every build; remove it from the target in Package.swift first")
  }

  /// The arguments up to the parenthesis that closes the call.
  private static func call(_ text: Substring) -> Substring {
    var depth = 1
    let end = text.firstIndex { character in
      if character == "(" { depth += 1 }
      if character == ")" { depth -= 1 }
      return depth == 0
    }
    return text[..<(end ?? text.endIndex)]
  }

  private func run(_ tool: URL, _ arguments: [String]) throws {
    let process = try Process.run(tool, arguments: arguments)
    process.waitUntilExit()
    guard process.terminationReason == .exit, process.terminationStatus == 0 else {
      let command = arguments.first ?? ""
      let isWriting = [
        "export", "format", "generate", "import", "index", "new", "preview", "sync",
      ].contains(command)
      let hint = "; where it must not write, add --allow-writing-to-package-directory"
      throw Failure(description: "endpoints \(command) failed" + (isWriting ? hint : ""))
    }
  }

  private struct Failure: Error, CustomStringConvertible {
    var description: String
  }
}
