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
    let result = try await Subprocess.run(
      .path(FilePath(url.path)), arguments: Arguments(arguments),
      environment: variables,
      workingDirectory: folder.map { FilePath($0.path) }, input: .string(input),
      output: .string(limit: Self.outputSize), error: .string(limit: Self.outputSize))
    return Outcome(
      status: result.terminationStatus.code, output: result.standardOutput,
      error: result.standardError)
  }

  /// Runs a command that serves until it is terminated, and terminates it after an operation.
  ///
  /// - Parameters:
  ///   - arguments: The arguments.
  ///   - end: The beginning of the last line that it prints at its start.
  ///   - operation: Gets the lines that it printed.
  /// - Returns: Its exit status.
  public func serve(
    _ arguments: [String], readyAfter end: String, _ operation: ([String]) async throws -> Void
  ) async throws -> Int32 {
    try await Subprocess.run(
      .path(FilePath(url.path)), arguments: Arguments(arguments),
      environment: variables, input: .none, output: .sequence, error: .discarded
    ) { execution in
      var lines: [String] = []
      for try await line in execution.standardOutput.strings() {
        lines.append(line.trimmingCharacters(in: .whitespacesAndNewlines))
        if lines.last?.hasPrefix(end) == true { break }
      }
      try await operation(lines)
      try execution.send(signal: .terminate)
    }.terminationStatus.code
  }

  private var variables: Environment {
    let inherited = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("MONGODB_ATLAS_") }
    let variables = inherited.merging(environment) { _, own in own }
    return .custom(
      Dictionary(uniqueKeysWithValues: variables.map { (.init(stringLiteral: $0.key), $0.value) }))
  }
}

extension TerminationStatus {
  /// The exit status, as shells have it.
  fileprivate var code: Int32 {
    switch self {
    case .exited(let code): code
    case .signaled(let signal): 128 + signal
    }
  }
}
