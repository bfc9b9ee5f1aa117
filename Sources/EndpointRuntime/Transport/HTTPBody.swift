public import Foundation
import Synchronization

/// The body of a request or a response: bytes in memory, or a stream of chunks.
public struct HTTPBody: AsyncSequence, Sendable {
  /// A chunk of the body.
  public typealias Element = Data
  /// The length in bytes; `nil` if it is unknown.
  public let length: Int?
  /// Whether the body can be read more than once, so that a request can be retried.
  public let isReplayable: Bool
  /// The bytes of a body in memory; `nil` for a stream.
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
  ///   - chunks: The chunks. Reading the body twice throws ``EndpointError/transport(_:)``.
  ///   - length: The length of all chunks in bytes; `nil` if it is unknown.
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
  ///   - length: The length of all chunks in bytes; `nil` if it is unknown.
  ///   - chunks: Returns the same chunks each time.
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

  /// Returns an iterator over the chunks.
  public func makeAsyncIterator() -> Iterator { makeIterator() }

  /// Iterates over the chunks.
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

    /// Returns the next chunk; `nil` at the end.
    ///
    /// - Throws: ``EndpointError/transport(_:)`` if the body fails.
    public mutating func next() async throws -> Data? {
      do {
        if let chunk = try await nextChunk() { return chunk }
        // Some sequences end when their reader is cancelled, which is not the end of the body.
        try Task.checkCancellation()
        return nil
      } catch {
        throw EndpointError(error)
      }
    }
  }

  /// Whether a body that can be read once has been read.
  private final class SingleUse: Sendable {
    private let isUsed = Atomic(false)

    func begin() -> Bool {
      isUsed.compareExchange(expected: false, desired: true, ordering: .relaxed).exchanged
    }
  }
}
