import Dispatch
public import Foundation

/// One of the package's own commands, as the build has made it.
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

  /// What came of running a command.
  public struct Outcome: Sendable {
    /// The exit status.
    public var status: Int32
    /// What it wrote to standard output.
    public var output: String
    /// What it wrote to standard error.
    public var error: String
  }

  /// Foundation has been seen to crash where two threads launch at once.
  private static let launcher = DispatchQueue(label: "launcher")

  /// Runs the command to its end.
  ///
  /// - Parameters:
  ///   - arguments: The arguments.
  ///   - input: What it can read from standard input.
  ///   - folder: The folder to run it in.
  public func run(_ arguments: [String], input: String = "", in folder: URL? = nil) async throws
    -> Outcome
  {
    let files = try TemporaryFolder()
    defer { files.remove() }
    let process = Process()
    process.executableURL = url
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .filter { !$0.key.hasPrefix("MONGODB_ATLAS_") }
      .merging(environment) { _, own in own }
    // Files hold any amount of output, where pipes would block.
    let output = try files.write("", to: "output")
    let error = try files.write("", to: "error")
    process.standardInput = try FileHandle(forReadingFrom: files.write(input, to: "input"))
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    let status = try await withCheckedThrowingContinuation { continuation in
      process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
      Self.launcher.async {
        do { try process.run() } catch { continuation.resume(throwing: error) }
      }
    }
    return Outcome(
      status: status, output: try String(contentsOf: output, encoding: .utf8),
      error: try String(contentsOf: error, encoding: .utf8))
  }
}
