import Foundation

extension Deadlines {
  /// The limits for reading the body of a rejection.
  private static let rejection = (size: 64 << 10, time: Duration.seconds(1))

  /// Reads the body of a rejection so that its connection can be reused, if that takes little time.
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
