import Synchronization

/// An event that observers of a simulator receive.
enum SimulatorEvent: Sendable {
  case exchange(SimulatedExchange)
  /// The faults have changed.
  case faults
  /// The clock was advanced or has another speed.
  case clock
  /// All resources, exchanges, and tokens were discarded.
  case reset
}

/// Passes events to observers.
final class EventHub: Sendable {
  private let observers = Mutex<
    (byID: [Int: AsyncStream<SimulatorEvent>.Continuation], nextID: Int)
  >(
    ([:], 0))

  /// Returns the events from now on. An observer that is too slow loses the oldest ones.
  func events() -> AsyncStream<SimulatorEvent> {
    let (stream, continuation) = AsyncStream<SimulatorEvent>.makeStream(
      bufferingPolicy: .bufferingNewest(256))
    let id = observers.withLock { observers in
      observers.nextID += 1
      observers.byID[observers.nextID] = continuation
      return observers.nextID
    }
    continuation.onTermination = { [weak self] _ in
      self?.observers.withLock { _ = $0.byID.removeValue(forKey: id) }
    }
    return stream
  }

  func publish(_ event: SimulatorEvent) {
    let continuations = observers.withLock { Array($0.byID.values) }
    for continuation in continuations { continuation.yield(event) }
  }
}
