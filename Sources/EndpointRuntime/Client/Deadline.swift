/// Runs an operation and cancels it when its time is up.
///
/// - Throws: ``EndpointError/timeout(_:)`` then, or what the operation throws.
func withDeadline<Result: Sendable>(
  _ duration: Duration, _ operation: @escaping @Sendable () async throws -> Result
) async throws -> Result {
  guard duration > .zero else { throw EndpointError.timeout(duration) }
  // The clock cannot count further than some centuries.
  guard duration < .seconds(10 * 365 * 86_400) else { return try await operation() }
  return try await withThrowingTaskGroup(of: Result.self) { group in
    group.addTask { try await operation() }
    group.addTask {
      try await ContinuousClock().sleep(for: duration)
      throw EndpointError.timeout(duration)
    }
    defer { group.cancelAll() }
    guard let result = try await group.next() else { throw CancellationError() }
    return result
  }
}
