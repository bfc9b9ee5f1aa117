import Synchronization

/// A point in the time of a test's clock.
public struct TestInstant: InstantProtocol {
  /// The time since the clock was created.
  public var offset: Duration

  /// The point in time that is later by a duration.
  public func advanced(by duration: Duration) -> Self { Self(offset: offset + duration) }
  /// The duration to another point in time.
  public func duration(to other: Self) -> Duration { other.offset - offset }
  /// Whether one point in time is before another.
  public static func < (a: Self, b: Self) -> Bool { a.offset < b.offset }
}

/// A clock on which no time passes, so that no limit is ever reached, however busy the machine is.
public struct StillClock: Clock {
  /// Creates a clock.
  public init() {}

  /// Always the same.
  public var now: TestInstant { TestInstant(offset: .zero) }
  /// As small as there is.
  public var minimumResolution: Duration { .nanoseconds(1) }

  /// Sleeps until the task is cancelled.
  public func sleep(until deadline: TestInstant, tolerance: Duration?) async throws {
    while true { try await Task.sleep(for: .seconds(86_400)) }
  }
}

/// A clock on which time passes as soon as a task sleeps.
public final class EagerClock: Clock {
  private let time = Mutex(Duration.zero)

  /// Creates a clock.
  public init() {}

  /// The time that tasks have slept.
  public var now: TestInstant { TestInstant(offset: time.withLock { $0 }) }
  /// As small as there is.
  public var minimumResolution: Duration { .nanoseconds(1) }

  /// Lets time pass up to the deadline.
  public func sleep(until deadline: TestInstant, tolerance: Duration?) async throws {
    try Task.checkCancellation()
    time.withLock { $0 = max($0, deadline.offset) }
  }
}
