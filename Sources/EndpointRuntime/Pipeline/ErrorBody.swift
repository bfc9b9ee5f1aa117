import Foundation
import Synchronization

/// The body of a response that is an error.
///
/// The status is what matters: whatever happens to the body, what has arrived of it is enough.
final class ErrorBody: Sendable {
  private let body: HTTPBody
  private let received = Mutex(Data())

  /// How much of the body is worth reading, in bytes.
  private static let size = 64 << 10

  init(_ body: HTTPBody) { self.body = body }

  /// Reads the beginning of the body: what arrives within a time, up to 64 KiB.
  ///
  /// - Throws: `CancellationError` if the task is cancelled, and nothing else.
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
