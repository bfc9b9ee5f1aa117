import Foundation

/// A folder in a Git repository.
struct GitFolder {
  private let path: String

  init(_ path: String) { self.path = path }

  /// Returns the definition files of the folder at a commit by their relative paths.
  func files(at commit: String) throws -> [String: [UInt8]] {
    guard !commit.hasPrefix("-") else { throw ToolFailure(.usage, "'\(commit)' is not a commit") }
    let listing = try git(["ls-tree", "-r", "-z", "--name-only", commit, "--", "."])
    var files: [String: [UInt8]] = [:]
    for name in listing.split(separator: 0).map({ String(decoding: $0, as: UTF8.self) })
    where name.hasSuffix(".xml")
      && !name.split(separator: "/").contains(where: { $0.hasPrefix(".") })
    {
      files[name] = try git(["cat-file", "blob", "\(commit):./\(name)"])
    }
    guard !files.isEmpty else {
      throw ToolFailure(.failure, "'\(path)' has no definitions at '\(commit)'")
    }
    return files
  }

  private func git(_ arguments: [String]) throws -> [UInt8] {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["git", "-C", path] + arguments
    let (output, errors) = (Pipe(), Pipe())
    process.standardOutput = output
    process.standardError = errors
    do { try process.run() } catch {
      throw ToolFailure(.failure, "git cannot be run: \(error.localizedDescription)")
    }
    let bytes = Array(output.fileHandleForReading.readDataToEndOfFile())
    let message = String(decoding: errors.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let reason = message.split(separator: "\n").first ?? "it failed"
      throw ToolFailure(.failure, "git: \(reason)")
    }
    return bytes
  }
}
