import Foundation
import Synchronization

/// The body of an error response.
///
/// The status is enough: if reading the body fails, the bytes so far are used.
final class ErrorBody: Sendable {
  private let body: HTTPBody
  private let received = Mutex(Data())

  /// The maximum number of bytes to read.
  private static let size = 64 << 10

  init(_ body: HTTPBody) { self.body = body }

  /// Reads the beginning of the body: the bytes that arrive in time, at most 64 KiB.
  ///
  /// - Throws: `CancellationError` if the task is cancelled.
  func beginning(within time: Duration, by deadlines: Deadlines) async throws -> Data {
    if let data = body.data { return data.prefix(Self.size) }
    _ = try? await deadlines.run(within: time) { try await self.read() }
    try Task.checkCancellation()
    return received.withLock { $0 }
  }

  private func read() async throws {
    for try await chunk in body {
      let isFull = received.withLock { data in
        data += chunk.prefix(Self.size - data.count)
        return data.count >= Self.size
      }
      if isFull { return }
    }
  }
}
