import Synchronization

/// Ends operations whose time is up.
///
/// However many operations run, one task sleeps, until the first of them would be late: an
/// operation that ends in time leaves nothing behind.
final class Deadlines: Sendable {
  fileprivate struct State {
    var entries: [Int: (time: Duration, expire: @Sendable () -> Void)] = [:]
    var nextID = 0
    /// The times at which tasks that sleep will look again, the earliest last.
    var wakes: [Duration] = []
  }

  private let state = Mutex(State())
  private let clock: RuntimeClock

  /// A longer duration means that there is no limit; clocks cannot count further than some centuries.
  static let longest = Duration.seconds(10 * 365 * 86_400)

  init(clock: RuntimeClock) { self.clock = clock }

  /// Runs an operation and cancels it when its time is up.
  ///
  /// - Throws: ``EndpointError/timeout(_:)`` then, or what the operation throws.
  func run<Result: Sendable>(
    within duration: Duration, _ operation: @escaping @Sendable () async throws -> Result
  ) async throws -> Result {
    guard duration > .zero else { throw EndpointError.timeout(TimeoutError(limit: duration)) }
    guard duration < Self.longest else { return try await operation() }
    let task = Self.begin(operation)
    let isLate = Expiry()
    do {
      return try await watch(for: duration) {
        isLate.set()
        task.cancel()
      } during: {
        try await withTaskCancellationHandler {
          try await task.value
        } onCancel: {
          task.cancel()
        }
      }
    } catch {
      throw isLate.value ? EndpointError.timeout(TimeoutError(limit: duration)) : error
    }
  }

  /// Runs an operation, and does something if it has not ended after some time.
  func watch<Result>(
    for duration: Duration, onExpiry expire: @escaping @Sendable () -> Void,
    during operation: () async throws -> Result
  ) async throws -> Result {
    let id = add(at: clock.now + duration, expire)
    defer { remove(id) }
    return try await operation()
  }

  /// Begins an operation at once, without another thread, where the system can.
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
      // The task is never cancelled, but a clock of another module can fail: then real time has to do,
      // so that operations do not end before their time.
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
  /// Takes note of a time at which a task has to look, unless one looks before.
  fileprivate mutating func mustSleep(until time: Duration) -> Bool {
    if let next = wakes.last, next <= time { return false }
    wakes.append(time)
    return true
  }

  /// Takes out what is late.
  ///
  /// - Returns: How to end it, and when to look again; nothing if another task does.
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

/// Whether the time of an operation was up.
private final class Expiry: Sendable {
  private let state = Mutex(false)

  var value: Bool { state.withLock { $0 } }

  func set() { state.withLock { $0 = true } }
}
