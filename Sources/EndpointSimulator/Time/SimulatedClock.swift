public import Foundation
import Synchronization

/// The clock of a simulator: all dates and states of its resources follow it.
///
/// It runs at a speed relative to real time, or stands still until it is advanced. A standing clock
/// advances as soon as a task sleeps on it, so that a client that polls on it waits no real time:
///
/// ```swift
/// configuration.pollClock = simulator.clock
/// ```
public final class SimulatedClock: Clock {
  private struct State {
    /// The time at the last change of the speed.
    var date: Date
    /// The real time at the last change of the speed.
    var start: ContinuousClock.Instant
    /// Simulated seconds per second; 0 for a standing clock.
    var speed: Double

    var current: Date { date + start.duration(to: .now).seconds * speed }
  }

  private let state: Mutex<State>

  /// Creates a running clock.
  ///
  /// - Parameters:
  ///   - speed: The number of simulated seconds in a second. Defaults to 1.
  ///   - date: The time at which it begins. Defaults to the current time.
  public init(speed: Double = 1, startingAt date: Date = .now) {
    state = Mutex(State(date: date, start: .now, speed: speed.isFinite ? max(speed, 0) : 1))
  }

  /// Returns a clock that stands still until it is advanced.
  ///
  /// - Parameter date: The time at which it begins. Defaults to noon of 3 March 2026, UTC.
  public static func manual(at date: Date = .simulationStart) -> SimulatedClock {
    SimulatedClock(speed: 0, startingAt: date)
  }

  /// The simulated time.
  public var date: Date { state.withLock { $0.current } }

  /// The number of simulated seconds in a second; 0 if the clock stands still.
  public var speed: Double {
    get { state.withLock(\.speed) }
    set {
      guard newValue.isFinite, newValue >= 0 else { return }
      state.withLock { state in
        state.date = state.current
        state.start = .now
        state.speed = newValue
      }
    }
  }

  /// Advances the clock by a duration, which is not negative.
  public func advance(by duration: Duration) {
    state.withLock { $0.date += max(duration.seconds, 0) }
  }
}

// As a clock of tasks.
extension SimulatedClock {
  /// A point in simulated time.
  public struct Instant: InstantProtocol {
    /// The date.
    public var date: Date

    /// Creates a point in time.
    public init(date: Date) { self.date = date }

    /// Returns the point in time that is later by a duration.
    public func advanced(by duration: Duration) -> Instant {
      Instant(date: date + duration.seconds)
    }

    /// Returns the duration until another point in time.
    public func duration(to other: Instant) -> Duration {
      .seconds(other.date.timeIntervalSince(date))
    }

    /// Returns whether a point in time is before another.
    public static func < (first: Instant, second: Instant) -> Bool { first.date < second.date }
  }

  /// The simulated time.
  public var now: Instant { Instant(date: date) }

  /// The resolution of dates.
  public var minimumResolution: Duration { .microseconds(1) }

  /// Sleeps until the simulated time has come. A standing clock is advanced to that time.
  public func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    while true {
      try Task.checkCancellation()
      let (rest, speed) = state.withLock { state in
        if state.speed == 0 { state.date = max(state.date, deadline.date) }
        return (deadline.date.timeIntervalSince(state.current), state.speed)
      }
      guard rest > 0, speed > 0 else { return }
      // The speed can change meanwhile.
      try await Task.sleep(for: .seconds(min(rest / speed, 1)))
    }
  }
}

extension Duration {
  /// The duration in seconds.
  var seconds: Double {
    Double(components.seconds) + Double(components.attoseconds) * 1e-18
  }
}

extension Date {
  /// Noon of 3 March 2026, UTC.
  public static let simulationStart = Date(timeIntervalSince1970: 1_772_539_200)
}
