import Synchronization

/// A clock that advances only when a test moves it, and reports when it is read.
final class WatchedClock: Clock {
  private let virtual = VirtualClock()
  private let reader = Mutex<@Sendable () -> Void>({})

  func onRead(_ action: @escaping @Sendable () -> Void) { reader.withLock { $0 = action } }

  func pass(_ duration: Duration) { virtual.pass(duration) }

  var now: VirtualClock.Instant {
    reader.withLock { $0 }()
    return virtual.now
  }
  var minimumResolution: Duration { virtual.minimumResolution }

  func sleep(until deadline: VirtualClock.Instant, tolerance: Duration?) async throws {
    try await virtual.sleep(until: deadline, tolerance: tolerance)
  }
}
