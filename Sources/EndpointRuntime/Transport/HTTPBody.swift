public import Foundation
import Synchronization

/// The body of a request or of an answer: bytes in memory, or pieces as they arrive.
public struct HTTPBody: AsyncSequence, Sendable {
  /// A piece of the body.
  public typealias Element = Data
  /// How many bytes it has, if that is known before they are read.
  public let length: Int?
  /// Whether it can be read more than once, so that a request can be sent again.
  public let isReplayable: Bool
  /// The whole body, if it is in memory already.
  public let data: Data?
  private let makeIterator: @Sendable () -> Iterator

  /// Makes a body that is in memory.
  public init(_ data: Data) {
    length = data.count
    isReplayable = true
    self.data = data
    makeIterator = {
      var rest: Data? = data.isEmpty ? nil : data
      return Iterator { rest.take() }
    }
  }

  /// Makes a body of pieces that can be read once.
  ///
  /// - Parameters:
  ///   - pieces: The pieces. Who reads the body twice gets ``EndpointError/transport(_:)``.
  ///   - length: How many bytes they have together, if that is known.
  public init<Pieces: AsyncSequence & Sendable>(_ pieces: Pieces, length: Int? = nil)
  where Pieces.Element == Data, Pieces.AsyncIterator: SendableMetatype {
    let use = SingleUse()
    self.init(length: length, isReplayable: false) {
      guard use.begin() else {
        return Iterator { throw TransportFailure(.other, "the body can be read only once") }
      }
      return Iterator(pieces)
    }
  }

  /// Makes a body whose pieces can be made anew, so that it can be sent again.
  ///
  /// - Parameters:
  ///   - length: How many bytes the pieces have together, if that is known.
  ///   - pieces: Makes the pieces, always the same.
  public init<Pieces: AsyncSequence>(
    length: Int? = nil, replaying pieces: @escaping @Sendable () -> Pieces
  ) where Pieces.Element == Data, Pieces: SendableMetatype, Pieces.AsyncIterator: SendableMetatype {
    self.init(length: length, isReplayable: true) { Iterator(pieces()) }
  }

  private init(
    length: Int?, isReplayable: Bool, makeIterator: @escaping @Sendable () -> Iterator
  ) {
    self.length = length
    self.isReplayable = isReplayable
    data = nil
    self.makeIterator = makeIterator
  }

  /// Begins to read.
  public func makeAsyncIterator() -> Iterator { makeIterator() }

  /// Reads the pieces one after the other.
  public struct Iterator: AsyncIteratorProtocol {
    private let nextPiece: () async throws -> Data?

    fileprivate init(_ nextPiece: @escaping () async throws -> Data?) {
      self.nextPiece = nextPiece
    }

    fileprivate init<Pieces: AsyncSequence>(_ pieces: Pieces)
    where Pieces.Element == Data, Pieces: SendableMetatype, Pieces.AsyncIterator: SendableMetatype {
      var iterator = pieces.makeAsyncIterator()
      self.init { try await iterator.next(isolation: nil) }
    }

    /// The next piece, or nothing at the end.
    ///
    /// - Throws: ``EndpointError/transport(_:)`` if the rest of the body does not come.
    public mutating func next() async throws -> Data? {
      do {
        if let piece = try await nextPiece() { return piece }
        // Some sequences end where their reader is cancelled; that is not the body's end.
        try Task.checkCancellation()
        return nil
      } catch {
        throw EndpointError(error)
      }
    }
  }

  /// Whether a body that can be read once has been.
  private final class SingleUse: Sendable {
    private let isUsed = Atomic(false)

    func begin() -> Bool {
      isUsed.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
    }
  }
}
