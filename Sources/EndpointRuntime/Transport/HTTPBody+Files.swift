public import Foundation

extension HTTPBody {
  /// The size of the chunks of a file in bytes.
  private static let chunkSize = 64 << 10

  /// Creates a body from a file, which is read when it is sent, and again if it is sent again.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` if there is no such file.
  public init(contentsOf file: URL) throws {
    // Symbolic links are followed.
    let file = file.resolvingSymlinksInPath()
    guard file.isFileURL,
      let attributes = try? FileManager.default.attributesOfItem(atPath: file.path),
      attributes[.type] as? FileAttributeType == .typeRegular
    else {
      throw EndpointError.invalidRequest(
        parameter: "body", reason: "'\(file.path)' is not a regular file")
    }
    let length = (attributes[.size] as? NSNumber)?.intValue
    self.init(length: length, replaying: { FileChunks(file: file, size: Self.chunkSize) })
  }

  /// Writes the body to a file as it arrives.
  ///
  /// The file appears under its name when it is complete. It replaces an existing file and keeps
  /// its permissions; a new file is readable and writable by its owner only. If the body fails, no
  /// partial file remains. Devices and pipes are written to and not replaced.
  ///
  /// - Parameters:
  ///   - file: The URL of the file.
  ///   - limit: The maximum size in bytes. Defaults to no limit.
  ///   - progress: Receives the progress after every chunk.
  /// - Throws: ``EndpointError/transport(_:)`` if the body fails, exceeds the limit, or cannot be
  ///   written.
  public func write(
    to file: URL, limit: Int = .max, progress: (TransferProgress) -> Void = { _ in }
  ) async throws {
    do {
      if let output = try await FileIO.run({ try OpenFile(writingSpecial: file.path) }) {
        defer { output.close() }
        return try await write(to: output, limit: limit, progress: progress)
      }
      try await replace(file.resolvingSymlinksInPath(), limit: limit, progress: progress)
    } catch let error as FileError {
      throw EndpointError.transport(
        TransportError(.other, message: "'\(file.path)' cannot be written: \(error)"))
    } catch {
      throw EndpointError(error)
    }
  }

  /// Writes to a temporary file that replaces another when it is complete.
  private func replace(_ file: URL, limit: Int, progress: (TransferProgress) -> Void) async throws {
    let part = file.deletingLastPathComponent().appending(path: ".\(UUID().uuidString).part").path
    let output = try await FileIO.run {
      let attributes = try? FileManager.default.attributesOfItem(atPath: file.path)
      let permissions = (attributes?[.posixPermissions] as? NSNumber)?.uint16Value
      return try OpenFile(creating: part, permissions: mode_t(permissions ?? 0o600))
    }
    defer {
      output.close()
      unlink(part)
    }
    try await write(to: output, limit: limit, progress: progress)
    try await FileIO.run {
      try output.synchronize()
      guard rename(part, file.path) == 0 else { throw FileError.last }
    }
  }

  private func write(
    to output: OpenFile, limit: Int, progress: (TransferProgress) -> Void
  ) async throws {
    var state = TransferProgress(completed: 0, total: length)
    for try await chunk in self {
      state.completed += chunk.count
      guard state.completed <= limit else {
        throw TransportError(.invalidResponse, message: "the body has more than \(limit) bytes")
      }
      try await FileIO.run { try output.write(chunk) }
      progress(state)
    }
    guard state.completed == length ?? state.completed else {
      throw TransportError(
        .interrupted, message: "the body ended after \(state.completed) of \(length ?? 0) bytes")
    }
  }
}

/// The progress of a transfer.
public struct TransferProgress: Hashable, Sendable {
  /// The number of transferred bytes.
  public var completed: Int
  /// The total number of bytes; `nil` if it is unknown.
  public var total: Int?

  /// Creates a progress.
  public init(completed: Int, total: Int? = nil) {
    self.completed = completed
    self.total = total
  }
}

/// The chunks of a file.
private struct FileChunks: AsyncSequence, Sendable {
  typealias Element = Data

  let file: URL
  let size: Int

  final class Iterator: AsyncIteratorProtocol {
    private let file: URL
    private let size: Int
    private var input: OpenFile?

    init(file: URL, size: Int) {
      self.file = file
      self.size = size
    }

    deinit { input?.close() }

    func next() async throws -> Data? {
      let (file, size, opened) = (file, size, input)
      do {
        let (input, chunk) = try await FileIO.run {
          let input = try opened ?? OpenFile(reading: file.path)
          return (input, try input.read(size))
        }
        self.input = input
        return chunk.isEmpty ? nil : chunk
      } catch let error as FileError {
        throw TransportError(.other, message: "'\(file.path)' cannot be read: \(error)")
      }
    }
  }

  func makeAsyncIterator() -> Iterator { Iterator(file: file, size: size) }
}
