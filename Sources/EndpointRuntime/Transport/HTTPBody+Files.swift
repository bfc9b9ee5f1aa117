public import Foundation

extension HTTPBody {
  /// How many bytes of a file are read at once.
  private static let pieceSize = 64 << 10

  /// Makes a body of a file, which is read when it is sent, and again if it is sent again.
  ///
  /// - Throws: ``EndpointError/invalidRequest(parameter:reason:)`` if there is no such file.
  public init(contentsOf file: URL) throws {
    guard file.isFileURL,
      let attributes = try? FileManager.default.attributesOfItem(atPath: file.path),
      attributes[.type] as? FileAttributeType == .typeRegular
    else {
      throw EndpointError.invalidRequest(
        parameter: "body", reason: "is to be read from a file that is none")
    }
    let length = (attributes[.size] as? NSNumber)?.intValue
    self.init(length: length, replaying: { FilePieces(file: file, size: Self.pieceSize) })
  }

  /// Writes the body to a file as it arrives.
  ///
  /// The file appears under its name when all of it is there; what stood there is replaced. If the
  /// rest of the body does not come, nothing of it is left.
  ///
  /// - Parameters:
  ///   - file: Where to write.
  ///   - limit: How many bytes it may have; any number unless given.
  ///   - progress: Gets to know of every piece.
  /// - Throws: ``EndpointError/transport(_:)`` if the rest of the body does not come, has too many
  ///   bytes, or cannot be written.
  public func write(
    to file: URL, limit: Int = .max, progress: (TransferProgress) -> Void = { _ in }
  ) async throws {
    let part = file.deletingLastPathComponent()
      .appending(path: ".\(file.lastPathComponent).\(UUID().uuidString).part")
    do {
      try Data().write(to: part, options: .withoutOverwriting)
      defer { try? FileManager.default.removeItem(at: part) }
      let handle = try FileHandle(forWritingTo: part)
      defer { try? handle.close() }
      var state = TransferProgress(completed: 0, total: length)
      for try await piece in self {
        state.completed += piece.count
        guard state.completed <= limit else {
          throw TransportFailure(.invalidAnswer, "the body has more than \(limit) bytes")
        }
        try handle.write(contentsOf: piece)
        progress(state)
      }
      guard state.completed == length ?? state.completed else {
        throw TransportFailure(
          .interrupted, "the body ended after \(state.completed) of \(length ?? 0) bytes")
      }
      try handle.synchronize()
      guard rename(part.path, file.path) == 0 else {
        throw CocoaError(.fileWriteUnknown, userInfo: [NSFilePathErrorKey: file.path])
      }
    } catch let error as CocoaError {
      throw EndpointError.transport(
        TransportFailure(.other, "'\(file.path)' cannot be written: \(error.localizedDescription)"))
    } catch {
      throw EndpointError(error)
    }
  }
}

/// How much of a body has come.
public struct TransferProgress: Hashable, Sendable {
  /// The bytes that are there.
  public var completed: Int
  /// How many there will be, if the server says so.
  public var total: Int?
}

/// A file in pieces.
private struct FilePieces: AsyncSequence, Sendable {
  typealias Element = Data

  let file: URL
  let size: Int

  struct Iterator: AsyncIteratorProtocol {
    let file: URL
    let size: Int
    var handle: FileHandle?

    mutating func next() async throws -> Data? {
      if handle == nil { handle = try FileHandle(forReadingFrom: file) }
      guard let piece = try handle?.read(upToCount: size), !piece.isEmpty else {
        try handle?.close()
        return nil
      }
      return piece
    }
  }

  func makeAsyncIterator() -> Iterator { Iterator(file: file, size: size) }
}
