import EndpointRuntime
import Foundation
import Synchronization

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The received chunks of a body that have not been read.
final class BodyBuffer: Sendable {
  private struct State {
    var rest = Data()
    var end: Result<Void, any Error>?
    var reader: CheckedContinuation<Data?, any Error>?
    var isSuspended = false
  }

  private let task: URLSessionTask
  private let state = Mutex(State())

  init(_ task: URLSessionTask) { self.task = task }

  /// Appends a chunk. If the reader is far behind, the task is suspended where that is possible.
  func append(_ chunk: Data) {
    var reader: CheckedContinuation<Data?, any Error>?
    let isOverfull = state.withLock { state in
      guard state.end == nil else { return false }
      reader = state.reader.take()
      guard reader == nil else { return false }
      state.rest.append(chunk)
      guard state.rest.count > Self.limit else { return false }
      // Within the lock, so that it precedes the reader's resume().
      if Self.canSuspend, !state.isSuspended {
        state.isSuspended = true
        task.suspend()
      }
      return !Self.canSuspend
    }
    reader?.resume(returning: chunk)
    if isOverfull, end(.failure(Self.overflow), keepingRest: false) { task.cancel() }
  }

  /// Ends the body and returns whether it had not ended before.
  @discardableResult
  func end(_ result: Result<Void, any Error>, keepingRest: Bool) -> Bool {
    var reader: CheckedContinuation<Data?, any Error>?
    let isFirst = state.withLock { state in
      guard state.end == nil else { return false }
      state.end = result
      if !keepingRest { state.rest = Data() }
      reader = state.reader.take()
      return true
    }
    reader?.resume(with: result.map { nil })
    return isFirst
  }

  /// Returns all chunks since the last call; `nil` at the end. Only one task may read.
  func next() async throws -> Data? {
    try await withCheckedThrowingContinuation { continuation in
      let result = state.withLock { state -> Result<Data?, any Error>? in
        guard state.rest.isEmpty else {
          let rest = state.rest
          state.rest = Data()
          if state.isSuspended {
            state.isSuspended = false
            task.resume()
          }
          return .success(rest)
        }
        if let end = state.end { return end.map { nil } }
        state.reader = continuation
        return nil
      }
      if let result { continuation.resume(with: result) }
    }
  }
}

extension BodyBuffer {
  #if canImport(FoundationNetworking)
    /// On Linux, resuming a suspended task sends its request again.
    private static let canSuspend = false
    /// The number of unread bytes at which the task is suspended.
    private static let limit = 64 << 20
  #else
    private static let canSuspend = true
    /// The number of unread bytes at which the response fails.
    private static let limit = 1 << 20
  #endif

  private static let overflow = TransportError(
    .other,
    message:
      "more than \(limit >> 20) MiB of the response arrived before they were read, and URLSession cannot be "
      + "slowed down on this system; use AsyncHTTPClientTransport")
}
