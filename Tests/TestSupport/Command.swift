public import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A command to run: one of the package's own, as the build has made it, or another.
///
/// Foundation's `Process` has been seen to crash where many files are open.
public struct Command: Sendable {
  /// Where it is.
  public let url: URL
  /// What is set in its environment beside what the tests themselves have.
  public var environment: [String: String]

  /// Finds a command beside the bundle of the tests.
  ///
  /// - Parameters:
  ///   - name: The command's name.
  ///   - environment: What to set in its environment.
  public init(_ name: String, environment: [String: String] = [:]) {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
    let tests = bundle ?? Bundle.main.executableURL ?? Bundle.main.bundleURL
    url = tests.deletingLastPathComponent().appending(path: name)
    self.environment = environment
  }

  /// Names a command that is not the package's own.
  public init(at url: URL) {
    self.url = url
    environment = [:]
  }

  /// What came of running a command.
  public struct Outcome: Sendable {
    /// The exit status.
    public var status: Int32
    /// What it wrote to standard output.
    public var output: String
    /// What it wrote to standard error.
    public var error: String
  }

  /// How many bytes of output are kept.
  private static let outputSize = 64 << 20

  /// Runs the command to its end.
  ///
  /// - Parameters:
  ///   - arguments: The arguments.
  ///   - input: What it can read from standard input.
  ///   - folder: The folder to run it in.
  public func run(_ arguments: [String], input: String = "", in folder: URL? = nil) async throws
    -> Outcome
  {
    let inherited = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("MONGODB_ATLAS_") }
    let variables = inherited.merging(environment) { _, own in own }
    let result = try await Subprocess.run(
      .path(FilePath(url.path)), arguments: Arguments(arguments),
      environment: .custom(
        Dictionary(uniqueKeysWithValues: variables.map { (.init(stringLiteral: $0.key), $0.value) })
      ),
      workingDirectory: folder.map { FilePath($0.path) }, input: .string(input),
      output: .string(limit: Self.outputSize), error: .string(limit: Self.outputSize))
    let status: Int32 =
      switch result.terminationStatus {
      case .exited(let code): code
      // As shells have it.
      case .signaled(let signal): 128 + signal
      }
    return Outcome(
      status: status, output: result.standardOutput, error: result.standardError)
  }
}
