public import Foundation
import Synchronization

/// The body of a request or of a response: bytes in memory, or chunks as they arrive.
public struct HTTPBody: AsyncSequence, Sendable {
  /// A chunk of the body.
  public typealias Element = Data
  /// How many bytes it has, if that is known before they are read.
  public let length: Int?
  /// Whether it can be read more than once, so that a request can be sent again.
  public let isReplayable: Bool
  /// The whole body, if it is in memory already.
  public let data: Data?
  private let makeIterator: @Sendable () -> Iterator

  /// Creates a body that is in memory.
  public init(_ data: Data) {
    length = data.count
    isReplayable = true
    self.data = data
    makeIterator = {
      var rest: Data? = data.isEmpty ? nil : data
      return Iterator { rest.take() }
    }
  }

  /// Creates a body of chunks that can be read once.
  ///
  /// - Parameters:
  ///   - chunks: The chunks. Who reads the body twice gets ``EndpointError/transport(_:)``.
  ///   - length: How many bytes they have together, if that is known.
  public init<Chunks: AsyncSequence & Sendable>(_ chunks: Chunks, length: Int? = nil)
  where Chunks.Element == Data, Chunks.AsyncIterator: SendableMetatype {
    let use = SingleUse()
    self.init(length: length, isReplayable: false) {
      guard use.begin() else {
        return Iterator { throw TransportError(.other, message: "the body can be read only once") }
      }
      return Iterator(chunks)
    }
  }

  /// Creates a body whose chunks can be made anew, so that it can be sent again.
  ///
  /// - Parameters:
  ///   - length: How many bytes the chunks have together, if that is known.
  ///   - chunks: Makes the chunks, always the same.
  public init<Chunks: AsyncSequence>(
    length: Int? = nil, replaying chunks: @escaping @Sendable () -> Chunks
  ) where Chunks.Element == Data, Chunks: SendableMetatype, Chunks.AsyncIterator: SendableMetatype {
    self.init(length: length, isReplayable: true) { Iterator(chunks()) }
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

  /// Reads the chunks one after the other.
  public struct Iterator: AsyncIteratorProtocol {
    private let nextChunk: () async throws -> Data?

    fileprivate init(_ nextChunk: @escaping () async throws -> Data?) {
      self.nextChunk = nextChunk
    }

    fileprivate init<Chunks: AsyncSequence>(_ chunks: Chunks)
    where Chunks.Element == Data, Chunks: SendableMetatype, Chunks.AsyncIterator: SendableMetatype {
      var iterator = chunks.makeAsyncIterator()
      self.init { try await iterator.next(isolation: nil) }
    }

    /// The next chunk, or nothing at the end.
    ///
    /// - Throws: ``EndpointError/transport(_:)`` if the rest of the body does not come.
    public mutating func next() async throws -> Data? {
      do {
        if let chunk = try await nextChunk() { return chunk }
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
