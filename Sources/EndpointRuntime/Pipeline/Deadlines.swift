import Synchronization

/// Cancels operations at their deadlines.
///
/// One task sleeps for all operations, until the earliest deadline. An operation that ends in time
/// leaves nothing behind.
final class Deadlines: Sendable {
  fileprivate struct State {
    var entries: [Int: (time: Duration, expire: @Sendable () -> Void)] = [:]
    var nextID = 0
    /// The wake-up times of sleeping tasks, the earliest last.
    var wakes: [Duration] = []
  }

  private let state = Mutex(State())
  let clock: RuntimeClock

  /// Longer durations are no limit, since clocks overflow after some centuries.
  static let longest = Duration.seconds(10 * 365 * 86_400)

  init(clock: RuntimeClock) { self.clock = clock }

  /// Runs an operation and cancels it at its deadline.
  ///
  /// - Throws: ``EndpointError/timeout(_:)`` at the deadline, or the error of the operation.
  func run<Result: Sendable>(
    within duration: Duration, _ operation: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    guard duration > .zero else { throw EndpointError.timeout(TimeoutError(limit: duration)) }
    guard duration < Self.longest else { return try await operation() }
    let progress = Progress()
    let task = Self.begin {
      defer { progress.isOver.store(true, ordering: .releasing) }
      return try await operation()
    }
    // An operation that never waited is over, and nothing has to be cancelled.
    if progress.isOver.load(ordering: .acquiring) { return try await task.value }
    do {
      return try await watch(for: duration) {
        progress.isLate.store(true, ordering: .releasing)
        task.cancel()
      } during: {
        try await withTaskCancellationHandler {
          try await task.value
        } onCancel: {
          task.cancel()
        }
      }
    } catch {
      guard progress.isLate.load(ordering: .acquiring) else { throw error }
      throw EndpointError.timeout(TimeoutError(limit: duration))
    }
  }

  /// Runs an operation, and performs an action if it takes longer than a duration.
  func watch<Result>(
    for duration: Duration, onExpiry expire: @escaping @Sendable () -> Void,
    during operation: () async throws -> Result
  ) async throws -> Result {
    let id = add(at: clock.now + duration, expire)
    defer { remove(id) }
    return try await operation()
  }

  /// Begins an operation immediately on the current thread, where the system supports it.
  private static func begin<Result: Sendable>(
    _ operation: @escaping @Sendable () async throws -> Result
  ) -> Task<Result, any Error> {
    if #available(macOS 26, macCatalyst 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
      Task.immediate { try await operation() }
    } else {
      Task { try await operation() }
    }
  }

  private func add(at time: Duration, _ expire: @escaping @Sendable () -> Void) -> Int {
    let (id, mustSleep) = state.withLock { state in
      state.nextID += 1
      state.entries[state.nextID] = (time, expire)
      return (state.nextID, state.mustSleep(until: time))
    }
    if mustSleep { sleep(until: time) }
    return id
  }

  private func remove(_ id: Int) { state.withLock { state in state.entries[id] = nil } }

  private func sleep(until time: Duration) {
    Task.detached { [self] in
      // The task is never cancelled, but a custom clock can throw. The continuous clock then
      // replaces it, so that operations are not cancelled early.
      if (try? await clock.sleep(until: time)) == nil {
        try? await Task.sleep(for: max(time - clock.now, .zero))
      }
      let now = max(clock.now, time)
      let (late, next) = state.withLock { $0.wake(at: now) }
      late.forEach { $0() }
      if let next { sleep(until: next) }
    }
  }
}

extension Deadlines.State {
  /// Records the wake-up time of a task, unless another task wakes up earlier.
  fileprivate mutating func mustSleep(until time: Duration) -> Bool {
    if let next = wakes.last, next <= time { return false }
    wakes.append(time)
    return true
  }

  /// Removes the operations that are late.
  ///
  /// - Returns: The actions that end them, and the next wake-up time; `nil` if another task has it.
  fileprivate mutating func wake(at now: Duration) -> (
    late: [@Sendable () -> Void], next: Duration?
  ) {
    wakes.removeAll { $0 <= now }
    let late = entries.filter { $0.value.time <= now }
    late.keys.forEach { entries[$0] = nil }
    guard let next = entries.values.map(\.time).min(), mustSleep(until: next) else {
      return (late.values.map(\.expire), nil)
    }
    return (late.values.map(\.expire), next)
  }
}

/// How far an operation is.
private final class Progress: Sendable {
  /// Whether the operation has ended.
  let isOver = Atomic(false)
  /// Whether the operation reached its deadline.
  let isLate = Atomic(false)
}
