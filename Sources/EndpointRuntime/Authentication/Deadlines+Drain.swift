import Foundation

extension Deadlines {
  /// Limits of what is read of a rejection.
  private static let rejection = (size: 64 << 10, time: Duration.seconds(1))

  /// Reads what a rejection says, so that its connection can be used again, if that is soon done.
  ///
  /// - Returns: The bytes that have arrived; empty if the body does not end soon.
  /// - Throws: `CancellationError` if the task is cancelled.
  @discardableResult
  func drain(_ body: HTTPBody) async throws -> Data {
    let limits = Self.rejection
    if let data = body.data { return data.prefix(limits.size) }
    let data = try? await run(within: limits.time) {
      try await body.prefix(bytes: limits.size).data
    }
    try Task.checkCancellation()
    return data ?? Data()
  }
}
