import ArgumentParser
import Foundation

/// The server in a child process, so that its work is not counted as the client's.
final class ServerProcess {
  /// What it responds with.
  enum Kind: String, ExpressibleByArgument {
    /// Fixed bytes.
    case fixed
    /// Bodies of any size.
    case streams
  }

  /// Where it responds.
  let baseURL: String
  private let process = Process()
  private let input = Pipe()

  /// Starts it.
  init(_ kind: Kind = .fixed) throws {
    let output = Pipe()
    process.executableURL = Bundle.main.executableURL
    process.arguments = ["--serve", kind.rawValue]
    process.standardInput = input
    process.standardOutput = output
    try process.run()
    let line = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
    guard let port = Int(line.trimmingCharacters(in: .whitespacesAndNewlines)), port > 0 else {
      throw CocoaError(.executableLoad)
    }
    baseURL = "http://127.0.0.1:\(port)"
  }

  /// Ends it.
  func stop() throws {
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
  }
}
