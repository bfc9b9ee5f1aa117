import ArgumentParser
import EndpointDefinition
import Foundation

/// Formats definition files.
struct FormatCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "format",
    abstract: "Format definition files.",
    discussion: """
      Two spaces for each level, attributes in the order of the language, text wrapped at 100 \
      characters. Comments are kept, and what a file says is never changed. Files with errors are \
      left as they are.
      """)

  @Argument(help: "Definition files or folders.")
  var paths: [String]

  @Flag(help: "Only check; fail with the files that would change.")
  var check = false

  func run() throws {
    var fails = false
    for path in try paths.flatMap(Self.files) {
      do {
        let bytes = try FileBytes.read(path)
        let text = try DefinitionFormatter().format(bytes, path: path)
        guard Array(text.utf8) != bytes else { continue }
        if check {
          Console.printError(
            "\(path):1:1: error: the layout is not canonical; run 'swift package "
              + "--allow-writing-to-package-directory endpoints format'")
          fails = true
        } else {
          try FileBytes.write(text, to: path)
          Console.print("formatted \(path)")
        }
      } catch let rejection as DefinitionFormatter.Failure {
        Console.printError(rejection.diagnostics)
        fails = true
      } catch let failure as ToolFailure {
        Console.printError("\(path):1:1: error: \(failure.message)")
        fails = true
      }
    }
    if fails { throw ExitCode.failure }
  }

  /// Returns the files of an argument.
  private static func files(at path: String) throws -> [String] {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw ToolFailure(.usage, "there is no file or folder '\(path)'")
    }
    guard isFolder.boolValue else { return [path] }
    let definitions = try Definitions(folder: path)
    return definitions.paths.map(definitions.location)
  }
}
