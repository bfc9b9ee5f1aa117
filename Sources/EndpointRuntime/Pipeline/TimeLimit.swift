/// The deadline of an operation, and what ends the operation there.
///
/// Either a task that is cancelled at the deadline runs the whole operation, or the operation runs in
/// the task of its caller and everything that it waits for ends at the deadline. The second costs no
/// change of threads and keeps the caller's executor.
struct TimeLimit: Sendable {
  /// The deadline by the clock of the client.
  let deadline: Duration
  /// The time from the beginning of the operation to its deadline.
  let duration: Duration
  /// Ends what the operation waits for; `nil` if a task that is cancelled at the deadline runs it.
  private let deadlines: Deadlines?

  /// A limit that the caller of an operation enforces.
  static let ofCaller = TimeLimit(deadline: Deadlines.longest, duration: Deadlines.longest)

  /// Creates a limit that the caller of an operation enforces.
  init(deadline: Duration, duration: Duration) {
    self.deadline = deadline
    self.duration = duration
    deadlines = nil
  }

  /// Creates a limit that the waits of an operation enforce.
  init(deadline: Duration, duration: Duration, enforcedBy deadlines: Deadlines) {
    self.deadline = deadline
    self.duration = duration
    self.deadlines = deadlines
  }

  /// Whether the waits of the operation enforce the limit.
  var isEnforcedByWaits: Bool { deadlines != nil }

  /// Waits for something until the deadline.
  ///
  /// - Throws: ``EndpointError/timeout(_:)`` at the deadline, or the error of the operation.
  func wait<Result: Sendable>(
    for operation: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    guard let deadlines, duration < Deadlines.longest else { return try await operation() }
    return try await deadlines.run(within: deadline - deadlines.clock.now, operation)
  }

  /// The remaining time for a transport; `nil` for no limit.
  ///
  /// If a task is cancelled at the deadline, the transport has more time, so that the cancellation
  /// comes first.
  func remaining(at now: Duration) -> Duration? {
    guard duration < Deadlines.longest else { return nil }
    return deadline - now + (deadlines == nil ? .seconds(1) : .zero)
  }

  /// Returns the error of something that was waited for: after the deadline, it is a timeout.
  func error(_ error: any Error) -> any Error {
    guard let deadlines, deadlines.clock.now >= deadline, duration < Deadlines.longest else {
      return error
    }
    return EndpointError.timeout(TimeoutError(limit: duration))
  }
}
