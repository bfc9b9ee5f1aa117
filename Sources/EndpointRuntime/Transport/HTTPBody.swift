public import Foundation

/// The body of an answer, as it arrives; it can be read once.
public struct HTTPBody: AsyncSequence, Sendable {
  /// A piece of the body.
  public typealias Element = Data

  private let makeIterator: @Sendable () -> Iterator

  /// Makes a body that is there already.
  public init(_ data: Data) {
    self.init(pieces: { AsyncStream([data].filter { !$0.isEmpty }) })
  }

  /// Makes a body of pieces that arrive.
  public init<Pieces: AsyncSequence & Sendable>(_ pieces: Pieces)
  where Pieces.Element == Data, Pieces.AsyncIterator: SendableMetatype {
    self.init(pieces: { pieces })
  }

  private init<Pieces: AsyncSequence & SendableMetatype>(
    pieces: @escaping @Sendable () -> Pieces
  ) where Pieces.Element == Data, Pieces.AsyncIterator: SendableMetatype {
    makeIterator = {
      var iterator = pieces().makeAsyncIterator()
      return Iterator { try await iterator.next(isolation: nil) }
    }
  }

  /// Reads the pieces one after the other.
  public struct Iterator: AsyncIteratorProtocol {
    fileprivate let nextPiece: () async throws -> Data?

    /// The next piece, or nothing at the end.
    public mutating func next() async throws -> Data? { try await nextPiece() }
  }

  /// Begins to read.
  public func makeAsyncIterator() -> Iterator { makeIterator() }

  /// The first bytes of the body, and whether there are more; nothing beyond them is kept.
  ///
  /// - Parameter limit: How many bytes to read at most.
  public func prefix(bytes limit: Int) async throws -> (data: Data, isComplete: Bool) {
    var data = Data()
    for try await piece in self {
      guard data.count + piece.count <= limit else {
        return (data + piece.prefix(limit - data.count), false)
      }
      data += piece
    }
    return (data, true)
  }
}

extension AsyncStream {
  fileprivate init(_ elements: [Element]) where Element: Sendable {
    self.init { continuation in
      for element in elements { continuation.yield(element) }
      continuation.finish()
    }
  }
}
