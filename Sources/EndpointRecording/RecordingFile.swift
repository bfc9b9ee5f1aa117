import EndpointRuntime
import Foundation
import Synchronization

/// The file of a recording.
actor RecordingFile {
  private let path: String
  private let handle: FileHandle
  private let numbers = Mutex(0)

  /// Creates the file.
  ///
  /// - Throws: `EndpointError.configuration` if it cannot be created.
  init(_ file: URL) throws {
    path = file.path
    let isCreated = FileManager.default.createFile(
      atPath: path, contents: nil, attributes: [.posixPermissions: 0o600])
    guard isCreated, let handle = FileHandle(forWritingAtPath: path) else {
      throw EndpointError.configuration(
        setting: "recording", reason: "'\(path)' cannot be created; check its folder")
    }
    self.handle = handle
  }

  deinit { try? handle.close() }

  /// Returns the number of the next request, from 1.
  nonisolated func nextNumber() -> Int {
    numbers.withLock { number in
      number += 1
      return number
    }
  }

  /// Appends a line.
  func write(_ line: Data) throws {
    do {
      try handle.write(contentsOf: line)
    } catch {
      throw TransportError(.other, message: "the recording '\(path)' cannot be written: \(error)")
    }
  }
}
