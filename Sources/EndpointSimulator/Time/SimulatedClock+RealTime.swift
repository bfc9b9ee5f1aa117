extension SimulatedClock {
  /// Returns the real time in which a duration of simulated time passes. For a clock that stands still
  /// it is the same duration.
  ///
  /// Clients measure the durations in responses by their own clocks.
  func realTime(for duration: Duration) -> Duration {
    let speed = speed
    return speed > 0 ? duration / speed : duration
  }
}
